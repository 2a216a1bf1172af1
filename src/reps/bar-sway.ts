import type { SetSamples } from '../signal/set/set-samples.ts';
import type { Attitudes, Span } from './bar-tilt.ts';

/**
 * Lower edge of the band, Hz. Below it a degree of attitude error makes centimetres (g sin 1 deg / (2 pi f)^2 is
 * 0.7 cm at 0.8 Hz); a shoulder that slides on the bench is quicker. The upper edge is the sensor's own.
 */
const BAND_FROM_HZ = 0.8;
/** A column that the others explain but for this share is no column of its own. */
const INDEPENDENT = 1e-4;
/** Samples per unknown below which nothing is left to tell. Ours. */
const SAMPLES_PER_UNKNOWN = 3;

/**
 * How far the bar strays sideways in a stretch from the rep's own smooth path, m RMS, both directions together.
 * The horizontal acceleration is integrated twice; what a parabola in time (unknown velocity, attitude error),
 * anything slower than the band, or a path that bends with height (the arc of the hip) explains is not sway.
 * Does not depend on heading or mounting. null when there are too few samples.
 */
export function swayIn(
  { t_s, accel_mps2: a }: SetSamples,
  attitudes: Attitudes,
  height_m: Float64Array,
  { from, to }: Span,
): number | null {
  const n = to - from + 1;
  const start_s = t_s[from] as number;
  const span_s = (t_s[to] as number) - start_s;
  const slow = Math.floor(2 * BAND_FROM_HZ * span_s);
  if (n < SAMPLES_PER_UNKNOWN * (slow + 5)) return null;
  const aside = [new Float64Array(n), new Float64Array(n)] as const;
  const before = new Float64Array(2);
  const velocity = new Float64Array(2);
  for (let k = 0; k < n; k++) {
    const i = from + k;
    const dt = k === 0 ? 0 : (t_s[i] as number) - (t_s[i - 1] as number);
    for (let side = 0; side < 2; side++) {
      const row = 9 * i + 3 * side;
      const now =
        (attitudes[row] as number) * (a[3 * i] as number) +
        (attitudes[row + 1] as number) * (a[3 * i + 1] as number) +
        (attitudes[row + 2] as number) * (a[3 * i + 2] as number);
      const was = before[side] as number;
      const place = aside[side as 0 | 1];
      if (k > 0)
        place[k] = (place[k - 1] as number) + (velocity[side] as number) * dt + ((2 * was + now) / 6) * dt * dt;
      velocity[side] = (velocity[side] as number) + ((was + now) / 2) * dt;
      before[side] = now;
    }
  }
  const column = (value: (u: number, k: number) => number): Float64Array =>
    Float64Array.from({ length: n }, (_, k) => value(((t_s[from + k] as number) - start_s) / span_s, k));
  const h = (k: number): number => (height_m[from + k] as number) - (height_m[from] as number);
  const columns = [
    column(() => 1),
    column((u) => u),
    column((u) => u * u),
    ...Array.from({ length: slow }, (_, j) => column((u) => Math.cos(Math.PI * (j + 1) * u))),
    column((_, k) => h(k)),
    column((_, k) => h(k) ** 2),
  ];
  const smooth: Float64Array[] = [];
  for (const each of columns) {
    const size = Math.sqrt(dot(each, each));
    for (const known of smooth) takeOut(each, known);
    const own = Math.sqrt(dot(each, each));
    if (own <= INDEPENDENT * size) continue;
    for (let k = 0; k < n; k++) each[k] = (each[k] as number) / own;
    smooth.push(each);
  }
  for (const known of smooth) for (const place of aside) takeOut(place, known);
  return Math.sqrt((dot(aside[0], aside[0]) + dot(aside[1], aside[1])) / n);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

/** values -= its share along `unit`. */
function takeOut(values: Float64Array, unit: Float64Array): void {
  const share = dot(values, unit);
  for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) - share * (unit[k] as number);
}
