/** Samples of a twist, SI, sensor axes, interleaved; both ends inside. */
export interface TwistSamples {
  readonly t_s: Float64Array;
  readonly accel_mps2: Float64Array;
  readonly rate_rads: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** What the gyro makes of a twist: every sample's axes in those of the middle one, and the axis it turned about. */
export interface TwistTurn {
  readonly count: number;
  /** Rotation matrices, row by row: sensor axes -> the middle sample's. */
  readonly axes: Float64Array;
  /** Unit vector, sensor axes. */
  readonly axis: readonly [number, number, number];
  /** Rate about it, rad/s, and angle turned since the first sample, rad. */
  readonly rate: Float64Array;
  readonly angle: Float64Array;
}

export type Vector = readonly [number, number, number];

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export const vectorAt = (values: Float64Array, i: number): Vector => [
  values[3 * i] as number,
  values[3 * i + 1] as number,
  values[3 * i + 2] as number,
];

/** A vector of sample i in the axes of the middle sample. */
export function turned(axes: Float64Array, i: number, v: Vector): Vector {
  const row = (r: number): Vector => vectorAt(axes, 3 * i + r);
  return [dot(row(0), v), dot(row(1), v), dot(row(2), v)];
}

export function turnOf({ t_s, rate_rads, from, to }: TwistSamples): TwistTurn {
  const count = to - from + 1;
  const axes = new Float64Array(9 * count);
  const middle = count >> 1;
  axes[9 * middle] = axes[9 * middle + 4] = axes[9 * middle + 8] = 1;
  const step = (i: number, k: number): void => {
    const a = vectorAt(rate_rads, from + i);
    const b = vectorAt(rate_rads, from + k);
    const half = ((t_s[from + k] as number) - (t_s[from + i] as number)) / 2;
    rotate(axes, i, k, [half * (a[0] + b[0]), half * (a[1] + b[1]), half * (a[2] + b[2])]);
  };
  for (let i = middle; i < count - 1; i++) step(i, i + 1);
  for (let i = middle; i > 0; i--) step(i, i - 1);
  const axis = mainAxis(rate_rads, from, to);
  const rate = new Float64Array(count);
  const angle = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    rate[i] = dot(axis, vectorAt(rate_rads, from + i));
    if (i === 0) continue;
    const dt = (t_s[from + i] as number) - (t_s[from + i - 1] as number);
    angle[i] = (angle[i - 1] as number) + (dt / 2) * ((rate[i - 1] as number) + (rate[i] as number));
  }
  return { count, axes, axis, rate, angle };
}

/** axes[k] := axes[i] * exp(turn) (Rodrigues). */
function rotate(axes: Float64Array, i: number, k: number, turn: Vector): void {
  const [x, y, z] = turn;
  const angle2 = dot(turn, turn);
  const angle = Math.sqrt(angle2);
  const p = angle < 1e-6 ? 1 : Math.sin(angle) / angle;
  const q = angle < 1e-6 ? 0.5 : (1 - Math.cos(angle)) / angle2;
  const columns: readonly Vector[] = [
    [1 - q * (y * y + z * z), q * x * y + p * z, q * x * z - p * y],
    [q * x * y - p * z, 1 - q * (x * x + z * z), q * y * z + p * x],
    [q * x * z + p * y, q * y * z - p * x, 1 - q * (x * x + y * y)],
  ];
  columns.forEach((column, c) => {
    turned(axes, i, column).forEach((value, r) => {
      axes[9 * k + 3 * r + c] = value;
    });
  });
}

/** Steps of the power iteration: a twist turns about one axis, two would do. */
const ITERATIONS = 20;

/** Direction the bar turned about most, by power iteration from the fastest moment. */
function mainAxis(rate_rads: Float64Array, from: number, to: number): Vector {
  let axis: Vector = [1, 0, 0];
  let fastest = 0;
  for (let i = from; i <= to; i++) {
    const rate = vectorAt(rate_rads, i);
    const size = dot(rate, rate);
    if (size > fastest) {
      fastest = size;
      axis = rate;
    }
  }
  for (let step = 0; step < ITERATIONS; step++) {
    const next = [0, 0, 0] as [number, number, number];
    for (let i = from; i <= to; i++) {
      const rate = vectorAt(rate_rads, i);
      const along = dot(rate, axis);
      next[0] += along * rate[0];
      next[1] += along * rate[1];
      next[2] += along * rate[2];
    }
    const norm = Math.hypot(...next) || 1;
    axis = [next[0] / norm, next[1] / norm, next[2] / norm];
  }
  return axis;
}
