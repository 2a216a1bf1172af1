import type { LiftId } from '../../../src/lifts/lift.ts';
import { GRID_DT_S, type RepIntent } from '../../../src/recording/synthetic/timeline.ts';
import { differentiate } from '../../../src/recording/synthetic/waves.ts';
import type { Analysis, Rep } from '../../../src/reps/rep.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../context.ts';
import { alignReps } from '../encoder/align.ts';
import { type EncoderSet, encoderSets, readEncoderRecording } from '../encoder/recordings.ts';

/**
 * How a bar went up and down in a real set, on the generator's grid. The end of the set measured it, so it is not how
 * that bar moved to the millimetre, but a bar that moves like this one is a true path for whatever is made of it.
 */
export interface RealPath {
  readonly file: string;
  readonly lift: LiftId;
  /** Vertical velocity, m/s; at rest at both ends. */
  readonly rise_mps: Float64Array;
  readonly intents: readonly RepIntent[];
  readonly rom_m: number;
}

/**
 * So much is kept before the first rep and after the last one, s: where a bar is taken from a rack, the stand before and
 * the way back; else next to nothing, for what a wrist does there is no bar's doing.
 */
const AROUND_S: Record<'rack' | 'else', readonly [before: number, after: number]> = {
  rack: [2, 1],
  else: [0.5, 0.4],
};
/** Fewer reps are no set. */
const LEAST_REPS = 3;
/** At the cuts the bar comes to rest within this, s. */
const TO_REST_S = 0.4;
/** A hand moves where the bar lies: of that time only so much, s, is the bar's lift-off. */
const LIFT_OFF_S = 0.12;
/** A lowering that was not seen whole began within this before its rise, s. */
const LOWERING_S = 3;

/** Where nothing was seen before or after a rep, so much of it may belong to the rep, s. */
const OUTSIDE_S = 1;

/** Paths of the sets in which we and a linear encoder found the same reps, so that the reps in them are no guess of ours. */
export function realPaths(folder: string, lift: LiftId): RealPath[] {
  const sets = encoderSets(folder)?.filter((set) => set.lift === lift) ?? [];
  return sets.flatMap((set) => pathOf(folder, set) ?? []);
}

function pathOf(folder: string, set: EncoderSet): RealPath | null {
  const analysis = analyzeSet(readEncoderRecording(folder, set), contextFor(set.lift, null));
  const { pairs, missed } = alignReps(analysis.reps, set.reps);
  const first = pairs[0]?.[0] ?? 0;
  const last = pairs.at(-1)?.[0] ?? -1;
  const reps = analysis.reps.slice(first, last + 1);
  if (
    missed > 0 ||
    reps.length !== pairs.length ||
    reps.length < LEAST_REPS ||
    reps.some((rep) => rep.rom_m === null)
  )
    return null;
  const [before_s, after_s] = AROUND_S[fromRack(set.lift) ? 'rack' : 'else'];
  const from_s = (reps[0] as Rep).start_s - before_s;
  const until_s = endOf(reps.at(-1) as Rep) + after_s;
  const height_m = onGrid(analysis, from_s, until_s);
  const roms = reps.map((rep) => rep.rom_m as number).sort((a, b) => a - b);
  const intents = intentsOf(reps, height_m, from_s, set.lift);
  const rise_mps = restingAtBothEnds(differentiate(height_m));
  return {
    file: set.file,
    lift: set.lift,
    rise_mps: set.lift === 'deadlift' ? layOnFloor(rise_mps, intents) : rise_mps,
    intents,
    rom_m: roms[roms.length >> 1] as number,
  };
}

const endOf = ({ concentric, lockout, eccentric }: Rep): number =>
  Math.max(concentric.end_s, lockout.end_s ?? 0, eccentric?.end_s ?? 0);

