/** Root of the summed variances of three interleaved axes over samples a..b. */
export function deviation(values: Float64Array, a: number, b: number): number {
  const n = b - a + 1;
  let x = 0;
  let y = 0;
  let z = 0;
  for (let j = 3 * a; j <= 3 * b; j += 3) {
    x += values[j] as number;
    y += values[j + 1] as number;
    z += values[j + 2] as number;
  }
  x /= n;
  y /= n;
  z /= n;
  let total = 0;
  for (let j = 3 * a; j <= 3 * b; j += 3) {
    const dx = (values[j] as number) - x;
    const dy = (values[j + 1] as number) - y;
    const dz = (values[j + 2] as number) - z;
    total += dx * dx + dy * dy + dz * dz;
  }
  return Math.sqrt(total / n);
}
