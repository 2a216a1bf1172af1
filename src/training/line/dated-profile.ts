import type { VelocityAt1rm } from '../../lifts/profile.ts';
import { type LineDoubt, lineDoubts } from './belief.ts';
import { oneRepMax } from './one-rep-max.ts';
import { lineSd, reach, type SpeedLine, speedAt, speedLine } from './speed-line.ts';

/** The fastest full rep at one of its loads; `sigma_mps` of a typed one is TYPED_SIGMA_MPS. */
export interface ProfilePoint {
  readonly load_kg: number;
  readonly mcv_mps: number;
  readonly sigma_mps: number;
}

/** What a profile came to on its day. It is kept as it was, whatever is lifted or computed later. */
export interface ProfileFigures {
  /** Rising loads. */
  readonly points: readonly ProfilePoint[];
  readonly at_zero_mps: number;
  readonly per_kg_mps: number;
  /** The line at the middle of its loads and how sure it is there, 1 sd, m/s; of a single day, the day is in it. */
  readonly middle_kg: number;
  readonly middle_mps: number;
  readonly middle_sd_mps: number;
  /** null when it cannot be told, or the lift's velocity of 1RM is not known. */
  readonly max: { readonly low_kg: number; readonly high_kg: number; readonly velocity_mps: number } | null;
  /** Worst first; empty: it can be believed. */
  readonly doubts: readonly LineDoubt[];
}

/** One with its day. */
export interface DatedProfile extends ProfileFigures {
  readonly begun_epoch_ms: number;
  /** Its velocities were typed in: another instrument's. */
  readonly typed: boolean;
  /** Empty where nobody said. */
  readonly instrument: string;
}

/** Error of a velocity that somebody types in, m/s (1 sd); chosen here above our own: the usual instruments differ from each other by so much. */
export const TYPED_SIGMA_MPS = 0.03;

/** null with fewer than two loads. All of it is of one day. */
export function measureProfile(
  points: readonly ProfilePoint[],
  at_1rm: VelocityAt1rm | null,
): ProfileFigures | null {
  const rising = points.toSorted((a, b) => a.load_kg - b.load_kg);
  const line = speedLine(
    rising.map((point, at) => ({ ...point, set_id: at, session_id: 0, at_epoch_ms: 0 })),
  );
  if (line === null) return null;
  const max = at_1rm && oneRepMax(line, at_1rm);
  const middle_kg = ((rising[0]?.load_kg ?? 0) + (rising.at(-1)?.load_kg ?? 0)) / 2;
  return {
    points: rising,
    at_zero_mps: line.at_zero_mps,
    per_kg_mps: line.per_kg_mps,
    middle_kg,
    middle_mps: speedAt(line, middle_kg),
    middle_sd_mps: lineSd(line, middle_kg),
    max: max && at_1rm && { low_kg: max.low_kg, high_kg: max.high_kg, velocity_mps: at_1rm.value },
    doubts: lineDoubts(line, max, at_1rm?.value ?? 0),
  };
}

/** How the line of now stands to a profile, at the middle of that profile's loads. */
export interface SinceThen {
  readonly now_mps: number;
  readonly change_mps: number;
  /** Half of its 95 % interval; beyond it the change is more than chance. */
  readonly give_mps: number;
}

/** Share of changes that are to lie within what is told of them. */
const LEVEL = 0.95;

export function sinceThen(then: ProfileFigures, now: SpeedLine): SinceThen {
  const now_mps = speedAt(now, then.middle_kg);
  return {
    now_mps,
    change_mps: now_mps - then.middle_mps,
    give_mps: reach(now, LEVEL) * Math.hypot(then.middle_sd_mps, lineSd(now, then.middle_kg)),
  };
}