function onGrid({ trace }: Analysis, from_s: number, until_s: number): Float64Array {
  const { t_s, height_m } = trace;
  const grid = new Float64Array(Math.ceil((until_s - from_s) / GRID_DT_S));
  let k = 0;
  for (let i = 0; i < grid.length; i++) {
    const t = from_s + i * GRID_DT_S;
    while (k < t_s.length - 2 && (t_s[k + 1] as number) < t) k++;
    const span = (t_s[k + 1] as number) - (t_s[k] as number);
    const share = Math.min(1, Math.max(0, (t - (t_s[k] as number)) / span));
    grid[i] = (1 - share) * (height_m[k] as number) + share * (height_m[k + 1] as number);
  }
  return grid;
}

function restingAtBothEnds(rise_mps: Float64Array): Float64Array {
  const count = Math.round(TO_REST_S / GRID_DT_S);
  for (let i = 0; i < count; i++) {
    const share = 0.5 * (1 - Math.cos((Math.PI * i) / count));
    rise_mps[i] = share * (rise_mps[i] as number);
    const last = rise_mps.length - 1 - i;
    rise_mps[last] = share * (rise_mps[last] as number);
  }
  return rise_mps;
}

function intentsOf(reps: readonly Rep[], height_m: Float64Array, from_s: number, lift: LiftId): RepIntent[] {
  const at = (t_s: number): number =>
    Math.min(height_m.length - 1, Math.max(0, Math.round((t_s - from_s) / GRID_DT_S)));
  const loweringBefore = (rise: number): readonly [number, number] => {
    let top = rise;
    for (let i = rise; i >= Math.max(0, rise - LOWERING_S / GRID_DT_S); i--)
      if ((height_m[i] as number) > (height_m[top] as number)) top = i;
    return [top, rise];
  };
  const lowered = ({ concentric, eccentric }: Rep): readonly [number, number] | null => {
    if (eccentric !== null) return [at(eccentric.start_s), at(eccentric.end_s)];
    return eccentricFirst(lift) ? loweringBefore(at(concentric.start_s)) : null;
  };
  return reps.map((rep, i) => {
    const eccentric = lowered(rep);
    const before = eccentricFirst(lift) ? eccentric : i === 0 ? null : lowered(reps[i - 1] as Rep);
    return {
      kind: 'full',
      bottom_from: before?.[1] ?? at(rep.concentric.start_s - OUTSIDE_S),
      concentric: [at(rep.concentric.start_s), at(rep.concentric.end_s)],
      top_until: at(rep.lockout.end_s ?? rep.concentric.end_s + OUTSIDE_S),
      eccentric,
    };
  });
}

/** Between two reps plates lie still, and always at the same height: each lowering goes down as far as its rise went up. */
function layOnFloor(rise_mps: Float64Array, intents: readonly RepIntent[]): Float64Array {
  const edge = LIFT_OFF_S / GRID_DT_S;
  const travelled = (from: number, to: number): number => {
    let sum_m = 0;
    for (let i = from; i < to; i++) sum_m += (rise_mps[i] as number) * GRID_DT_S;
    return sum_m;
  };
  const times = (from: number, to: number, factor: number): void => {
    for (let i = Math.max(0, Math.round(from)); i < Math.min(rise_mps.length, to); i++)
      rise_mps[i] = factor * (rise_mps[i] as number);
  };
  intents.forEach(({ concentric, eccentric }, k) => {
    const start = k === 0 ? 0 : (intents[k - 1]?.eccentric?.[1] ?? concentric[0]);
    times(k === 0 ? 0 : start, concentric[0] - edge, 0);
    if (eccentric === null) return;
    const next = intents[k + 1];
    if (next === undefined) times(eccentric[1], rise_mps.length, 0);
    const until = eccentric[1];
    const risen_m = travelled(Math.max(0, Math.round(concentric[0] - edge)), eccentric[0]);
    times(eccentric[0], until, -risen_m / travelled(eccentric[0], until));
  });
  return rise_mps;
}

const fromRack = (lift: LiftId): boolean => lift === 'squat' || lift === 'bench-press';

export const eccentricFirst = (lift: LiftId): boolean =>
  lift !== 'deadlift' && lift !== 'row' && lift !== 'hip-thrust';
