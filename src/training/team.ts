import { isTooMuch, type ShareOf } from './next/work.ts';
import { type Difference, differenceOf } from './trend.ts';
import { localDay } from './weeks.ts';

/** A work set as the team page looks at it. */
export interface TeamSet {
  readonly session_id: number;
  readonly at_epoch_ms: number;
  /** Sets of one lift, variation and side: their speeds can be compared. */
  readonly subject: string;
  readonly load_kg: number | null;
  readonly mean_mcv_mps: number | null;
  /** Reps whose range was judged, and half reps of them. */
  readonly ranged: number;
  readonly half: number;
  readonly holds_judged: number;
  readonly holds_missed: number;
  readonly reps: number;
  readonly dropped: number;
}

/** Why an athlete needs a look. */
export type TeamFlag =
  | { readonly kind: 'away'; readonly days: number }
  | ({ readonly kind: 'slower' } & Difference)
  | ({ readonly kind: 'drops' | 'half-reps' | 'holds' } & ShareOf);

export interface TeamMember {
  readonly subject: string;
  /** Load of that subject lifted in most sets; null without loads. */
  readonly usual_kg: number | null;
  /** Mean speed of each session at it, oldest first. */
  readonly speeds: readonly { readonly at_epoch_ms: number; readonly mcv_mps: number }[];
  readonly last_epoch_ms: number;
  readonly sessions: number;
  /** Of the last four weeks. */
  readonly half: ShareOf;
  readonly holds: ShareOf;
  readonly drops: ShareOf;
  /** Gravest first; empty: all is well. */
  readonly flags: readonly TeamFlag[];
}

const DAY_MS = 24 * 3600_000;
/** How far back the team page looks, ms: long enough to know what is usual, short enough to be this season. */
export const TEAM_MS = 12 * 7 * DAY_MS;
/** What shares of half reps, missed holds and drops are told of, ms: two weeks are few reps, eight are long ago. */
const LATELY_MS = 4 * 7 * DAY_MS;
/** Days without a session after which somebody is missed; chosen here: a week off is planned, a week and a half is not. */
const AWAY_DAYS = 10;
/** Sessions in the time looked at below which nobody had a rhythm to fall out of. */
const LEAST_VISITS = 4;
/** The time that speed is compared of with the weeks before, ms. */
const RECENT_MS = 14 * DAY_MS;
/** Fall of the mean speed from which it counts, m/s; chosen here: what 4 to 5 % of the 1RM are worth in a hip thrust. */
const FALL_MPS = 0.05;

/** `sets`: the work sets of one athlete since `TEAM_MS`, oldest first, at least one. */
export function teamMember(sets: readonly TeamSet[], now_epoch_ms: number): TeamMember {
  const last = sets.at(-1) as TeamSet;
  const subject = mostOften(sets.map((set) => set.subject)) as string;
  const same = sets.filter((set) => set.subject === subject && set.mean_mcv_mps !== null);
  const usual_kg = mostOften(same.flatMap(({ load_kg }) => load_kg ?? []));
  const lately = sets.filter(({ at_epoch_ms }) => at_epoch_ms >= now_epoch_ms - LATELY_MS);
  const sum = (of: (set: TeamSet) => number): number => lately.reduce((total, set) => total + of(set), 0);
  const shares = {
    half: { bad: sum(({ half }) => half), of: sum(({ ranged }) => ranged) },
    holds: { bad: sum((set) => set.holds_missed), of: sum((set) => set.holds_judged) },
    drops: { bad: sum(({ dropped }) => dropped), of: sum(({ reps }) => reps) },
  };
  const sessions = new Set(sets.map(({ session_id }) => session_id)).size;
  const flags: (TeamFlag | null)[] = [
    away(sessions, localDay(now_epoch_ms) - localDay(last.at_epoch_ms)),
    slower(same, now_epoch_ms),
    isTooMuch(shares.drops) ? { kind: 'drops', ...shares.drops } : null,
    isTooMuch(shares.half) ? { kind: 'half-reps', ...shares.half } : null,
    isTooMuch(shares.holds) ? { kind: 'holds', ...shares.holds } : null,
  ];
  return {
    ...{ subject, usual_kg, sessions, ...shares },
    speeds: sessionMeans(same.filter(({ load_kg }) => load_kg === usual_kg)),
    last_epoch_ms: last.at_epoch_ms,
    flags: flags.filter((flag) => flag !== null),
  };
}

const away = (sessions: number, days: number): TeamFlag | null =>
  sessions >= LEAST_VISITS && days >= AWAY_DAYS ? { kind: 'away', days } : null;

/** The load lifted in most sessions of the last two weeks, there beside the same load of the weeks before. */
function slower(sets: readonly TeamSet[], now_epoch_ms: number): TeamFlag | null {
  const isRecent = ({ at_epoch_ms }: { readonly at_epoch_ms: number }): boolean =>
    at_epoch_ms >= now_epoch_ms - RECENT_MS;
  const load = mostOften(sets.filter(isRecent).flatMap(({ load_kg }) => load_kg ?? []));
  const speeds = sessionMeans(sets.filter(({ load_kg }) => load_kg !== null && load_kg === load));
  const of = (recent: boolean): number[] =>
    speeds.filter((each) => isRecent(each) === recent).map(({ mcv_mps }) => mcv_mps);
  const found = differenceOf(of(true), of(false));
  return found && found.high < 0 && found.difference <= -FALL_MPS ? { kind: 'slower', ...found } : null;
}

/** Speed falls from set to set within a session, so sessions are compared and not sets. */
function sessionMeans(sets: readonly TeamSet[]): { at_epoch_ms: number; mcv_mps: number }[] {
  return [...Map.groupBy(sets, ({ session_id }) => session_id).values()].map((group) => ({
    at_epoch_ms: (group[0] as TeamSet).at_epoch_ms,
    mcv_mps: group.reduce((sum, { mean_mcv_mps }) => sum + (mean_mcv_mps ?? 0), 0) / group.length,
  }));
}

/** Of two alike the one that came last. */
function mostOften<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return values.findLast((value) => counts.get(value) === most) ?? null;
}
