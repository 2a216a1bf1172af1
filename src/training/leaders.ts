import type { VelocityAt1rm } from '../lifts/profile.ts';
import { LEAST_POINTS } from './line/belief.ts';
import { oneRepMax } from './line/one-rep-max.ts';
import { lastWeeks, speedPoints } from './line/points.ts';
import { speedAt, speedLine } from './line/speed-line.ts';
import type { SetInShort } from './set-in-short.ts';

/**
 * What the leaders of a session are told by: speed for what the load is to the athlete, clean reps, or holds. Never the load
 * by itself, which the heaviest leads every evening whatever they do.
 */
export type LeadersBy = 'speed' | 'clean' | 'holds';

/** One athlete's work sets of today, of one lift, variation and side, with those of the days before. */
export interface LedSets {
  readonly athlete_id: number;
  /** null: not known for the lift. */
  readonly at_1rm: VelocityAt1rm | null;
  readonly today: readonly LedSet[];
  readonly before: readonly SetInShort[];
}

export interface LedSet extends SetInShort {
  /** Reps that were full, held and lowered as asked. */
  readonly clean: number;
  readonly holds_met: number;
  readonly holds_judged: number;
}

/** How an athlete stands. */
export interface Leader {
  readonly athlete_id: number;
  /** Faster than their own line of the days before, m/s; or clean reps; or holds that were met. */
  readonly score: number;
  /** Of how many reps or holds; null for a speed. */
  readonly of: number | null;
  /** The rep that leads, and its load as a share of the athlete's 1RM; null where it is no speed, or the 1RM is not known. */
  readonly mcv_mps: number | null;
  readonly share: number | null;
}

/** As many as are read from across a room. */
const MOST_LEADERS = 8;

/** Best first, an athlete once. Who has nothing to be measured by is not listed. */
export function leaders(by: LeadersBy, sets: readonly LedSets[]): Leader[] {
  const all = by === 'speed' ? sets.flatMap(fastestForLoad) : counted(by, sets);
  const best = new Map<number, Leader>();
  for (const leader of all)
    if (leader.score > (best.get(leader.athlete_id)?.score ?? Number.NEGATIVE_INFINITY))
      best.set(leader.athlete_id, leader);
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.of ?? 0) - (b.of ?? 0))
    .slice(0, MOST_LEADERS);
}

/**
 * Today's fastest full rep beside what the athlete's own line of the days before expects at its load: at the same share of
 * 1RM athletes are about as fast as one another, so that the distance compares them. Nothing without a line through enough
 * points, for one of two points fits anything.
 */
function fastestForLoad({ athlete_id, at_1rm, today, before }: LedSets): Leader[] {
  const [, points] = lastWeeks(speedPoints(before));
  const line = points.length < LEAST_POINTS ? null : speedLine(points);
  if (line === null) return [];
  const max = at_1rm === null ? null : oneRepMax(line, at_1rm);
  return speedPoints(today).map(({ load_kg, mcv_mps }) => ({
    ...{ athlete_id, mcv_mps, of: null },
    score: mcv_mps - speedAt(line, load_kg),
    share: max === null ? null : load_kg / max.middle_kg,
  }));
}

/** Over all lifts of the day. */
function counted(by: 'clean' | 'holds', sets: readonly LedSets[]): Leader[] {
  const sums = new Map<number, { score: number; of: number }>();
  for (const { athlete_id, today } of sets)
    for (const set of today) {
      const sum = sums.get(athlete_id) ?? { score: 0, of: 0 };
      sum.score += by === 'clean' ? set.clean : set.holds_met;
      sum.of += by === 'clean' ? set.reps : set.holds_judged;
      sums.set(athlete_id, sum);
    }
  return [...sums]
    .filter(([, { score }]) => score > 0)
    .map(([athlete_id, sum]) => ({ athlete_id, ...sum, mcv_mps: null, share: null }));
}
