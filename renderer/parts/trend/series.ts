import type { HistoryPoint } from '../../../src/contract/sets.ts';
import { type Trend, type TrendPoint, trendOf } from '../../../src/training/trend.ts';
import { mondayOf, mondaysBetween } from '../../../src/training/weeks.ts';

/** One load's sets over time. */
export interface LoadSeries {
  readonly load_kg: number | null;
  readonly points: readonly (TrendPoint & { readonly set_id: number })[];
  /** Mean of each session's sets: the line. */
  readonly sessions: readonly TrendPoint[];
  /** null where there are too few sessions. */
  readonly trend: Trend | null;
}

/** Sets by load, lightest first. */
export function seriesOf(
  points: readonly HistoryPoint[],
  measure: (point: HistoryPoint) => number | null,
): readonly LoadSeries[] {
  const told = points.flatMap((point) => {
    const value = measure(point);
    return value === null ? [] : [{ ...point, value }];
  });
  return [...Map.groupBy(told, ({ load_kg }) => load_kg)]
    .toSorted(([a], [b]) => (a ?? 0) - (b ?? 0))
    .map(([load_kg, list]) => {
      const inOrder = list.toSorted((a, b) => a.at_epoch_ms - b.at_epoch_ms);
      const sessions = [...Map.groupBy(inOrder, ({ session_id }) => session_id).values()].map(
        (sets): TrendPoint => ({
          at_epoch_ms: sets[0]?.at_epoch_ms ?? 0,
          value: sets.reduce((sum, { value }) => sum + value, 0) / sets.length,
        }),
      );
      return { load_kg, points: inOrder, sessions, trend: trendOf(sessions) };
    });
}

/** Mondays of the weeks between the first set and the last in which there was none. */
export function emptyWeeks(points: readonly HistoryPoint[]): readonly number[] {
  if (points.length === 0) return [];
  const times = points.map(({ at_epoch_ms }) => at_epoch_ms);
  const trained = new Set(times.map(mondayOf));
  return mondaysBetween(Math.min(...times), Math.max(...times)).filter((monday) => !trained.has(monday));
}

/** Empty weeks that follow one another, as first and last. */
export function gapsOf(empty: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const gaps: [number, number][] = [];
  for (const monday of empty) {
    const gap = gaps.at(-1);
    if (gap && mondaysBetween(gap[1], monday).length === 2) gap[1] = monday;
    else gaps.push([monday, monday]);
  }
  return gaps;
}

/** A line is broken where a week without training lies between. */
export function piecesOf(sessions: readonly TrendPoint[], empty: readonly number[]): readonly TrendPoint[][] {
  const pieces: TrendPoint[][] = [];
  for (const session of sessions) {
    const piece = pieces.at(-1);
    const before = piece?.at(-1)?.at_epoch_ms;
    const broken =
      before !== undefined && empty.some((monday) => monday > before && monday < session.at_epoch_ms);
    if (piece && !broken) piece.push(session);
    else pieces.push([session]);
  }
  return pieces;
}
