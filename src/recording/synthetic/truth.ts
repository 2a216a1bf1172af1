import type { LiftId } from '../../lifts/lift.ts';
import type { FeltMotion } from './kinematics.ts';
import { GRID_DT_S, type RepIntent, type Timeline } from './timeline.ts';
import type { TrueRep, Truth } from './true-rep.ts';
import { differentiate } from './waves.ts';

// The thresholds of docs/definitions.md, written down a second time on purpose: the generator checks the measurement.

/** Upward velocity at which a concentric starts, m/s. */
const START_MPS = 0.02;
/** Upward velocity below which a concentric ends, m/s. */
const END_MPS = 0.05;
/** Fall that ends a rise, m. */
const FALLEN_M = 0.02;
/** Fall below the lockout height that ends the hold, m, and as a share of the range where that is less. */
const LOWERED_M = 0.03;
const LOWERED_SHARE = 0.15;
/** Rise that is still to come after a concentric's end, at most, m. */
const RISES_ON_M = 0.01;
/** Time in which it is looked for, 8 s, in steps of the grid. */
const LOOK_AHEAD = Math.round(8 / GRID_DT_S);
/** A lowering is at least this share of the range; less, and up again, is a pulse. */
const OWN_SHARE = 0.4;
/** Vertical acceleration that ends the propulsive part, m/s2: free fall, by the definition of mean propulsive velocity. */
const PROPULSIVE_END_MPS2 = -9.81;
/** A stop less than this above the bottom is before the rep, a stop above it is inside the rep. */
const STILL_AT_BOTTOM_M = 0.02;

interface Curve {
  readonly h: Float64Array;
  readonly v: Float64Array;
  readonly a: Float64Array;
}

function argExtreme(values: Float64Array, from: number, to: number, sign: number): number {
  let best = from;
  for (let i = from; i <= to; i++) if (sign * (values[i] ?? 0) > sign * (values[best] ?? 0)) best = i;
  return best;
}

function concentricStart({ h, v }: Curve, bottom_from: number, peak: number): number {
  const lowest_m = h[argExtreme(h, bottom_from, peak, -1)] ?? 0;
  let i = peak;
  for (;;) {
    while (i > bottom_from && (v[i] ?? 0) > START_MPS) i--;
    if (i <= bottom_from || (h[i] ?? 0) - lowest_m < STILL_AT_BOTTOM_M) return i;
    // a stop on the way up: go on down to where it was moving before
    while (i > bottom_from && (v[i] ?? 0) <= START_MPS) i--;
  }
}

function concentricEnd({ h, v }: Curve, peak: number, last: number): number {
  for (let i = peak; i < last; i++) {
    if ((v[i] ?? 0) >= END_MPS) continue;
    const here_m = h[i] ?? 0;
    let highest_m = here_m;
    for (let k = i; k <= Math.min(last, i + LOOK_AHEAD); k++) {
      highest_m = Math.max(highest_m, h[k] ?? 0);
      if (highest_m - (h[k] ?? 0) >= FALLEN_M) break;
    }
    if (highest_m - here_m < RISES_ON_M) return i;
  }
  return last;
}

/** Highest moment before the bar first falls far enough below it to be lowered: what pulses do later is no part of the hold. */
function topBeforeFall({ h }: Curve, from: number, to: number, until: number): number {
  const range_m = (h[argExtreme(h, from, until, 1)] ?? 0) - (h[from] ?? 0);
  let top = argExtreme(h, from, to, 1);
  for (let i = to; i <= until; i++) {
    if ((h[i] ?? 0) > (h[top] ?? 0)) top = i;
    if ((h[top] ?? 0) - (h[i] ?? 0) > Math.min(LOWERED_M, LOWERED_SHARE * range_m)) break;
  }
  return top;
}

interface Descent {
  readonly start: number;
  readonly end: number;
}

/** From the top at `top_m` down; null when the bar does not come down before `until`. */
function descent(
  { h, v }: Curve,
  top: number,
  rom_m: number,
  until: number,
  floorHits: readonly number[],
): Descent | null {
  const limit_m = (h[top] ?? 0) - Math.min(LOWERED_M, LOWERED_SHARE * rom_m);
  let fallen = top;
  while (fallen <= until && (h[fallen] ?? 0) >= limit_m) fallen++;
  if (fallen > until) return null;
  let lowest = fallen;
  for (let i = fallen; i <= until; i++) {
    // pulses come back up before the lowering proper
    const down = (h[top] ?? 0) - (h[lowest] ?? 0) >= OWN_SHARE * rom_m;
    if (down && (h[i] ?? 0) >= (h[lowest] ?? 0) + FALLEN_M) break;
    if ((h[i] ?? 0) < (h[lowest] ?? 0)) lowest = i;
  }
  const fastest = argExtreme(v, top, lowest, -1);
  const threshold = -Math.min(0.05, 0.15 * -(v[fastest] ?? 0));
  let start = Math.min(fallen, fastest);
  while (start > top && (v[start] ?? 0) < threshold) start--;
  let end = fastest;
  while (end < until && (v[end] ?? 0) <= -0.02) end++;
  for (const hit of floorHits) if (hit > start && hit < end) end = hit;
  return { start, end };
}

