import { FrameFlag } from '../../signal/frame.ts';
import type { SetSamples } from '../../signal/set/set-samples.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import type { RepSteadiness } from '../rep.ts';
import { swayIn } from './bar-sway.ts';
import { type Attitudes, barAxis, type Span, tiltIn } from './bar-tilt.ts';

/** Left out at both ends of a rep, s (chosen here: a landing rings, and is told this early or late). */
const EDGE_S = 0.1;
/** Longest stretch of one rep that is looked at, s (chosen here: a lockout held longer adds nothing but cost). */
const LONGEST_S = 8;
/** A shorter stretch than this is not looked at, s (chosen here: its own smooth path explains all of it). */
const SHORTEST_S = 0.5;
/** A path integrated over samples further apart than this is a guess, s (chosen here: 25 Hz). */
const LARGEST_STEP_S = 0.04;

const UNKNOWN: RepSteadiness = { tilt_deg: null, sway_m: null };

/** Steadiness of each rep of a set, from the samples; all unknown without attitudes, as of a 3-axis sensor. */
export function steadinessOf(
  samples: SetSamples,
  height_m: Float64Array,
  reps: readonly RepMotion[],
  attitudes: Attitudes | null,
): RepSteadiness[] {
  if (attitudes === null) return reps.map(() => UNKNOWN);
  const spans = reps.map((rep) => spanOf(samples.t_s, rep));
  const known = spans.filter((span) => span !== null);
  if (known.length === 0) return reps.map(() => UNKNOWN);
  const axis = barAxis(samples, attitudes, known);
  return spans.map((span) =>
    span === null || isBroken(samples, span)
      ? UNKNOWN
      : {
          tilt_deg: axis === null ? null : tiltIn(samples, attitudes, span, axis),
          sway_m: swayIn(samples, attitudes, height_m, span),
        },
  );
}

/** From the first phase of a rep to the end of its last one that was seen. */
function spanOf(t_s: Float64Array, rep: RepMotion): Span | null {
  const { start, end } = rep.concentric;
  const from_s = Math.min(start.t_s, rep.eccentric?.start.t_s ?? start.t_s) + EDGE_S;
  const to_s = Math.min(Math.max(end.t_s, rep.eccentric?.end.t_s ?? end.t_s) - EDGE_S, from_s + LONGEST_S);
  if (to_s - from_s < SHORTEST_S) return null;
  return { from: firstAfter(t_s, from_s), to: firstAfter(t_s, to_s) - 1 };
}

function firstAfter(t_s: Float64Array, at_s: number): number {
  let low = 0;
  let high = t_s.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((t_s[middle] as number) <= at_s) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBroken({ t_s, flags }: SetSamples, { from, to }: Span): boolean {
  for (let i = from; i <= to; i++) {
    if (((flags[i] as number) & FrameFlag.clipped) !== 0) return true;
    if (i > from && (t_s[i] as number) - (t_s[i - 1] as number) > LARGEST_STEP_S) return true;
  }
  return false;
}
