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

/** Midnight of the Monday the local day's week begins with, ms since epoch. */
export function mondayOf(epoch_ms: number): number {
  const at = new Date(epoch_ms);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() - ((at.getDay() + 6) % 7)).getTime();
}

/** The Monday of another week, so many later; days of summer time's change have 23 or 25 hours. */
export function weeksLater(monday_epoch_ms: number, weeks: number): number {
  const at = new Date(monday_epoch_ms);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + 7 * weeks).getTime();
}

/** Mondays of every week from the first moment's to the last's, both included. */
export function mondaysBetween(from_epoch_ms: number, to_epoch_ms: number): number[] {
  const mondays: number[] = [];
  for (let at = mondayOf(from_epoch_ms); at <= to_epoch_ms; at = weeksLater(at, 1)) mondays.push(at);
  return mondays;
}
