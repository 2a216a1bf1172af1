/** Local day as a date field holds it, `2026-11-30`. */
export function dateField(epoch_ms: number): string {
  const at = new Date(epoch_ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Midnight of a date field's day, or of days after it; null while it is not a date. */
export function fromDateField(text: string, days_later = 0): number | null {
  const [year, month, day] = text.split('-').map(Number);
  if (!year || !month || !day) return null;
  return new Date(year, month - 1, day + days_later).getTime();
}

/** The first moment a set can be of, as a field for date and time holds it. */
export const FIRST_MOMENT = '2000-01-01T00:00';

/** Local day and minute as the browser's field holds them: the field itself writes them as the system does. */
export const momentField = (epoch_ms: number): string =>
  `${dateField(epoch_ms)}T${new Date(epoch_ms).toTimeString().slice(0, 5)}`;

/** What a field holds can be the moment of a set: not before the first, and not to come. */
export const isPastField = (typed: string): boolean =>
  typed >= FIRST_MOMENT && typed <= momentField(Date.now());
