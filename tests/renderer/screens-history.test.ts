import { describe, expect, test } from 'vitest';
import { ticksOf } from '../../renderer/format/ticks.ts';
import { sinceOf } from '../../renderer/screens/history/period.ts';
import { seriesOf } from '../../renderer/screens/history/series.ts';
import { timeTicks } from '../../renderer/screens/history/time-ticks.ts';
import type { HistoryPoint } from '../../src/contract/sets.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOON = new Date(2026, 10, 18, 12).getTime();

let ids = 0;
const point = (what: Partial<HistoryPoint>): HistoryPoint => ({
  set_id: ++ids,
  at_epoch_ms: NOON,
  load_kg: 100,
  mean_mcv_mps: 0.6,
  best_mcv_mps: 0.7,
  reps: 6,
  partial: 0,
  holds_met: 6,
  holds_judged: 6,
  kind: 'work',
  ...what,
});

describe('lines of mean velocity', () => {
  test('are one per load, lightest first, in the order of time', () => {
    const series = seriesOf([
      point({ load_kg: 120, at_epoch_ms: NOON }),
      point({ load_kg: 80, at_epoch_ms: NOON, mean_mcv_mps: 0.82 }),
      point({ load_kg: 80, at_epoch_ms: NOON - DAY_MS, mean_mcv_mps: 0.8 }),
    ]);
    expect(series.map(({ load_kg }) => load_kg)).toEqual([80, 120]);
    expect(series[0]?.points.map(({ mean_mcv_mps }) => mean_mcv_mps)).toEqual([0.8, 0.82]);
  });

  test('run through the mean of a day, while every set keeps its own point', () => {
    const [series] = seriesOf([
      point({ mean_mcv_mps: 0.6 }),
      point({ mean_mcv_mps: 0.5, at_epoch_ms: NOON + 1000 }),
    ]);
    expect(series?.points).toHaveLength(2);
    expect(series?.line).toHaveLength(1);
    expect(series?.line[0]?.mcv_mps).toBeCloseTo(0.55);
  });

  test('leave out warm-ups and sets without a velocity', () => {
    expect(seriesOf([point({ kind: 'warm-up' }), point({ mean_mcv_mps: null })])).toEqual([]);
  });

  test('are at most six: the loads lifted most', () => {
    const many = Array.from({ length: 9 }, (_, i) => point({ load_kg: 60 + 5 * i }));
    const series = seriesOf([...many, point({ load_kg: 100 })]);
    expect(series).toHaveLength(6);
    expect(series.map(({ load_kg }) => load_kg)).toContain(100);
  });
});

test('ticks are round numbers inside the range', () => {
  expect(ticksOf(0.38, 0.84, 5).map((tick) => tick.toFixed(1))).toEqual(['0.4', '0.5', '0.6', '0.7', '0.8']);
  expect(ticksOf(0, 1, 2)).toEqual([0, 0.5, 1]);
});

test('time is told in days over weeks and in months over seasons', () => {
  const days = timeTicks(NOON - 20 * DAY_MS, NOON, 5);
  expect(days.length).toBeLessThanOrEqual(5);
  expect(days.at(0)?.text).toMatch(/^Oct \d+$/);
  const months = timeTicks(NOON - 84 * DAY_MS, NOON, 6);
  expect(months.map(({ text }) => text)).toEqual(['Sep', 'Oct', 'Nov']);
  expect(timeTicks(NOON - 800 * DAY_MS, NOON, 6).length).toBeLessThanOrEqual(6);
});

test('a period begins with a whole day, so that asking twice asks the same', () => {
  expect(sinceOf('weeks12', NOON)).toBe(sinceOf('weeks12', NOON + 60_000));
  expect(NOON - (sinceOf('year', NOON) ?? 0)).toBeGreaterThanOrEqual(365 * DAY_MS);
  expect(sinceOf('all', NOON)).toBeNull();
});
