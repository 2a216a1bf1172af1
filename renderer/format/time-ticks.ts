import { formatAxisDay, formatMonth, formatMonthOfYear } from './moments.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Shorter than this the first of a month may not be in it at all. */
const SHORT_MS = 45 * DAY_MS;
const YEAR_MS = 400 * DAY_MS;

export interface TimeTick {
  readonly at_epoch_ms: number;
  readonly text: string;
}

/** Days for a few weeks, first days of months for longer; at most `most` of them. */
export function timeTicks(from_ms: number, to_ms: number, most: number): readonly TimeTick[] {
  const span_ms = to_ms - from_ms;
  if (span_ms < SHORT_MS) {
    const days = Math.max(1, Math.ceil(span_ms / DAY_MS / most));
    const first = nextDay(from_ms, 1);
    const ticks: TimeTick[] = [];
    for (let at = first; at <= to_ms; at = nextDay(at, days))
      ticks.push({ at_epoch_ms: at, text: formatAxisDay(at) });
    return ticks;
  }
  const months = Math.max(1, Math.ceil(span_ms / (30 * DAY_MS) / most));
  const first = new Date(from_ms);
  const ticks: TimeTick[] = [];
  for (let i = 1; ; i += months) {
    const at = new Date(first.getFullYear(), first.getMonth() + i, 1).getTime();
    if (at > to_ms) return ticks;
    ticks.push({ at_epoch_ms: at, text: span_ms > YEAR_MS ? formatMonthOfYear(at) : formatMonth(at) });
  }
}

/** Midnight so many calendar days later: a day of summer time's change has 23 or 25 hours. */
function nextDay(epoch_ms: number, days: number): number {
  const date = new Date(epoch_ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}
