import type { History, SetRow } from '../../../src/contract/sets.ts';
import { isoWeek, localDay } from './weeks.ts';

const sum = (rows: readonly SetRow[], of: (row: SetRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
const share = (part: number, whole: number): number | null => (whole > 0 ? (100 * part) / whole : null);
const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

/** Warm-ups are left out of everything that judges training. `rows` oldest first, of the period shown. */
export function tilesOf(
  rows: readonly SetRow[],
  all: readonly SetRow[],
  now_epoch_ms: number,
): History['tiles'] {
  const work = rows.filter((row) => row.kind === 'work');
  const reps = sum(work, (row) => row.summary.reps);
  const partial = sum(work, (row) => row.summary.partial);
  const judged = sum(work, (row) => row.holds_judged);
  const last = all.at(-1);
  const thisWeek = isoWeek(now_epoch_ms);
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
    sets_this_week: all.filter((row) => row.kind === 'work' && isoWeek(row.started_epoch_ms) === thisWeek)
      .length,
    // Calendar days, as people count: yesterday evening is one day ago this morning.
    days_since_last: last ? localDay(now_epoch_ms) - localDay(last.started_epoch_ms) : null,
  };
}

/**
 * Bar speed at the work load lifted in most sets (of two alike, the one lifted last): mean of the last
 * session, and how far that is from the first session of the period. Sessions are compared, not sets, since
 * velocity falls from set to set within one.
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
  const several = first[0]?.session_id !== last[0]?.session_id;
  return {
    load_kg,
    mcv_mps: speed(last),
    change_mps: several ? speed(last) - speed(first) : null,
    weeks: Math.round(days / 7),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const NO_WEEK = { reps: 0, partial: 0, sets: 0, volume_kg: 0, holds_met: 0, holds_judged: 0 };

/** Work sets by ISO week, oldest first; weeks without training are not listed. */
export function weeksOf(rows: readonly SetRow[]): History['weeks'] {
  const weeks = new Map<string, Omit<Mutable<History['weeks'][number]>, 'week'>>();
  for (const row of rows) {
    if (row.kind !== 'work') continue;
    const name = isoWeek(row.started_epoch_ms);
    const week = weeks.get(name) ?? { ...NO_WEEK };
    week.reps += row.summary.reps;
    week.partial += row.summary.partial;
    week.sets += 1;
    week.volume_kg += (row.load_kg ?? 0) * row.summary.reps;
    week.holds_met += row.holds_met;
    week.holds_judged += row.holds_judged;
    weeks.set(name, week);
  }
  return [...weeks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([week, of]) => ({ week, ...of }));
}
