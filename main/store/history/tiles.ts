import type { History, SetRow } from '../../../src/contract/sets.ts';
import { trendOf } from '../../../src/training/trend.ts';
import { localDay, mondayOf } from '../../../src/training/weeks.ts';

const sum = (rows: readonly SetRow[], of: (row: SetRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
const share = (part: number, whole: number): number | null => (whole > 0 ? (100 * part) / whole : null);
const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

/** Warm-ups are left out of everything that judges training. `rows` oldest first, of the period shown. */
export function tilesOf(
  rows: readonly SetRow[],
): Omit<History['tiles'], 'sets_this_week' | 'days_since_last'> {
  const work = rows.filter((row) => row.kind === 'work');
  const reps = sum(work, (row) => row.summary.reps);
  const partial = sum(work, (row) => row.summary.partial);
  const judged = sum(work, (row) => row.holds_judged);
  return {
    speed: speedOf(work),
    holds_met_pct: share(
      sum(work, (row) => row.holds_met),
      judged,
    ),
    hold_target_s: work.findLast((row) => row.holds_judged > 0)?.hold_target_s ?? null,
    partial_pct: share(partial, reps),
    partial,
    reps,
  };
}

/**
 * Bar speed at the work load lifted in most sets (of two alike, the one lifted last): mean of the last
 * session, and the change over the period, by the line through its sessions where there are enough of them. Sessions
 * are compared, not sets, since velocity falls from set to set within one.
 */
function speedOf(work: readonly SetRow[]): History['tiles']['speed'] {
  const measured = work.filter((row) => row.load_kg !== null && row.summary.mean_mcv_mps !== null);
  const counts = new Map<number, number>();
  for (const row of measured) counts.set(row.load_kg as number, (counts.get(row.load_kg as number) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const load_kg = measured.findLast((row) => counts.get(row.load_kg as number) === most)?.load_kg;
  if (load_kg === null || load_kg === undefined) return null;
  const at = measured.filter((row) => row.load_kg === load_kg);
  const first = at.filter((row) => row.session_id === at[0]?.session_id);
  const last = at.filter((row) => row.session_id === at.at(-1)?.session_id);
  const speed = (rows: readonly SetRow[]) => mean(rows.map((row) => row.summary.mean_mcv_mps as number));
  const days = localDay(last[0]?.started_epoch_ms ?? 0) - localDay(first[0]?.started_epoch_ms ?? 0);
  const trend = trendOf(
    [...Map.groupBy(at, ({ session_id }) => session_id).values()].map((rows) => ({
      at_epoch_ms: rows[0]?.started_epoch_ms ?? 0,
      value: speed(rows),
    })),
  );
  const several = first[0]?.session_id !== last[0]?.session_id;
  return {
    load_kg,
    mcv_mps: speed(last),
    change_mps: trend?.change ?? (several ? speed(last) - speed(first) : null),
    weeks: Math.round(days / 7),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const NO_WEEK = {
  ...{ reps: 0, full: 0, short: 0, partial: 0, unsure: 0 },
  ...{ sets: 0, volume_kg: 0, holds_met: 0, holds_judged: 0 },
};

/** Work sets by week, oldest first; weeks without training are not listed. `rows` oldest first. */
export function weeksOf(rows: readonly SetRow[]): History['weeks'] {
  const weeks = new Map<number, Mutable<History['weeks'][number]>>();
  for (const row of rows) {
    if (row.kind !== 'work') continue;
    const monday_epoch_ms = mondayOf(row.started_epoch_ms);
    const week = weeks.get(monday_epoch_ms) ?? { monday_epoch_ms, ...NO_WEEK };
    for (const count of ['reps', 'full', 'short', 'partial', 'unsure'] as const)
      week[count] += row.summary[count];
    week.sets += 1;
    week.volume_kg += (row.load_kg ?? 0) * row.summary.reps;
    week.holds_met += row.holds_met;
    week.holds_judged += row.holds_judged;
    weeks.set(monday_epoch_ms, week);
  }
  return [...weeks.values()];
}
