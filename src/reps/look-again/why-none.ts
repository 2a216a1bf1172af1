import { MIN_RISE_M } from '../definition/thresholds.ts';
import type { WhyNot } from '../movement.ts';
import type { Analysis, Rep, Trace } from '../rep.ts';
import { isRough } from './is-rough.ts';
import { isSameRise, middle_s } from './same-rise.ts';

/** Why a told rep is none, by another look; null where the look does not say so. */
export function whyNone(rep: Rep, { movements, failed, trace, recording }: Analysis): WhyNot | null {
  // with three axes or few readings heights drift too much to say anything against a rep that was told
  if (isRough(recording)) return null;
  if (failed.some((attempt) => isSameRise(attempt, rep))) return 'failed';
  const at_s = middle_s(rep);
  const movement = movements.find(({ start_s, top_s }) => start_s <= at_s && at_s <= top_s);
  if (movement !== undefined) return movement.why_not;
  return hasRisen(rep, trace) ? null : 'drift';
}

/** The bar went up by as much as a rep must while it was told to rise. */
function hasRisen({ concentric }: Rep, { t_s, height_m }: Trace): boolean {
  const at = (moment_s: number): number => height_m[t_s.findIndex((t) => t >= moment_s)] ?? 0;
  return at(concentric.end_s) - at(concentric.start_s) >= MIN_RISE_M;
}
