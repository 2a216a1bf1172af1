import type { Rise } from '../definition/rises.ts';
import type { MotionTrace } from '../definition/trace.ts';
import type { Movement } from '../movement.ts';
import type { FoundSet } from './find-set.ts';

/** Every rise that was looked at, in order of time; `failed` says which of the set's reps are failed attempts. */
export function movementsOf(
  trace: MotionTrace,
  { reps, refused }: Pick<FoundSet, 'reps' | 'refused'>,
  failed: readonly boolean[],
): Movement[] {
  const { t_s, height_m: h, velocity_mps: v } = trace;
  const movement = (
    { low, peak, high }: Rise,
    rep: Movement['rep'],
    why_not: Movement['why_not'],
  ): Movement => ({
    start_s: t_s[low] as number,
    peak_s: t_s[peak] as number,
    top_s: t_s[high] as number,
    rise_m: (h[high] as number) - (h[low] as number),
    peak_mps: v[peak] as number,
    rep,
    why_not,
  });
  let counted = 0;
  const looked = reps.map(({ rise }, k) => {
    if (failed[k]) return movement(rise, null, 'failed');
    counted += 1;
    return movement(rise, counted, null);
  });
  const sentAway = refused.map(({ rise, why }) => movement(rise, null, why));
  return [...looked, ...sentAway].toSorted((a, b) => a.start_s - b.start_s);
}
