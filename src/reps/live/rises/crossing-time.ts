/** When a velocity passed `level_mps` on its way from one sample to the next, s; the later sample's time when it did not. */
export function crossingTime(
  level_mps: number,
  from_s: number,
  from_mps: number,
  to_s: number,
  to_mps: number,
): number {
  const span = to_mps - from_mps;
  const share = span === 0 ? 1 : (level_mps - from_mps) / span;
  return share >= 0 && share <= 1 ? from_s + share * (to_s - from_s) : to_s;
}
