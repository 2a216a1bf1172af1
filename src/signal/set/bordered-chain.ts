import { eliminate, subtractRows } from './dense-rows.ts';

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
  /** Remembers the equations so far, and goes back to them: what does not change need not be added again. */
  keep(): void;
  recall(): void;
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
  /** Variance of a linear functional: coefficients at knots (ascending) and on the shared unknowns. */
  variance(functional: LinearFunctional): number;
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
  // All equations in one array. A row per unknown: [this knot | next knot | shared | right side]; of symmetric
  // blocks the upper triangle. After the knots the rows of the shared unknowns: [shared | right side].
  const wide = 2 * m + g + 1;
  const border = 2 * m;
  const Y = knots * m * wide;
  const A = new Float64Array(Y + g * (g + 1));
  const kept = new Float64Array(A.length);
  const x = new Float64Array(knots * m);
  const y = new Float64Array(g);

  const first = new Float64Array(m);
  const second = new Float64Array(m);

  const add: BorderedChain['add'] = (knot, index, coef, count, target, weight) => {
    const here = knot * m * wide;
    for (let a = 0; a < count; a++) {
      const i = index[a] as number;
      const wc = weight * (coef[a] as number);
      if (wc === 0) continue;
      // where the columns of this row begin, were the next knot's and the shared unknowns its own
      const row = i < border ? here + i * wide : Y + (i - border) * (g + 1) - border;
      const back = i >= m && i < border ? m : 0;
      let b = a;
      for (; b < count && (index[b] as number) < border; b++) {
        const at = row + (index[b] as number) - back;
        A[at] = (A[at] as number) + wc * (coef[b] as number);
      }
      for (; b < count; b++) {
        const at = row + (index[b] as number);
        A[at] = (A[at] as number) + wc * (coef[b] as number);
      }
      A[row + border + g] = (A[row + border + g] as number) + wc * target;
    }
  };

  const solve = (): boolean => {
    const block = m * wide;
    for (let k = 0, here = 0; k < knots; k++, here += block) {
      if (!eliminate(A, here, wide, m, wide)) return false;
      if (k < knots - 1) {
        for (let i = 0; i < m; i++) {
          const next = here + block + i * wide;
          subtractRows(A, next + i, here + m + i, here + m + i, wide, m, m - i);
          subtractRows(A, next + border, here + m + i, here + border, wide, m, g + 1);
        }
      }
      for (let i = 0; i < g; i++) {
        const from = here + border + i;
        subtractRows(A, Y + i * (g + 1) + i, from, from, wide, m, g + 1 - i);
      }
    }
    if (!eliminate(A, Y, g + 1, g, g + 1)) return false;
    for (let i = g - 1; i >= 0; i--) {
      const row = Y + i * (g + 1);
      let sum = A[row + g] as number;
      for (let j = i + 1; j < g; j++) sum -= (A[row + j] as number) * (y[j] as number);
      y[i] = sum / (A[row + i] as number);
    }
    for (let u = knots * m - 1; u >= 0; u--) {
      const row = u * wide;
      const i = u % m;
      let sum = A[row + border + g] as number;
      for (let j = 0; j < g; j++) sum -= (A[row + border + j] as number) * (y[j] as number);
      const end = Math.min(border, knots * m - u + i);
      for (let j = i + 1; j < end; j++) sum -= (A[row + j] as number) * (x[u - i + j] as number);
      x[u] = sum / (A[row + i] as number);
    }
    return true;
  };

  const variance = (functional: LinearFunctional): number => {
    const onShared = functional.shared.slice();
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
      carry.fill(0);
      let size = 0;
      for (let i = 0; i < m; i++) {
        const row = (k * m + i) * wide;
        const z = (w[i] as number) / (A[row + i] as number);
        size += z * z;
        for (let j = i + 1; j < m; j++) w[j] = (w[j] as number) - z * (A[row + j] as number);
        for (let j = 0; j < m; j++) carry[j] = (carry[j] as number) - z * (A[row + m + j] as number);
        for (let j = 0; j < g; j++)
          onShared[j] = (onShared[j] as number) - z * (A[row + border + j] as number);
      }
      total += size;
      if (place >= functional.knots.length && size < TAIL * total) break;
      [w, carry] = [carry, w];
    }
    for (let i = 0; i < g; i++) {
      const row = Y + i * (g + 1);
      const z = (onShared[i] as number) / (A[row + i] as number);
      total += z * z;
      for (let j = i + 1; j < g; j++) onShared[j] = (onShared[j] as number) - z * (A[row + j] as number);
    }
    return total;
  };

  return {
    knots,
    sharedAt: border,
    clear: () => A.fill(0),
    keep: () => kept.set(A),
    recall: () => A.set(kept),
    add,
    solve,
    x,
    y,
    variance,
  };
}
