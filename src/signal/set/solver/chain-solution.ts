import { eliminate, subtractGram, takeOut } from './dense-rows.ts';
import { carrySeven, SEVEN, subtractGramOfSeven, takeOutOfSeven } from './dense-seven.ts';

/**
 * All equations in one array. A row per unknown: [this knot | next knot | shared | right side]; of symmetric
 * blocks the upper triangle. After the knots the rows of the shared unknowns: [shared | right side].
 */
export interface Equations {
  readonly knots: number;
  readonly m: number;
  readonly g: number;
  readonly A: Float64Array;
  /** Length of a knot's row, its column where the shared unknowns begin, and where the rows of the shared ones do. */
  readonly wide: number;
  readonly border: number;
  readonly Y: number;
}

export interface LinearFunctional {
  /** Ascending knots, each with `local` coefficients in `at`. */
  readonly knots: readonly number[];
  readonly at: readonly Float64Array[];
  readonly shared: Float64Array;
}

/** Relative size below which a functional's tail along the chain no longer adds to its variance. */
const TAIL = 1e-7;

/** Cholesky, from the first knot to the last and then the shared unknowns. */
export function reduce(equations: Equations): boolean {
  const { knots, g, A, Y } = equations;
  for (let k = 0; k < knots; k++) if (!reduceKnot(equations, k)) return false;
  return eliminate(A, Y, g + 1, g, g + 1);
}

/** A function of its own: it is called for every knot and soon compiled, a loop around it all only much later. */
function reduceKnot({ knots, m, g, A, wide, border, Y }: Equations, k: number): boolean {
  const here = k * m * wide;
  const next = here + m * wide;
  if (m !== SEVEN) {
    if (!eliminate(A, here, wide, m, wide)) return false;
    if (k < knots - 1) {
      subtractGram(A, next, wide, here + m, m, here + m, m, wide, m, true);
      subtractGram(A, next + border, wide, here + m, m, here + border, g + 1, wide, m, false);
    }
    subtractGram(A, Y, g + 1, here + border, g, here + border, g + 1, wide, m, true);
    return true;
  }
  if (!eliminate(A, here, wide, m, m)) return false;
  carrySeven(A, here, wide, A, here + m, wide, wide - m);
  if (k < knots - 1) {
    subtractGramOfSeven(A, next, wide, here + m, m, here + m, m, wide, true);
    subtractGramOfSeven(A, next + border, wide, here + m, m, here + border, g + 1, wide, false);
  }
  subtractGramOfSeven(A, Y, g + 1, here + border, g, here + border, g + 1, wide, true);
  return true;
}

/** The way back: shared unknowns first, then from the last knot to the first. */
export function substitute(equations: Equations, x: Float64Array, y: Float64Array): void {
  const { knots, g, A, Y } = equations;
  for (let i = g - 1; i >= 0; i--) {
    const row = Y + i * (g + 1);
    const known = dot(A, row + i + 1, y, i + 1, g - 1 - i);
    y[i] = ((A[row + g] as number) - known) * (A[row + i] as number);
  }
  for (let k = knots - 1; k >= 0; k--) substituteKnot(equations, k, x, y);
}

function substituteKnot(
  { knots, m, g, A, wide, border }: Equations,
  k: number,
  x: Float64Array,
  y: Float64Array,
): void {
  for (let i = m - 1; i >= 0; i--) {
    const u = k * m + i;
    const row = u * wide;
    // sums of their own, so that one need not wait for the other
    const shared = dot(A, row + border, y, 0, g);
    const next = k < knots - 1 ? dot(A, row + m, x, (k + 1) * m, m) : 0;
    const own = dot(A, row + i + 1, x, u + 1, m - 1 - i);
    x[u] = ((A[row + border + g] as number) - shared - next - own) * (A[row + i] as number);
  }
}

function dot(A: Float64Array, at: number, values: Float64Array, from: number, length: number): number {
  let sum = 0;
  for (let c = 0; c < length; c++) sum += (A[at + c] as number) * (values[from + c] as number);
  return sum;
}

export function varianceOf(
  { knots, m, g, A, wide, border, Y }: Equations,
  functional: LinearFunctional,
  carried: Float64Array,
): number {
  // the coefficients carried along, as one more row of the equations
  carried.fill(0);
  carried.set(functional.shared, border);
  let total = 0;
  let place = 0;
  for (let k = functional.knots[0] ?? 0; k < knots; k++) {
    if (functional.knots[place] === k) {
      const own = functional.at[place] as Float64Array;
      for (let i = 0; i < m; i++) carried[i] = (carried[i] as number) + (own[i] as number);
      place++;
    }
    const here = k * m * wide;
    const size =
      m === SEVEN
        ? takeOutOfSeven(A, here, wide, carried, border + g)
        : takeOut(A, here, wide, m, carried, 0, border + g);
    total += size;
    if (place >= functional.knots.length && size < TAIL * total) break;
    for (let i = 0; i < m; i++) {
      carried[i] = carried[m + i] as number;
      carried[m + i] = 0;
    }
  }
  return total + takeOut(A, Y, g + 1, g, carried, border, border + g);
}

/** From what `varianceOf` left of the carried row: the covariance of its functional with each shared unknown. */
export function sharesOf({ g, A, border, Y }: Equations, carried: Float64Array, shares: Float64Array): void {
  for (let i = g - 1; i >= 0; i--) {
    const row = Y + i * (g + 1);
    const inverse = A[row + i] as number;
    const known = dot(A, row + i + 1, shares, i + 1, g - 1 - i);
    shares[i] = ((carried[border + i] as number) * inverse - known) * inverse;
  }
}
