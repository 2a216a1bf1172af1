import {
  cross,
  dot,
  type TwistSamples,
  type TwistTurn,
  turned,
  type Vector,
  vectorAt,
} from './twist-samples.ts';

/** What a twist's acceleration is made of; each but `along`, `rise` and `late` is a vector. */
export type Unknown = 'lever' | 'along' | 'rise' | 'bulge' | 'late' | 'gravity' | 'drift' | 'offset';

// Places of the unknowns in a row.
const LEVER = 0;
const ALONG = 3;
const RISE = 4;
const BULGE = 5;
const LATE = 7;
const GRAVITY = 8;
const DRIFT = 11;
const OFFSET = 14;
export const UNKNOWNS = 17;

const NAMES: readonly (readonly [from: number, name: Unknown])[] = [
  [OFFSET, 'offset'],
  [DRIFT, 'drift'],
  [GRAVITY, 'gravity'],
  [LATE, 'late'],
  [BULGE, 'bulge'],
  [RISE, 'rise'],
  [ALONG, 'along'],
  [LEVER, 'lever'],
];

export const unknownAt = (k: number): Unknown => NAMES.find(([from]) => k >= from)?.[1] ?? 'lever';

export interface TwistEquations {
  readonly rows: readonly Float64Array[];
  readonly values: readonly number[];
  /** Mean time one equation spans, s. */
  readonly window_s: number;
  /** Two directions across the bar in sensor axes: level and upright, where the bar lay when the middle sample was taken. */
  readonly across: readonly [level: Vector, upright: Vector];
}

/** Fewer samples tell nothing. */
const LEAST_SAMPLES = 20;
/** A bar is level: the upright part of the axis it turns about (sine) is at most this. */
const MOST_ASLANT = 0.5;

/**
 * acceleration = gravity + what the bar's axis does + d2/dt2 (lever), in the axes of the middle sample, averaged over windows
 * of three samples: the mean of a second derivative is the difference of the first at the window's ends, exactly, so
 * that neither the sampling rate nor the central difference makes a lever longer or shorter. null: not a bar's twist.
 */
export function twistEquations(samples: TwistSamples, turn: TwistTurn): TwistEquations | null {
  const { t_s, accel_mps2, rate_rads, from } = samples;
  const { count, axes, axis, rate, angle } = turn;
  if (count < LEAST_SAMPLES) return null;
  const felt = new Float64Array(3 * count);
  const turning = new Float64Array(3 * count);
  const mean = [0, 0, 0] as [number, number, number];
  for (let i = 0; i < count; i++) {
    felt.set(turned(axes, i, vectorAt(accel_mps2, from + i)), 3 * i);
    turning.set(turned(axes, i, vectorAt(rate_rads, from + i)), 3 * i);
    for (let c = 0; c < 3; c++) mean[c] = (mean[c] as number) + (felt[3 * i + c] as number) / count;
  }
  const size = Math.hypot(...mean);
  const aslant = dot(mean, axis) / size;
  if (!(Math.abs(aslant) < MOST_ASLANT)) return null;
  const lean = Math.sqrt(1 - aslant * aslant);
  const across = (c: number): number => ((mean[c] as number) / size - aslant * (axis[c] as number)) / lean;
  const upright: Vector = [across(0), across(1), across(2)];
  const level = cross(axis, upright);

  const timeAt = (i: number): number => t_s[from + i] as number;
  const middle_s = timeAt(count >> 1);
  // Simpson's rule over the three samples of a window
  const mean3 = (a: number, b: number, c: number): number => (a + 4 * b + c) / 6;
  /** Velocity that a lever along one sensor axis gives the sensor. */
  const swung = (i: number, k: number): Vector => cross(vectorAt(turning, i), column(axes, i, k));
  const late = (i: number): Vector => cross(vectorAt(turning, i), mean);
  const rows: Float64Array[] = [];
  const values: number[] = [];
  let spans_s = 0;
  for (let i = 1; i < count - 1; i += 2) {
    const a = i - 1;
    const b = i + 1;
    const span = timeAt(b) - timeAt(a);
    spans_s += span;
    const twist = ((rate[b] as number) - (rate[a] as number)) / span;
    const bulge =
      (2 * ((rate[b] as number) * (angle[b] as number) - (rate[a] as number) * (angle[a] as number))) / span;
    const levers = [0, 1, 2].map((k) => [swung(a, k), swung(b, k)] as const);
    const [late0, late1, late2] = [late(a), late(i), late(b)];
    for (let c = 0; c < 3; c++) {
      const row = new Float64Array(UNKNOWNS);
      levers.forEach(([before, after], k) => {
        row[LEVER + k] = ((after[c] as number) - (before[c] as number)) / span;
        const at = 3 * c + k;
        row[OFFSET + k] = mean3(
          axes[9 * a + at] as number,
          axes[9 * i + at] as number,
          axes[9 * b + at] as number,
        );
      });
      row[ALONG] = (level[c] as number) * twist;
      row[RISE] = (upright[c] as number) * twist;
      row[BULGE] = (level[c] as number) * bulge;
      row[BULGE + 1] = (upright[c] as number) * bulge;
      row[LATE] = mean3(late0[c] as number, late1[c] as number, late2[c] as number);
      row[GRAVITY + c] = 1;
      row[DRIFT + c] = timeAt(i) - middle_s;
      rows.push(row);
      values.push(mean3(felt[3 * a + c] as number, felt[3 * i + c] as number, felt[3 * b + c] as number));
    }
  }
  return { rows, values, window_s: (3 * spans_s) / rows.length, across: [level, upright] };
}

const column = (axes: Float64Array, i: number, k: number): Vector => [
  axes[9 * i + k] as number,
  axes[9 * i + 3 + k] as number,
  axes[9 * i + 6 + k] as number,
];
