import { layBefore } from './lay-before.ts';
import type { Lever } from './lever.ts';
import { fitLever } from './lever-fit.ts';
import type { LeverSamples } from './lever-samples.ts';
import { createTwistFinder, mayHoldTwist, type TwistFinder } from './twist-finder.ts';

/** Stretch before a twist that is fitted with it, s: the bar at rest there tells gravity. */
const BEFORE_S = 0.3;
/** Stretch after a twist that is fitted with it, s, for the same reason. */
const AFTER_S = 0.2;

/** The lever that the twist just found in the first `count` samples tells; null where it does not tell. */
export function leverOfTwist(
  samples: LeverSamples,
  count: number,
  { from_s, to_s }: TwistFinder,
): Lever | null {
  const { t_s } = samples;
  let from = count - 1;
  while (from > 0 && (t_s[from - 1] as number) >= from_s - BEFORE_S) from--;
  if (!layBefore(samples, from)) return null;
  let to = count - 1;
  while (to > from && (t_s[to] as number) > to_s + AFTER_S) to--;
  return fitLever({ ...samples, from, to });
}

/** The lever that a whole recording tells, by its last twist: the clip may have been moved. null: there is none to take out. */
export function findLever(samples: LeverSamples): Lever | null {
  const { t_s, rate_rads } = samples;
  if (!mayHoldTwist(t_s, rate_rads)) return null;
  const twists = createTwistFinder();
  let lever: Lever | null = null;
  for (let i = 0, k = 0; i < t_s.length; i++, k += 3) {
    const over = twists.push(
      t_s[i] as number,
      rate_rads[k] as number,
      rate_rads[k + 1] as number,
      rate_rads[k + 2] as number,
    );
    if (over) lever = leverOfTwist(samples, i + 1, twists) ?? lever;
  }
  return lever?.counts === true ? lever : null;
}
