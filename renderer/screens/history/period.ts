const DAY_MS = 24 * 60 * 60 * 1000;

export type Period = 'weeks12' | 'year' | 'all';
export const PERIODS: readonly Period[] = ['weeks12', 'year', 'all'];

const DAYS: Record<Exclude<Period, 'all'>, number> = { weeks12: 7 * 12, year: 365 };

/** From when on sets are shown, ms since epoch; null: all. Whole days, so that asking again asks the same. */
export function sinceOf(period: Period, now_epoch_ms: number): number | null {
  if (period === 'all') return null;
  return Math.floor(now_epoch_ms / DAY_MS - DAYS[period]) * DAY_MS;
}
