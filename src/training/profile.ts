import type { GoalProfile } from '../lifts/goals.ts';
import type { VelocityAt1rm } from '../lifts/profile.ts';
import type { LiftedSet } from './lifted.ts';
import { type BestNextSet, bestNextSet, type LineDoubt, lineDoubts, percentTable } from './line/belief.ts';
import { type OneRepMax, oneRepMax } from './line/one-rep-max.ts';
import { lastWeeks, type SpeedPoint, speedPoints } from './line/points.ts';
import { lineSd, reach, repSd, type SpeedLine, speedAt, speedLine } from './line/speed-line.ts';
import { type VelocityInUse, velocityInUse } from './line/velocity-at-1rm.ts';
import { type ZoneOnLine, zonesOf } from './line/zones.ts';
import { loadable, type Plates } from './next/loadable.ts';
import { nextSession } from './next/next-session.ts';
import type { Suggestion } from './next/situation.ts';
import { type Readiness, readiness } from './readiness.ts';
import { type ReserveRelation, reserveRelation } from './reserve.ts';
import { inShort, type SetInShort } from './set-in-short.ts';

/** One place of the line with its bands, m/s. */
export interface BandPlace {
  readonly load_kg: number;
  readonly mcv_mps: number;
  /** Half the width of where the line may be, and of where the fastest rep of another day may be. */
  readonly line_mps: number;
  readonly day_mps: number;
}

export interface LineReport {
  readonly line: SpeedLine;
  readonly bands: readonly BandPlace[];
  /** Worst first; empty: it can be believed. */
  readonly doubts: readonly LineDoubt[];
  /** null when it cannot be told, or the lift's velocity of 1RM is not known. */
  readonly max: OneRepMax | null;
  readonly velocity: VelocityInUse | null;
  readonly zones: readonly ZoneOnLine[];
  readonly percents: ReturnType<typeof percentTable>;
  readonly best_next: BestNextSet | null;
}

/** What a coach asks of one athlete, lift, variation and side at night. */
export interface TrainingProfile {
  /** Of the six weeks the line is drawn through. */
  readonly points: readonly SpeedPoint[];
  readonly older: readonly SpeedPoint[];
  readonly report: LineReport | null;
  readonly ready: Readiness | null;
  readonly reserve: ReserveRelation | null;
  readonly next: Suggestion | null;
}

export interface ProfileQuestion {
  readonly now_epoch_ms: number;
  /** Oldest first. */
  readonly sets: readonly LiftedSet[];
  /** The session of today; null when there is none yet. */
  readonly today: number | null;
  readonly at_1rm: VelocityAt1rm | null;
  /** A velocity of most power is published for this lift. */
  readonly most_power: boolean;
  readonly goal: GoalProfile;
  readonly plates: Plates;
}

/** Share of lines, and of other days' fastest reps, that the bands are to hold. */
const BAND_LEVEL = 0.95;
/** Places at which the bands are told; they bend gently. */
const PLACES = 24;

export function trainingProfile(question: ProfileQuestion): TrainingProfile {
  const { now_epoch_ms, sets, today, goal, plates } = question;
  const short = sets.map(inShort);
  const all = speedPoints(short);
  const [older, points] = lastWeeks(all);
  const report = lineReport(points, short, question);
  const first = today === null ? undefined : all.find(({ session_id }) => session_id === today);
  const [, before] = lastWeeks(all.filter(({ session_id }) => session_id !== today));
  const usual = first && lineReport(before, short, question);
  return {
    points,
    older,
    report,
    ready: first && usual && isUsable(usual) ? readiness(usual.line, first) : null,
    reserve: reserveRelation(sets),
    next: nextSession({
      now_epoch_ms,
      sets,
      goal,
      plates,
      line: report && isUsable(report) ? report.line : null,
    }),
  };
}

/** Doubts about the far end of a line, where 1RM is, do not touch what is said about the loads it was drawn through. */
const isUsable = ({ doubts }: LineReport): boolean =>
  !doubts.some(({ kind }) => kind === 'few-points' || kind === 'narrow' || kind === 'not-falling');

function lineReport(
  points: readonly SpeedPoint[],
  sets: readonly SetInShort[],
  question: ProfileQuestion,
): LineReport | null {
  const line = speedLine(points);
  if (line === null) return null;
  const { at_1rm, most_power, plates } = question;
  const from_ms = points[0]?.at_epoch_ms ?? 0;
  const recent = sets.filter(({ at_epoch_ms }) => at_epoch_ms >= from_ms);
  const velocity = at_1rm && velocityInUse(line, recent, at_1rm);
  const max = velocity && oneRepMax(line, velocity);
  return {
    line,
    bands: bandsOf(line, max),
    doubts: lineDoubts(line, max, velocity?.value ?? 0),
    max,
    velocity,
    zones: max ? zonesOf(line, max, most_power) : [],
    percents: max ? percentTable(line, max) : [],
    best_next: max && bestNextSet(line, max, loadable(plates)),
  };
}

/** From a little below the lightest load to 1RM, where it is known. */
function bandsOf(line: SpeedLine, max: OneRepMax | null): BandPlace[] {
  const loads = line.points.map(({ load_kg }) => load_kg);
  const from_kg = 0.9 * Math.min(...loads);
  const to_kg = max?.high_kg ?? Math.max(...loads);
  const wide = reach(line, BAND_LEVEL);
  return Array.from({ length: PLACES }, (_, i) => {
    const load_kg = from_kg + (i / (PLACES - 1)) * (to_kg - from_kg);
    return {
      load_kg,
      mcv_mps: speedAt(line, load_kg),
      line_mps: wide * lineSd(line, load_kg),
      day_mps: wide * repSd(line, load_kg),
    };
  });
}
