/** Between two readings further apart than this nothing is made up: a rep begins and ends in less, s. */
const LONGEST_GAP_S = 0.25;

/** A vector read at some times, brought to others by straight lines; NaN where no reading is near. */
export function bringToTimes(
  wanted_s: Float64Array,
  t_s: Float64Array,
  vectors: Float64Array,
  offset_s: number,
): Float64Array {
  const out = new Float64Array(3 * wanted_s.length);
  const last = t_s.length - 1;
  let k = 0;
  for (let i = 0; i < wanted_s.length; i++) {
    const t = (wanted_s[i] as number) - offset_s;
    while (k < last && (t_s[k + 1] as number) <= t) k++;
    const from_s = t_s[k] as number;
    const to_s = t_s[Math.min(k + 1, last)] as number;
    const outside_s = Math.max(from_s - t, t - to_s, 0);
    const span_s = to_s - from_s;
    const near = last >= 0 && outside_s <= LONGEST_GAP_S && span_s <= LONGEST_GAP_S;
    const share = span_s > 0 ? Math.min(1, Math.max(0, (t - from_s) / span_s)) : 0;
    for (let axis = 0; axis < 3; axis++) {
      const a = vectors[3 * k + axis] as number;
      const b = vectors[3 * Math.min(k + 1, last) + axis] as number;
      out[3 * i + axis] = near ? a + share * (b - a) : Number.NaN;
    }
  }
  return out;
}
