import { backward, cholesky, forwardRows, subtractGram, subtractSquare } from './dense-blocks.ts';

/**
 * Weighted least squares over a chain: every knot has `local` unknowns, neighbouring knots are coupled,
 * and `shared` unknowns (sensor biases, levels) touch all of them. The normal equations are block
 * tridiagonal with a border, so one Cholesky sweep solves them in O(knots).
 */
export interface BorderedChain {
  readonly knots: number;
  /** Indices into a residual's unknowns, ascending: 0..local-1 this knot, local..2*local-1 the next, then shared. */
  readonly sharedAt: number;
  /** Forgets every equation; the memory is kept. */
  clear(): void;
  /** Adds weight * (sum coef * unknown - target)^2, with `count` entries of `index` and `coef`. */
  add(
    knot: number,
    index: Int32Array,
    coef: Float64Array,
    count: number,
    target: number,
    weight: number,
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

export interface LinearFunctional {
  /** Ascending knots, each with `local` coefficients in `at`. */
  readonly knots: readonly number[];
  readonly at: readonly Float64Array[];
  readonly shared: Float64Array;
}

/** Relative size below which a functional's tail along the chain no longer adds to its variance. */
const TAIL = 1e-9;

export function createBorderedChain(knots: number, local: number, shared: number): BorderedChain {
  const m = local;
  const g = shared;
  const D = new Float64Array(knots * m * m);
  const U = new Float64Array(knots * m * m);
  const B = new Float64Array(knots * m * g);
  const r = new Float64Array(knots * m);
  const Y = new Float64Array(g * g);
  const ry = new Float64Array(g);
  const x = new Float64Array(knots * m);
  const y = new Float64Array(g);

  const first = new Float64Array(m);
  const second = new Float64Array(m);

  const clear = (): void => {
    for (const values of [D, U, B, r, Y, ry]) values.fill(0);
  };

  // of symmetric blocks only the lower triangle is kept
  const add: BorderedChain['add'] = (knot, index, coef, count, target, weight) => {
    const d0 = knot * m * m;
    const d1 = d0 + m * m;
    const b0 = knot * m * g;
    for (let a = 0; a < count; a++) {
      const i = index[a] as number;
      const wc = weight * (coef[a] as number);
      if (wc === 0) continue;
      if (i < 2 * m) r[knot * m + i] = (r[knot * m + i] as number) + wc * target;
      else ry[i - 2 * m] = (ry[i - 2 * m] as number) + wc * target;
      for (let b = a; b < count; b++) {
        const j = index[b] as number;
        const v = wc * (coef[b] as number);
        if (i >= 2 * m) Y[(j - 2 * m) * g + i - 2 * m] = (Y[(j - 2 * m) * g + i - 2 * m] as number) + v;
        else if (j >= 2 * m) B[b0 + i * g + j - 2 * m] = (B[b0 + i * g + j - 2 * m] as number) + v;
        else if (i >= m) D[d1 + (j - m) * m + i - m] = (D[d1 + (j - m) * m + i - m] as number) + v;
        else if (j >= m) U[d0 + i * m + j - m] = (U[d0 + i * m + j - m] as number) + v;
        else D[d0 + j * m + i] = (D[d0 + j * m + i] as number) + v;
      }
    }
  };

  const solve = (): boolean => {
    for (let k = 0; k < knots; k++) {
      if (!cholesky(D, k * m * m, m)) return false;
      const last = k === knots - 1;
      if (!last) forwardRows(D, k * m * m, m, U, k * m * m, m);
      forwardRows(D, k * m * m, m, B, k * m * g, g);
      forwardRows(D, k * m * m, m, r, k * m, 1);
      if (!last) {
        subtractSquare(U, k * m * m, m, m, D, (k + 1) * m * m);
        subtractGram(U, k * m * m, m, B, k * m * g, g, m, B, (k + 1) * m * g);
        subtractGram(U, k * m * m, m, r, k * m, 1, m, r, (k + 1) * m);
      }
      subtractSquare(B, k * m * g, g, m, Y, 0);
      subtractGram(B, k * m * g, g, r, k * m, 1, m, ry, 0);
    }
    if (!cholesky(Y, 0, g)) return false;
    forwardRows(Y, 0, g, ry, 0, 1);
    for (let i = 0; i < g; i++) y[i] = ry[i] as number;
    backward(Y, 0, g, y, 0);
    for (let k = knots - 1; k >= 0; k--) {
      for (let i = 0; i < m; i++) {
        let sum = r[k * m + i] as number;
        if (k < knots - 1)
          for (let j = 0; j < m; j++)
            sum -= (U[k * m * m + i * m + j] as number) * (x[(k + 1) * m + j] as number);
        for (let j = 0; j < g; j++) sum -= (B[k * m * g + i * g + j] as number) * (y[j] as number);
        x[k * m + i] = sum;
      }
      backward(D, k * m * m, m, x, k * m);
    }
    return true;
  };

  const variance = (functional: LinearFunctional, shares?: Float64Array): number => {
    const border = functional.shared.slice();
    let w = first;
    let carry = second;
    w.fill(0);
    let total = 0;
    let place = 0;
    for (let k = functional.knots[0] ?? 0; k < knots; k++) {
      if (functional.knots[place] === k) {
        const own = functional.at[place] as Float64Array;
        for (let i = 0; i < m; i++) w[i] = (w[i] as number) + (own[i] as number);
        place++;
      }
      forwardRows(D, k * m * m, m, w, 0, 1);
      let size = 0;
      for (let i = 0; i < m; i++) size += (w[i] as number) ** 2;
      total += size;
      subtractGram(B, k * m * g, g, w, 0, 1, m, border, 0);
      if (place >= functional.knots.length && size < TAIL * total) break;
      carry.fill(0);
      if (k < knots - 1) subtractGram(U, k * m * m, m, w, 0, 1, m, carry, 0);
      [w, carry] = [carry, w];
    }
    forwardRows(Y, 0, g, border, 0, 1);
    for (let i = 0; i < g; i++) total += (border[i] as number) ** 2;
    if (shares !== undefined) {
      shares.set(border);
      backward(Y, 0, g, shares, 0);
    }
    return total;
  };

  return { knots, sharedAt: 2 * m, clear, add, solve, x, y, variance };
}
