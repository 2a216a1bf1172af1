import { LINE_GAP_S } from '../../signal/gaps.ts';
import type { SetSamples } from '../../signal/set/set-samples.ts';
import type { RepMotion } from '../definition/lay-out.ts';

/** How much of a hold nobody saw, its first and last moment included, s: by as much it may be longer or shorter than it seems. */
export function unseenInHold({ t_s, count }: Pick<SetSamples, 't_s' | 'count'>, rep: RepMotion): number {
  if (rep.after === null) return 0;
  const to = Math.min(count - 1, rep.after.start.sample + 1);
  let unseen_s = 0;
  for (let i = Math.max(1, rep.concentric.end.sample); i <= to; i++) {
    const step_s = (t_s[i] as number) - (t_s[i - 1] as number);
    if (step_s > LINE_GAP_S) unseen_s += step_s;
  }
  return unseen_s;
}
