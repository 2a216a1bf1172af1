const DAY_MS = 24 * 60 * 60 * 1000;
const THURSDAY = 4;

/** Days since 1 January 1970 of the local calendar day; free of summer time's 23- and 25-hour days. */
export function localDay(epoch_ms: number): number {
  const at = new Date(epoch_ms);
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY_MS;
}

/**
 * ISO 8601 week of the local day, `2026-W47`: weeks begin on Monday and belong to the year their Thursday
 * is in, so the text sorts by time.
 */
export function isoWeek(epoch_ms: number): string {
  const day = localDay(epoch_ms);
  const weekday = new Date(day * DAY_MS).getUTCDay() || 7;
  const thursday = new Date((day - weekday + THURSDAY) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() / DAY_MS - Date.UTC(year, 0, 1) / DAY_MS) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
