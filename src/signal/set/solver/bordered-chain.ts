import {
  type Equations,
  type LinearFunctional,
  reduce,
  sharesOf,
  substitute,
  varianceOf,
} from './chain-solution.ts';
import { addOne, addSquare, type Equation } from './equation.ts';

/**
 * Weighted least squares over a chain: every knot has `local` unknowns, neighbouring knots are coupled,
 * and `shared` unknowns (sensor biases, levels) touch all of them. The normal equations are block
 * tridiagonal with a border, so one Cholesky sweep solves them in O(knots).
 */
export interface BorderedChain {
  readonly knots: number;
  /** Where the shared unknowns begin among those of an equation. */
  readonly sharedAt: number;
  /** Forgets every equation; the memory is kept. */
  clear(): void;
  /** Remembers the equations so far, and goes back to them: what does not change need not be added again. */
  keep(): void;
  recall(): void;
  /** Adds weight * (sum coef * unknown - target)^2. */
  add(knot: number, equation: Equation): void;
  /** Adds weight * (unknown - target)^2 for one unknown of a knot or, from `sharedAt` on, a shared one. */
  pin(knot: number, unknown: number, target: number, weight: number): void;
  /**
   * The products of an equation's terms with a run of shared unknowns in it, the first of them `first` and before any other,
   * whose coefficients are `share` times `length` (a multiple of three) numbers of `run` from `from` on.
   */
  addAcross(
    knot: number,
    equation: Equation,
    run: Float64Array,
    from: number,
    length: number,
    first: number,
    share: number,
  ): void;
  /**
   * The products of three such runs with themselves and with the right side. They stand in `runs` from `from` on, each
   * `length` numbers, `stride` apart; `weights` are of each its weight, then of each its weight times target.
   */
  addRuns(
    runs: Float64Array,
    from: number,
    stride: number,
    length: number,
    first: number,
    weights: Float64Array,
  ): void;
  /** Solves; false when the system is not positive definite. */
  solve(): boolean;
  /** Solution: knots * local. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /**
   * Variance of a linear functional: coefficients at knots (ascending) and on the shared unknowns. `shares`, when given,
   * receives its covariance with each shared unknown.
   */
  variance(functional: LinearFunctional, shares?: Float64Array): number;
}

/** A class, so that it is compiled once and not for every set: see signal/frame.ts. */
class Chain implements BorderedChain, Equations {
  readonly knots: number;
  readonly m: number;
  readonly g: number;
  readonly A: Float64Array;
  readonly wide: number;
  readonly border: number;
  readonly Y: number;
  readonly sharedAt: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  private readonly kept: Float64Array;
  private readonly carried: Float64Array;

  constructor(knots: number, local: number, shared: number) {
    this.knots = knots;
    this.m = local;
    this.g = shared;
    this.border = this.sharedAt = 2 * local;
    this.wide = this.border + shared + 1;
    this.Y = knots * local * this.wide;
    this.A = new Float64Array(this.Y + shared * (shared + 1));
    this.kept = new Float64Array(this.A.length);
    this.x = new Float64Array(knots * local);
    this.y = new Float64Array(shared);
    this.carried = new Float64Array(this.border + shared);
  }

  clear(): void {
    this.A.fill(0);
  }

  keep(): void {
    this.kept.set(this.A);
  }

  recall(): void {
    this.A.set(this.kept);
  }

  add(knot: number, equation: Equation): void {
    addSquare(this, knot, equation);
  }

  addAcross(
    knot: number,
    { index, coef, count, weight }: Equation,
    run: Float64Array,
    from: number,
    length: number,
    first: number,
    share: number,
  ): void {
    const { A, m, wide } = this;
    for (let a = 0; a < count; a++) {
      const wc = weight * share * (coef[a] as number);
      if ((index[a] as number) >= this.border) {
        this.addAmongShared(index[a] as number, wc, run, from, length, first);
        continue;
      }
      const row = (knot * m + (index[a] as number)) * wide + first;
      // three at a time: a run is three axes, or three times three
      for (let c = 0; c < length; c += 3) {
        const to = row + c;
        const at = from + c;
        A[to] = (A[to] as number) + wc * (run[at] as number);
        A[to + 1] = (A[to + 1] as number) + wc * (run[at + 1] as number);
        A[to + 2] = (A[to + 2] as number) + wc * (run[at + 2] as number);
      }
    }
  }

  /** The products of a shared term with a run of shared unknowns that stand before it. */
  private addAmongShared(
    unknown: number,
    weighted: number,
    run: Float64Array,
    from: number,
    length: number,
    first: number,
  ): void {
    const { A, g, Y, border } = this;
    for (let c = 0; c < length; c++) {
      const at = Y + (first - border + c) * (g + 1) + unknown - border;
      A[at] = (A[at] as number) + weighted * (run[from + c] as number);
    }
  }

  addRuns(
    runs: Float64Array,
    x: number,
    stride: number,
    length: number,
    first: number,
    weights: Float64Array,
  ): void {
    const { A, g, Y, border } = this;
    const y = x + stride;
    const z = y + stride;
    const at = first - border;
    for (let a = 0; a < length; a++) {
      const rx = runs[x + a] as number;
      const ry = runs[y + a] as number;
      const rz = runs[z + a] as number;
      const wx = rx * (weights[0] as number);
      const wy = ry * (weights[1] as number);
      const wz = rz * (weights[2] as number);
      const row = Y + (at + a) * (g + 1);
      for (let b = a; b < length; b++) {
        const to = row + at + b;
        A[to] =
          (A[to] as number) +
          wx * (runs[x + b] as number) +
          wy * (runs[y + b] as number) +
          wz * (runs[z + b] as number);
      }
      A[row + g] =
        (A[row + g] as number) +
        rx * (weights[3] as number) +
        ry * (weights[4] as number) +
        rz * (weights[5] as number);
    }
  }

  pin(knot: number, unknown: number, target: number, weight: number): void {
    addOne(this, knot, unknown, target, weight);
  }

  solve(): boolean {
    if (!reduce(this)) return false;
    substitute(this, this.x, this.y);
    return true;
  }

  variance(functional: LinearFunctional, shares?: Float64Array): number {
    const total = varianceOf(this, functional, this.carried);
    if (shares !== undefined) sharesOf(this, this.carried, shares);
    return total;
  }
}

export function createBorderedChain(knots: number, local: number, shared: number): BorderedChain {
  return new Chain(knots, local, shared);
}
