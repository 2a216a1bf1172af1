import { describe, expect, test } from 'vitest';
import { dateField, fromDateField } from '../../renderer/format/date-field.ts';
import { ticksOf } from '../../renderer/format/ticks.ts';
import { timeTicks } from '../../renderer/format/time-ticks.ts';
import { spread } from '../../renderer/parts/trend/scale.ts';
import { emptyWeeks, gapsOf, piecesOf, seriesOf } from '../../renderer/parts/trend/series.ts';
import { filtersInWords } from '../../renderer/screens/history/filter-words.ts';
import { type PeriodChoice, rangeOf, stretchBefore } from '../../renderer/screens/history/period.ts';
import type { Subject } from '../../renderer/screens/history/use-subject.ts';
import type { HistoryPoint } from '../../src/contract/sets.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A Wednesday. */
const NOON = new Date(2026, 10, 18, 12).getTime();

let ids = 0;
const point = (what: Partial<HistoryPoint>): HistoryPoint => {
  const set_id = ++ids;
  return {
    ...{ set_id, session_id: set_id, side: null, at_epoch_ms: NOON, load_kg: 100, kind: 'work' },
    ...{ mean_mcv_mps: 0.6, best_mcv_mps: 0.7, pcv_mps: 0.9, power_w: 500, hold_s: 1.1, rom_m: 0.3 },
    ...{ lowering_s: 1.2, reps: 6, partial: 0, holds_met: 6, holds_judged: 6, outcomes: [] },
    ...what,
  };
};
const speed = ({ mean_mcv_mps }: HistoryPoint): number | null => mean_mcv_mps;

describe('lines of mean velocity', () => {
  test('are one per load, lightest first, in the order of time', () => {
    const series = seriesOf(
      [
        point({ load_kg: 120 }),
        point({ load_kg: 80, mean_mcv_mps: 0.82 }),
        point({ load_kg: 80, at_epoch_ms: NOON - DAY_MS, mean_mcv_mps: 0.8 }),
      ],
      speed,
    );
    expect(series.map(({ load_kg }) => load_kg)).toEqual([80, 120]);
    expect(series[0]?.points.map(({ value }) => value)).toEqual([0.8, 0.82]);
    expect(series[0]?.trend).toBeNull();
  });

  test('run through the mean of a session, while every set keeps its own point', () => {
    const [series] = seriesOf(
      [
        point({ session_id: 9, mean_mcv_mps: 0.6 }),
        point({ session_id: 9, mean_mcv_mps: 0.5, at_epoch_ms: NOON + 1000 }),
        point({ mean_mcv_mps: null }),
      ],
      speed,
    );
    expect(series?.points).toHaveLength(2);
    expect(series?.sessions).toHaveLength(1);
    expect(series?.sessions[0]?.value).toBeCloseTo(0.55);
  });

  test('are broken where a week without training lies between, but not by a load that was left out', () => {
    const at = (days: number, load_kg = 100) => point({ at_epoch_ms: NOON + days * DAY_MS, load_kg });
    const points = [at(0), at(7, 80), at(14), at(35), at(42)];
    const empty = emptyWeeks(points);
    expect(gapsOf(empty)).toEqual([[new Date(2026, 11, 7).getTime(), new Date(2026, 11, 14).getTime()]]);
    const [, heavy] = seriesOf(points, speed);
    expect(piecesOf(heavy?.sessions ?? [], empty).map((piece) => piece.length)).toEqual([2, 2]);
  });

  test('of eight rising loads keep every dot, and their names stand apart and inside', () => {
    const eight = seriesOf(
      Array.from({ length: 8 }, (_, i) => point({ load_kg: 60 + 10 * i, mean_mcv_mps: 0.9 - 0.08 * i })),
      speed,
    );
    expect(eight).toHaveLength(8);
    const area = { left: 0, right: 100, top: 10, bottom: 80 };
    const places = spread([80, 80, 80, 79, 78, 12, 11, 10], 15, area);
    const inOrder = places.toSorted((a, b) => a - b);
    expect(Math.min(...inOrder.slice(1).map((at, i) => at - (inOrder[i] as number)))).toBeGreaterThan(9.9);
    expect(inOrder[0]).toBeGreaterThanOrEqual(10);
    expect(inOrder.at(-1)).toBeLessThanOrEqual(80);
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

const stretch = (what: Partial<PeriodChoice>): PeriodChoice => ({
  period: 'weeks12',
  from: '',
  to: '',
  ...what,
});

test('a period begins with a whole day, so that asking twice asks the same', () => {
  expect(rangeOf(stretch({}), NOON)).toEqual(rangeOf(stretch({}), NOON + 60_000));
  const year = rangeOf(stretch({ period: 'year' }), NOON);
  expect(NOON - (year.since_epoch_ms ?? 0)).toBeGreaterThanOrEqual(365 * DAY_MS);
  expect(rangeOf(stretch({ period: 'all' }), NOON)).toEqual({});
});

test('dates include the last day, and half a date is none', () => {
  const days = stretch({ period: 'days', from: '2026-11-01', to: '2026-11-30' });
  expect(rangeOf(days, NOON)).toEqual({
    since_epoch_ms: new Date(2026, 10, 1).getTime(),
    until_epoch_ms: new Date(2026, 11, 1).getTime(),
  });
  expect(rangeOf({ ...days, to: '' }, NOON)).toEqual({ since_epoch_ms: new Date(2026, 10, 1).getTime() });
  expect(dateField(fromDateField('2026-03-29') ?? 0)).toBe('2026-03-29');
  expect(stretchBefore(rangeOf(days, NOON), 0, NOON)).toEqual({ from: '2026-10-02', to: '2026-10-31' });
});

test('an empty history says which filters hide what there is', () => {
  const subject: Subject = {
    athlete_id: 1,
    lift: 'hip-thrust',
    variation: 'kas-bridge',
    side: null,
    warm_ups: false,
    period: 'weeks12',
    from: '',
    to: '',
  };
  expect(filtersInWords(subject)).toBe('12 weeks, Kas bridge');
  expect(filtersInWords({ ...subject, variation: null, side: 'left', period: 'all' })).toBe('Left');
});
