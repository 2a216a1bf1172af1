import type { SetSamples } from '../signal/set/set-samples.ts';
import type { Attitudes, Span } from './bar-tilt.ts';

/**
 * Lower edge of the band, Hz. Below it a degree of attitude error makes centimetres (g sin 1 deg / (2 pi f)^2 is
 * 0.7 cm at 0.8 Hz); a shoulder that slides on the bench is quicker. The upper edge is the sensor's own.
 */
const BAND_FROM_HZ = 0.8;
/** A column that the others explain but for this share is no column of its own. */
const INDEPENDENT = 1e-4;
/** The path is compared at points this far apart at least, s: 50 Hz is far above what sways. */
const POINT_S = 0.019;
/** Points per unknown below which nothing is left to tell. Ours. */
const POINTS_PER_UNKNOWN = 3;

/**
 * How far the bar strays sideways in a stretch from the rep's own smooth path, m RMS, both directions together.
 * The horizontal acceleration is integrated twice; what a parabola in time (unknown velocity, attitude error),
 * anything slower than the band, or a path that bends with height (the arc of the hip) explains is not sway.
 * Does not depend on heading or mounting. null when there are too few points.
 */
export function swayIn(
  { t_s, accel_mps2: a }: SetSamples,
  attitudes: Attitudes,
  height_m: Float64Array,
  { from, to }: Span,
): number | null {
  const start_s = t_s[from] as number;
  const span_s = (t_s[to] as number) - start_s;
  const slow = Math.floor(2 * BAND_FROM_HZ * span_s);
  const points: number[] = [];
  const paths: [number[], number[]] = [[], []];
  const place = [0, 0];
  const velocity = [0, 0];
  const before = [0, 0];
  let last_s = Number.NEGATIVE_INFINITY;
  for (let i = from; i <= to; i++) {
    const dt = i === from ? 0 : (t_s[i] as number) - (t_s[i - 1] as number);
    const point = (t_s[i] as number) - last_s >= POINT_S;
    for (let side = 0; side < 2; side++) {
      const row = 9 * i + 3 * side;
      const now =
        (attitudes[row] as number) * (a[3 * i] as number) +
        (attitudes[row + 1] as number) * (a[3 * i + 1] as number) +
        (attitudes[row + 2] as number) * (a[3 * i + 2] as number);
      const was = before[side] as number;
      place[side] =
        (place[side] as number) + (velocity[side] as number) * dt + ((2 * was + now) / 6) * dt * dt;
      velocity[side] = (velocity[side] as number) + ((was + now) / 2) * dt;
      before[side] = now;
      if (point) (paths[side] as number[]).push(place[side] as number);
    }
    if (!point) continue;
    points.push(i);
    last_s = t_s[i] as number;
  }
  const n = points.length;
  if (n < POINTS_PER_UNKNOWN * (slow + 5)) return null;
  const column = (value: (u: number, h: number) => number): Float64Array => {
    const out = new Float64Array(n);
    for (let k = 0; k < n; k++) {
      const i = points[k] as number;
      const risen_m = (height_m[i] as number) - (height_m[from] as number);
      out[k] = value(((t_s[i] as number) - start_s) / span_s, risen_m);
    }
    return out;
  };
  const columns = [
    column(() => 1),
    column((u) => u),
    column((u) => u * u),
    ...Array.from({ length: slow }, (_, j) => column((u) => Math.cos(Math.PI * (j + 1) * u))),
    column((_, h) => h),
    column((_, h) => h * h),
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
  const aside = paths.map((path) => Float64Array.from(path));
  for (const known of smooth) for (const path of aside) takeOut(path, known);
  return Math.sqrt(aside.reduce((sum, path) => sum + dot(path, path), 0) / n);
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
