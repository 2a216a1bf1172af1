/** The rate of `offered` nearest to the wish, Hz; of two equally near the faster, which shows more of the lift. */
export function nearestRate(offered: readonly number[], wished_hz: number): number {
  let best = offered[0] ?? wished_hz;
  for (const rate of offered) {
    const nearer = Math.abs(rate - wished_hz) - Math.abs(best - wished_hz);
    if (nearer < 0 || (nearer === 0 && rate > best)) best = rate;
  }
  return best;
}
