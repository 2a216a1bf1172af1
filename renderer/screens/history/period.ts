import { dateField, fromDateField } from '../../format/date-field.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const PERIODS = ['weeks12', 'year', 'all', 'days'] as const;
export type Period = (typeof PERIODS)[number];

const DAYS: Record<'weeks12' | 'year', number> = { weeks12: 7 * 12, year: 365 };

/** What is shown of the time there is. */
export interface PeriodChoice {
  readonly period: Period;
  /** Days of the date fields, both included; used where the period is `days`. */
  readonly from: string;
  readonly to: string;
}

/** A moment and the moment after the last; without one there is no end. */
export interface Range {
  readonly since_epoch_ms?: number;
  readonly until_epoch_ms?: number;
}

/** Whole days, so that asking again asks the same. */
export function rangeOf({ period, from, to }: PeriodChoice, now_epoch_ms: number): Range {
  if (period === 'all') return {};
  if (period !== 'days') return { since_epoch_ms: Math.floor(now_epoch_ms / DAY_MS - DAYS[period]) * DAY_MS };
  const [since, until] = [fromDateField(from), fromDateField(to, 1)];
  return {
    ...(since !== null && { since_epoch_ms: since }),
    ...(until !== null && { until_epoch_ms: until }),
  };
}

/** As long as a stretch and just before it: what it is first compared with. `first_ms`: where a stretch without a beginning begins. */
export function stretchBefore(
  range: Range,
  first_ms: number,
  now_epoch_ms: number,
): Pick<PeriodChoice, 'from' | 'to'> {
  const since = range.since_epoch_ms ?? first_ms;
  const span = (range.until_epoch_ms ?? now_epoch_ms) - since;
  return { from: dateField(since - span), to: dateField(since - DAY_MS) };
}
