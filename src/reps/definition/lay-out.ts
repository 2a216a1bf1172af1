import type { Opening } from '../../lifts/profile.ts';
import {
  type Concentric,
  concentricOf,
  type Descent,
  descentAfter,
  EXACT,
  type TraceQuality,
} from './phases.ts';
import type { Rise } from './rises.ts';
import { END_MPS, FALL_BACK_M, LANDED_MPS, LOWERING_MPS, OWN_DESCENT_SHARE } from './thresholds.ts';
import { type Moment, type MotionTrace, momentAt } from './trace.ts';

/** The phases of one rep as they lie in the trace, before anything is judged. */
export interface RepMotion {
  readonly rise: Rise;
  readonly concentric: Concentric;
  /** Highest moment between concentric start and eccentric start. */
  readonly top: Moment;
  readonly rom_m: number;
  /** The descent that ends the hold; null when none was seen before the next rep or the end. */
  readonly after: Descent | null;
  /** The eccentric that belongs to the rep; null when not seen. */
  readonly eccentric: Descent | null;
  /** Start of the next rep's concentric, s; null for the last one. */
  readonly next_start_s: number | null;
}

/** Look-ahead for the last lockout before the rack, s (chosen here: longer than a stall near the top, shorter than a walk). */
const RACK_LOOK_AHEAD_S = 0.4;
/** How far back the eccentric of a set's first eccentric-first rep is looked for, s: longer than any lowering. */
const FIRST_DESCENT_S = 20;
/** The lifter stands before going down if the bar does for this long, s (chosen here). */
const STANCE_S = 0.3;
/** The stance is above this share of the rise: a pause further down is part of the lowering (chosen here). */
const STANCE_SHARE = 0.7;

/** Lays the phases of a rep around each rise of one set. */
export function layOutReps(
  trace: MotionTrace,
  rises: readonly Rise[],
  opening: Opening,
  quality: TraceQuality = EXACT,
): RepMotion[] {
  const last = trace.t_s.length - 1;
  const concentrics = rises.map((rise, k) => {
    // nothing confirms the last lockout of a set that ends in the rack: on the way there the bar rises again
    const racked = opening === 'eccentric-first' && k === rises.length - 1;
    return concentricOf(trace, rise, racked ? { ...quality, look_ahead_s: RACK_LOOK_AHEAD_S } : quality);
  });
  return rises.map((rise, k) => {
    const concentric = concentrics[k] as Concentric;
    const next = rises[k + 1];
    const rough_m = (trace.height_m[rise.high] as number) - concentric.start.height_m;
    // what lies between two joined rises is no lowering of the rep
    const stands = rise.joined?.[1].high ?? rise.high;
    const after = descentAfter(trace, stands, next?.low ?? last, rough_m, quality);
    const racked = opening === 'eccentric-first' && next === undefined;
    const top = racked
      ? momentAt(trace, highest(trace, concentric.start.sample, concentric.end.t_s + RACK_LOOK_AHEAD_S))
      : higher(
          momentAt(trace, rise.high),
          after?.top ?? momentAt(trace, highest(trace, stands, trace.t_s[next?.low ?? last] as number)),
        );
    const before =
      opening === 'eccentric-first' ? descentBefore(trace, concentric, rises[k - 1], rough_m) : null;
    return {
      rise,
      concentric,
      top,
      rom_m: top.height_m - concentric.start.height_m,
      // past the last rep of an eccentric-first set the bar goes into the rack: that is no lowering
      after: racked ? null : after,
      eccentric: opening === 'eccentric-first' ? before : isCutOff(trace, after) ? null : after,
      next_start_s: concentrics[k + 1]?.start.t_s ?? null,
    };
  });
}

/** The recording ends while the bar still comes down: that it was let down is known, how long and how fast is not. */
function isCutOff({ velocity_mps: v }: MotionTrace, descent: Descent | null): boolean {
  const last = v.length - 1;
  return descent !== null && descent.end.sample === last && (v[last] as number) <= -LANDED_MPS;
}

const higher = (a: Moment, b: Moment): Moment => (a.height_m > b.height_m ? a : b);

function highest(trace: MotionTrace, from: number, until_s: number): number {
  const { t_s, height_m: h } = trace;
  let best = from;
  for (let i = from; i < t_s.length && (t_s[i] as number) <= until_s; i++) {
    if ((h[i] as number) > (h[best] as number)) best = i;
  }
  return best;
}

function descentBefore(
  trace: MotionTrace,
  concentric: Concentric,
  previous: Rise | undefined,
  rom_m: number,
): Descent | null {
  const { t_s, height_m: h, velocity_mps: v } = trace;
  const bottom = concentric.start.sample;
  const earliest = (t_s[bottom] as number) - FIRST_DESCENT_S;
  let top = bottom;
  let stoodSince = Number.NaN;
  for (let i = bottom; i >= (previous?.high ?? 0) && (t_s[i] as number) >= earliest; i--) {
    if ((h[i] as number) >= (h[top] as number)) top = i;
    const climbed = (h[top] as number) - (h[bottom] as number);
    if (climbed < OWN_DESCENT_SHARE * rom_m) continue;
    if ((h[i] as number) < (h[top] as number) - FALL_BACK_M / 2) break;
    // the stance the lifter went down from; what was before it (the walk-out) may have been higher
    if (climbed < STANCE_SHARE * rom_m || Math.abs(v[i] as number) > END_MPS) stoodSince = Number.NaN;
    else if (Number.isNaN(stoodSince)) stoodSince = t_s[i] as number;
    else if (stoodSince - (t_s[i] as number) >= STANCE_S) break;
  }
  if ((h[top] as number) - (h[bottom] as number) < OWN_DESCENT_SHARE * rom_m) return null;
  const descent = descentAfter(trace, top, bottom, (h[top] as number) - (h[bottom] as number));
  // under way when the recording begins: how long and how fast it was in all is not known
  return top === 0 && (v[0] as number) < -LOWERING_MPS ? null : descent;
}
