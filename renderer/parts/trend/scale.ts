import type { Area } from '../plot/area.ts';
export interface TrendScale {
  readonly area: Area;
  readonly low: number;
  readonly high: number;
  readonly from_ms: number;
  readonly to_ms: number;
  x(at_epoch_ms: number): number;
  y(value: number): number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Room above and below what is drawn, as a share. */
const ROOM = 1.2;

export function trendScale(
  values: readonly number[],
  times: readonly number[],
  least_span: number,
  area: Area,
): TrendScale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const middle = (least + most) / 2;
  const span = Math.max(least_span, (most - least) * ROOM);
  const low = Math.max(0, middle - span / 2);
  const high = low + span;
  const from_ms = Math.min(...times) - DAY_MS;
  const to_ms = Math.max(...times) + DAY_MS;
  return {
    ...{ area, low, high, from_ms, to_ms },
    x: (at) => area.left + ((at - from_ms) / (to_ms - from_ms)) * (area.right - area.left),
    y: (value) => area.bottom - ((value - low) / (high - low)) * (area.bottom - area.top),
  };
}

/** Moves labels apart that would stand on one another, within the height there is; keeps their order. */
export function spread(places: readonly number[], gap: number, area: Area): readonly number[] {
  const order = places.map((at, i) => ({ at, i })).toSorted((a, b) => a.at - b.at);
  const room = Math.min(gap, (area.bottom - area.top) / Math.max(1, places.length - 1));
  const moved = [...places];
  let last = area.top - room;
  order.forEach(({ at, i }, place) => {
    // room is left for those that follow
    last = Math.min(Math.max(at, last + room), area.bottom - room * (order.length - 1 - place));
    moved[i] = last;
  });
  return moved;
}
