const two = (value: number): string => String(value).padStart(2, '0');

/** The day it is at the station, YYYY-MM-DD. */
export function dayHere(epoch_ms: number): string {
  const now = new Date(epoch_ms);
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