function measure(
  curve: Curve,
  timeline: Timeline,
  intent: RepIntent,
  next: RepIntent | null,
  eccentricFirst: boolean,
): TrueRep | null {
  const { h, v, a } = curve;
  const hits = timeline.impacts.filter((impact) => impact.floor).map((impact) => impact.at);
  const last = curve.h.length - 1;
  const softened = 60;
  const peak = argExtreme(v, intent.concentric[0], intent.concentric[1], 1);
  const from = concentricStart(curve, Math.max(0, intent.bottom_from - softened), peak);
  const horizon = Math.min(
    last,
    eccentricFirst && next === null ? intent.top_until : (next?.concentric[1] ?? last),
  );
  const to = concentricEnd(curve, peak, horizon);

  // the descent after the top ends the hold; in eccentric-first lifts it belongs to the next rep
  const after = eccentricFirst ? (next?.eccentric ?? null) : intent.eccentric;
  const afterEnd = after === null ? intent.top_until : Math.min(last, after[1] + softened);
  const firstTop = topBeforeFall(curve, from, to, afterEnd);
  const rough_m = (h[firstTop] ?? 0) - (h[from] ?? 0);
  const falling = after === null ? null : descent(curve, firstTop, rough_m, afterEnd, hits);
  const top = argExtreme(h, from, falling?.start ?? afterEnd, 1);
  const rom_m = (h[top] ?? 0) - (h[from] ?? 0);

  let own = falling;
  if (eccentricFirst) {
    const before = intent.eccentric;
    if (before === null) return null;
    const highest = argExtreme(h, Math.max(0, before[0] - softened), before[1], 1);
    own = descent(curve, highest, (h[highest] ?? 0) - (h[before[1]] ?? 0), from, hits);
  }
  let propulsive = from;
  while (propulsive < to && !(propulsive > peak && (a[propulsive] ?? 0) < PROPULSIVE_END_MPS2)) propulsive++;
  const mean = (i: number, k: number): number => ((h[k] ?? 0) - (h[i] ?? 0)) / ((k - i) * GRID_DT_S);
  const at = (i: number): number => i * GRID_DT_S;
  const bottomEnd = eccentricFirst
    ? from
    : next === null
      ? null
      : concentricStart(
          curve,
          Math.max(0, next.bottom_from - softened),
          argExtreme(v, next.concentric[0], next.concentric[1], 1),
        );
  const bottomStart = own?.end ?? null;
  const hold = falling === null ? null : Math.max(0, at(falling.start) - at(to));
  return {
    kind: intent.kind,
    start_s: at(eccentricFirst ? (own?.start ?? from) : from),
    concentric: { start_s: at(from), end_s: at(to), duration_s: at(to) - at(from) },
    lockout: { start_s: at(to), end_s: falling === null ? null : at(falling.start), hold_s: hold },
    eccentric: own === null ? null : describeDescent(v, own, at, mean),
    bottom: {
      duration_s: bottomStart === null || bottomEnd === null ? null : at(bottomEnd) - at(bottomStart),
      floor_contact:
        bottomStart === null ? null : hits.some((hit) => Math.abs(hit - bottomStart) * GRID_DT_S < 0.1),
    },
    mcv_mps: mean(from, to),
    pcv_mps: v[peak] ?? 0,
    mpv_mps: mean(from, propulsive),
    time_to_peak_s: at(peak) - at(from),
    rom_m,
  };
}

function describeDescent(
  v: Float64Array,
  { start, end }: Descent,
  at: (i: number) => number,
  mean: (i: number, k: number) => number,
) {
  const fastest = argExtreme(v, start, end, -1);
  return {
    start_s: at(start),
    end_s: at(end),
    duration_s: at(end) - at(start),
    peak_mps: -(v[fastest] ?? 0),
    mean_mps: -mean(start, end),
  };
}

export function readTruth(
  timeline: Timeline,
  felt: FeltMotion,
  lift: LiftId,
  eccentricFirst: boolean,
  reference_rom_m: number,
): Truth {
  const v = differentiate(felt.height_m);
  const curve: Curve = { h: felt.height_m, v, a: differentiate(v) };
  const reps: TrueRep[] = [];
  const failed: TrueRep[] = [];
  timeline.intents.forEach((intent, i) => {
    const rep = measure(curve, timeline, intent, timeline.intents[i + 1] ?? null, eccentricFirst);
    if (rep !== null) (intent.kind === 'failed' ? failed : reps).push(rep);
  });
  return { lift, reps, failed, reference_rom_m, duration_s: timeline.length * GRID_DT_S };
}
