/** Small statistics of lists; every one of an empty list is null. */

export const present = (values: readonly (number | null)[]): number[] =>
  values.filter((value) => value !== null);

export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function rms(values: readonly number[]): number | null {
  const square = mean(values.map((value) => value * value));
  return square === null ? null : Math.sqrt(square);
}

export const meanAbsolute = (values: readonly number[]): number | null => mean(values.map(Math.abs));

export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}

/** Share of errors within two stated sigmas; null when no sigma was stated. */
export function coverage(
  errors: readonly (number | null)[],
  sigmas: readonly (number | null)[],
): number | null {
  let inside = 0;
  let count = 0;
  errors.forEach((error, i) => {
    const sigma = sigmas[i] ?? null;
    if (error === null || sigma === null) return;
    count++;
    if (Math.abs(error) <= 2 * sigma) inside++;
  });
  return count === 0 ? null : inside / count;
}
