import { words } from '../../../src/words/index.ts';
import { formatCentimetres, formatSeconds } from '../../format/format.ts';
import css from './calibrate.module.css';
import type { RepOutline } from './rep-outline.ts';

const WIDTH = 900;
const HEIGHT = 320;
const LEFT = 20;
const BOTTOM = 276;
/** The full range stands at this height of the picture; what is above it is for higher reps. */
const FULL = 200;
const PAUSE_S = 0.6;

interface RangePictureProps {
  readonly outlines: readonly RepOutline[];
  /** The full range, m, and its 1-sigma. */
  readonly rom_m: number;
  readonly sigma_m: number;
  readonly label: string;
  /** An illustration shows none. */
  readonly numbers: boolean;
}

/** Reps as they were lifted, side by side, with the range they give and its doubt. */
export function RangePicture({ outlines, rom_m, sigma_m, label, numbers }: RangePictureProps) {
  const total_s = outlines.reduce((sum, { duration_s }) => sum + duration_s + PAUSE_S, 0);
  const x = (s: number): number => LEFT + (s / total_s) * (WIDTH - LEFT * 2);
  const y = (m: number): number => BOTTOM - (m / rom_m) * FULL;
  let from_s = 0;
  const drawn = outlines.map((outline) => {
    const at_s = from_s + PAUSE_S / 2;
    from_s += outline.duration_s + PAUSE_S;
    const points = outline.points.map(({ t_s, h_m }) => `${x(at_s + t_s)},${y(h_m)}`).join(' ');
    return { outline, points, top_x: x(at_s + outline.top_s) };
  });
  const band = (sigma_m / rom_m) * FULL;
  return (
    <svg className={css.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <rect x="0" width={WIDTH} y={y(rom_m) - band} height={band * 2} className={css.band} />
      <line x1="0" x2={WIDTH} y1={y(rom_m)} y2={y(rom_m)} className={css.full} />
      <line x1="0" x2={WIDTH} y1={BOTTOM} y2={BOTTOM} className={css.floor} />
      {drawn.map(({ outline, points, top_x }, place) => (
        <g key={top_x}>
          <polyline points={points} className={css.outline} />
          {numbers && (
            <text x={top_x} y={y(outline.rom_m) - 22} className={css.rom}>
              {formatCentimetres(outline.rom_m)}
            </text>
          )}
          {numbers && (
            <text x={top_x} y={BOTTOM + 28} className={css.hold}>
              {[
                words.station.repOf(place + 1),
                outline.hold_s !== null && words.station.heldFor(formatSeconds(outline.hold_s)),
              ]
                .filter(Boolean)
                .join(', ')}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
