import { FrameFlag } from '../../signal/frame.ts';
import { LINE_GAP_S } from '../../signal/gaps.ts';
import type { SetSamples } from '../../signal/set/set-samples.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import { LOWERED_M, LOWERING_SHARE } from '../definition/thresholds.ts';
import type { MotionTrace } from '../definition/trace.ts';

/**
 * How much of a hold nobody saw, s: by as much it may be longer or shorter than it seems. After a silence in which the bar may
 * have done anything, or a clock that was set anew, no length is told at all. A gap counts until the bar has
 * been seen lower than the hold, for what is traced of a lowering in a gap begins when nobody knows.
 */
export function unseenInHold(
  { t_s, flags, count }: Pick<SetSamples, 't_s' | 'flags' | 'count'>,
  { height_m }: MotionTrace,
  { concentric, after, rom_m }: RepMotion,
): number {
  if (after === null) return 0;
  const seenLower_m = after.top.height_m - Math.min(LOWERED_M, LOWERING_SHARE * rom_m);
  let unseen_s = 0;
  for (let i = Math.max(1, concentric.end.sample); i < count; i++) {
    if ((height_m[i - 1] as number) < seenLower_m && (t_s[i - 1] as number) > after.start.t_s) break;
    const step_s = (t_s[i] as number) - (t_s[i - 1] as number);
    if ((flags[i] as number) & FrameFlag.gap && step_s > LINE_GAP_S) unseen_s += step_s;
  }
  return unseen_s;
}
