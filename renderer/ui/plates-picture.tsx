import type { PlateConfig } from '../../src/contract/setup.ts';
import { loadingOf } from '../format/plates.ts';
import css from './plates-picture.module.css';

/** Colours of competition plates, and how tall and wide each looks beside the 450 mm ones. */
const LOOKS: readonly { readonly from_kg: number; fill: string; tall: number; wide: number }[] = [
  { from_kg: 25, fill: '#d84a4a', tall: 52, wide: 9 },
  { from_kg: 20, fill: '#3f7fd6', tall: 52, wide: 8 },
  { from_kg: 15, fill: '#e0b93a', tall: 46, wide: 7 },
  { from_kg: 10, fill: '#3fa35c', tall: 38, wide: 6.5 },
  { from_kg: 5, fill: '#dfe5ea', tall: 28, wide: 5.5 },
  { from_kg: 2.5, fill: '#55606a', tall: 24, wide: 4.5 },
  { from_kg: 0, fill: '#9aa6b0', tall: 18, wide: 4 },
];
const GAP = 1.6;
const SLEEVE = 42;
const BAR_END = 120;

/** One end of the loaded bar, inside to the left. A picture of what the words beside it say. */
export function PlatesPicture({
  load_kg,
  plates,
}: {
  readonly load_kg: number | null;
  readonly plates: PlateConfig;
}) {
  const side = load_kg === null ? [] : loadingOf(load_kg, plates).side_kg;
  let x = SLEEVE;
  const drawn = side.map((kg) => {
    const look = LOOKS.find(({ from_kg }) => kg >= from_kg) ?? LOOKS[0];
    const at = x;
    x += (look?.wide ?? 0) + GAP;
    return { kg, at, ...look };
  });
  const right = Math.max(BAR_END, x + 8);
  return (
    <svg className={css.picture} viewBox={`0 0 ${right} 60`} aria-hidden="true">
      <g fill="#8b98a4">
        <rect x="0" y="27" width="34" height="6" rx="2" />
        <rect x="34" y="23" width="6" height="14" rx="2" />
        <rect x="40" y="26" width={right - 42} height="8" rx="2" />
      </g>
      {drawn.map(({ at, fill, tall = 0, wide = 0 }) => (
        <rect key={at} x={at} y={30 - tall / 2} width={wide} height={tall} rx="2.5" fill={fill} />
      ))}
    </svg>
  );
}
