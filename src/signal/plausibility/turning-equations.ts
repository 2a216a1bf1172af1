import type { Frame } from '../frame.ts';
import { APART, at, createTurnCells, type TurnCells } from './turn-cells.ts';

/** What a gyro may read at rest, rad/s: 4 deg/s; it is among the unknowns. */
const BIAS_RADS = 0.07;
/** How far the smoothed up strays from gravity while a bar is lifted, as a share of it; it weighs the bias only (chosen here). */
const STRAY = 0.05;
const NINE = 9;
/** Unknowns: the nine numbers of the matrix, row by row, and what it makes of the gyro's bias. */
const ALL = NINE + 3;

/** How a gyroscope agrees with the turning of gravity, summed up so that any reading of its axes can be tried afterwards. */
export interface TurningEquations {
  /** True when there is more to be judged by than before. */
  update(frame: Frame): boolean;
  /** Squared change of the direction of up over 0.8 s, summed ten times a second; 1 is a turn by 57 degrees. */
  readonly seen: number;
  /** Changes summed up. */
  readonly count: number;
  /** Made anew each time. */
  readonly judge: TurningJudge;
}

export interface TurningJudge {
  /** Share of `seen` left unexplained when the gyro's readings are first multiplied by `scale` times `m` (3 x 3, row by row). */
  unexplained(m: ArrayLike<number>, scale?: number): number;
  /** The scale of `m` that leaves least unexplained. */
  bestScale(m: ArrayLike<number>): number;
}

/** A class, and a struct of numbers: see frame.ts. */
class NormalEquations implements TurningEquations {
  private readonly cells = createTurnCells();
  private readonly G = new Float64Array(ALL * ALL);
  private readonly b = new Float64Array(ALL);
  private readonly rows = new Float64Array(3 * ALL);
  private readonly s = { seen: 0.5, count: 0 };

  constructor() {
    this.s.seen = 0;
  }

  update(frame: Frame): boolean {
    if (!this.cells.update(frame) || !setRows(this.cells, this.rows)) return false;
    this.add();
    return true;
  }

  get seen(): number {
    return this.s.seen;
  }

  get count(): number {
    return this.s.count;
  }

  get judge(): TurningJudge {
    return judgeOf(this.G, this.b, this.s.seen);
  }

  private add(): void {
    const { G, b, rows, s } = this;
    const { up, first } = this.cells;
    const from = 3 * at(first);
    const to = 3 * at(first + APART);
    for (let axis = 0; axis < 3; axis++) {
      const row = ALL * axis;
      const d = (up[to + axis] as number) - (up[from + axis] as number);
      s.seen += d * d;
      for (let i = 0; i < ALL; i++) {
        const c = rows[row + i] as number;
        if (c === 0) continue;
        b[i] = (b[i] as number) + c * d;
        for (let j = 0; j <= i; j++)
          G[ALL * i + j] = (G[ALL * i + j] as number) + c * (rows[row + j] as number);
      }
    }
    s.count += 1;
  }
}

/**
 * In the sensor's axes gravity turns against the sensor: u' = u x w. Over 0.8 s the change of u is linear in the matrix that
 * the gyro's readings would need, so one set of normal equations judges every reading of its axes.
 */
export function createTurningEquations(): TurningEquations {
  return new NormalEquations();
}

/** The integral of u x (M w) over the cells, as coefficients of M and of the bias; false where up is not known. */
function setRows({ first, up, rate, span }: TurnCells, rows: Float64Array): boolean {
  rows.fill(0);
  for (let place = first; place < first + APART; place++) {
    const here = 3 * at(place);
    const next = 3 * at(place + 1);
    const x = ((up[here] as number) + (up[next] as number)) / 2;
    const y = ((up[here + 1] as number) + (up[next + 1] as number)) / 2;
    const z = ((up[here + 2] as number) + (up[next + 2] as number)) / 2;
    if (x * x + y * y + z * z < 0.25) return false;
    const dt = span[at(place)] as number;
    for (let k = 0; k <= 3; k++) {
      const w = k === 3 ? dt : dt * smoothed(rate, place, k);
      // where M's rows have the number that this axis of the gyro is multiplied by
      const inX = k === 3 ? NINE : k;
      const inY = k === 3 ? NINE + 1 : 3 + k;
      const inZ = k === 3 ? NINE + 2 : 6 + k;
      addTo(rows, inZ, y * w);
      addTo(rows, inY, -z * w);
      addTo(rows, ALL + inX, z * w);
      addTo(rows, ALL + inZ, -x * w);
      addTo(rows, 2 * ALL + inY, x * w);
      addTo(rows, 2 * ALL + inX, -y * w);
    }
  }
  return true;
}

function addTo(values: Float64Array, place: number, value: number): void {
  values[place] = (values[place] as number) + value;
}

/** The rate about as long averaged as up is, so that a quick twist shows as little in one as in the other. */
function smoothed(rate: Float64Array, place: number, axis: number): number {
  const far = (rate[3 * at(place - 2) + axis] as number) / 8;
  const near = (rate[3 * at(place - 1) + axis] as number) + (rate[3 * at(place) + axis] as number);
  const next = rate[3 * at(place + 1) + axis] as number;
  return far + (near + next) / 4 + (rate[3 * at(place + 2) + axis] as number) / 8;
}

/** The bias is taken out of the unknowns first: whatever the matrix, it has the value that suits best. */
function judgeOf(G: Float64Array, b: Float64Array, total: number): TurningJudge {
  const A = G.slice();
  const y = b.slice();
  let seen = total;
  for (let i = NINE; i < ALL; i++) A[ALL * i + i] = (A[ALL * i + i] as number) + (STRAY / BIAS_RADS) ** 2;
  for (let p = ALL - 1; p >= NINE; p--) {
    const pivot = A[ALL * p + p] as number;
    for (let i = 0; i < p; i++) {
      const share = (A[ALL * p + i] as number) / pivot;
      y[i] = (y[i] as number) - share * (y[p] as number);
      for (let j = 0; j <= i; j++)
        A[ALL * i + j] = (A[ALL * i + j] as number) - share * (A[ALL * p + j] as number);
    }
    seen -= (y[p] as number) ** 2 / pivot;
  }
  const along = (m: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < NINE; i++) sum += (m[i] as number) * (y[i] as number);
    return sum;
  };
  const predicted = (m: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < NINE; i++) {
      if (m[i] === 0) continue;
      for (let j = 0; j < NINE; j++)
        sum += (m[i] as number) * (m[j] as number) * (A[i >= j ? ALL * i + j : ALL * j + i] as number);
    }
    return sum;
  };
  return {
    unexplained: (m, scale = 1) =>
      seen <= 0 ? 1 : (seen - 2 * scale * along(m) + scale * scale * predicted(m)) / seen,
    bestScale: (m) => {
      const own = predicted(m);
      return own > 0 ? along(m) / own : 0;
    },
  };
}
