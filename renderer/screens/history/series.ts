import type { HistoryPoint } from '../../../src/contract/sets.ts';

/** One load's sets over time; sets of one day are one place on the line, each with its own point. */
export interface LoadSeries {
  readonly load_kg: number | null;
  readonly points: readonly (HistoryPoint & { readonly mean_mcv_mps: number })[];
  /** Mean of each day's sets: the line. */
  readonly line: readonly { readonly at_epoch_ms: number; readonly mcv_mps: number }[];
}

/** More lines than this are a tangle: the loads lifted most often are kept. */
const MOST_LOADS = 6;

/** Work sets by load, heaviest last. Warm-ups are points of no line: they are not training. */
export function seriesOf(points: readonly HistoryPoint[]): readonly LoadSeries[] {
  const byLoad = new Map<number | null, (HistoryPoint & { mean_mcv_mps: number })[]>();
  for (const point of points) {
    const { mean_mcv_mps, load_kg, kind } = point;
    if (mean_mcv_mps === null || kind !== 'work') continue;
    const list = byLoad.get(load_kg) ?? [];
    list.push({ ...point, mean_mcv_mps });
    byLoad.set(load_kg, list);
  }
  return [...byLoad]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_LOADS)
    .toSorted(([a], [b]) => (a ?? 0) - (b ?? 0))
    .map(([load_kg, list]) => {
      const inOrder = list.toSorted((a, b) => a.at_epoch_ms - b.at_epoch_ms);
      return { load_kg, points: inOrder, line: lineOf(inOrder) };
    });
}

function lineOf(points: LoadSeries['points']): LoadSeries['line'] {
  const days = new Map<string, { at: number; sum: number; count: number }>();
  for (const { at_epoch_ms, mean_mcv_mps } of points) {
    const key = new Date(at_epoch_ms).toDateString();
    const day = days.get(key) ?? { at: at_epoch_ms, sum: 0, count: 0 };
    day.sum += mean_mcv_mps;
    day.count++;
    days.set(key, day);
  }
  return [...days.values()].map(({ at, sum, count }) => ({ at_epoch_ms: at, mcv_mps: sum / count }));
}
