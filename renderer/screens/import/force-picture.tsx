import type { ImportPreview } from '../../../src/contract/importing.ts';
import { words } from '../../../src/words/index.ts';
import css from './import.module.css';

const WIDTH = 480;
const HEIGHT = 90;
/** The scale reaches at least so far, g: a bar at rest must not fill the picture with its noise. */
const LEAST_TOP_G = 2;

interface ForcePictureProps {
  readonly force: Extract<ImportPreview, { kind: 'recording' }>['force'];
}

/** The length of the acceleration: a bar at rest is a line at 1 g, whatever way the sensor lies. */
export function ForcePicture({ force: { t_s, g } }: ForcePictureProps) {
  const top = Math.max(LEAST_TOP_G, ...g);
  const last = t_s.at(-1) || 1;
  const y = (value: number): number => HEIGHT - (value / top) * HEIGHT;
  const points = t_s.map((t, i) => `${((t / last) * WIDTH).toFixed(1)},${y(g[i] ?? 1).toFixed(1)}`).join(' ');
  return (
    <svg
      className={css.force}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.importing.recording.force}
    >
      <line x1="0" x2={WIDTH} y1={y(1)} y2={y(1)} className={css.rest} />
      <polyline points={points} className={css.signal} />
    </svg>
  );
}
