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
