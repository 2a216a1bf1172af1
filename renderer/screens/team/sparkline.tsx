import type { TeamRow } from '../../../src/contract/team.ts';
import css from './team.module.css';

const [WIDTH, HEIGHT, EDGE] = [120, 28, 4];
/** Least height in speed, m/s: smaller differences are not to look like mountains. */
const LEAST_SPAN_MPS = 0.15;

/** The course of the speed in a line of text; the number stands beside it. */
export function Sparkline({ speeds }: { readonly speeds: TeamRow['speeds'] }) {
  const [first, last] = [speeds[0], speeds.at(-1)];
  if (!first || !last || speeds.length < 2) return null;
  const values = speeds.map(({ mcv_mps }) => mcv_mps);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(LEAST_SPAN_MPS, most - least);
  const time = Math.max(1, last.at_epoch_ms - first.at_epoch_ms);
  const x = (at_epoch_ms: number): number =>
    EDGE + ((at_epoch_ms - first.at_epoch_ms) / time) * (WIDTH - 2 * EDGE);
  const y = (mps: number): number => HEIGHT / 2 - ((mps - (least + most) / 2) / span) * (HEIGHT - 2 * EDGE);
  return (
    <svg className={css.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline
        points={speeds.map(({ at_epoch_ms, mcv_mps }) => `${x(at_epoch_ms)},${y(mcv_mps)}`).join(' ')}
      />
      <circle cx={x(last.at_epoch_ms)} cy={y(last.mcv_mps)} r="3.5" />
    </svg>
  );
}
