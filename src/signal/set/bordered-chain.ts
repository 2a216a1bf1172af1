import { eliminate, subtractGram, takeOut } from './dense-rows.ts';
import { carrySeven, SEVEN, subtractGramOfSeven, takeOutOfSeven } from './dense-seven.ts';

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
  /** Adds weight * (unknown - target)^2 for one unknown of a knot or, from `sharedAt` on, a shared one. */
  pin(knot: number, unknown: number, target: number, weight: number): void;
  /**
   * The products of an equation's terms at the knots with a run of shared unknowns in it, the first of them `first`, whose
   * coefficients are `share` times `length` (a multiple of three) numbers of `run` from `from` on.
   */
  addAcross(
    knot: number,
    index: Int32Array,
    coef: Float64Array,
    count: number,
    weight: number,
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

export interface LinearFunctional {
  /** Ascending knots, each with `local` coefficients in `at`. */
  readonly knots: readonly number[];
  readonly at: readonly Float64Array[];
  readonly shared: Float64Array;
}

/** Relative size below which a functional's tail along the chain no longer adds to its variance. */
const TAIL = 1e-7;

/**
 * All equations in one array. A row per unknown: [this knot | next knot | shared | right side]; of symmetric
 * blocks the upper triangle. After the knots the rows of the shared unknowns: [shared | right side].
 */
interface Equations {
  readonly knots: number;
  readonly m: number;
  readonly g: number;
  readonly A: Float64Array;
  /** Length of a knot's row, its column where the shared unknowns begin, and where the rows of the shared ones do. */
  readonly wide: number;
  readonly border: number;
  readonly Y: number;
}

/** A class, so that its methods are made once and compiled once: closures made for every set would be compiled for each. */
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

  add(
    knot: number,
    index: Int32Array,
    coef: Float64Array,
    count: number,
    target: number,
    weight: number,
  ): void {
    addSquare(this, knot, index, coef, count, target, weight);
  }

  addAcross(
    knot: number,
    index: Int32Array,
    coef: Float64Array,
    count: number,
    weight: number,
    run: Float64Array,
    from: number,
    length: number,
    first: number,
    share: number,
  ): void {
    const { A, m, wide } = this;
    for (let a = 0; a < count; a++) {
      const wc = weight * share * (coef[a] as number);
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
    return reduce(this) && substitute(this, this.x, this.y);
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

function addSquare(
  { A, m, g, wide, border, Y }: Equations,
  knot: number,
  index: Int32Array,
  coef: Float64Array,
  count: number,
  target: number,
  weight: number,
): void {
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
}

function addOne(
  { A, m, g, wide, border, Y }: Equations,
  knot: number,
  unknown: number,
  target: number,
  weight: number,
): void {
  const isShared = unknown >= border;
  const row = isShared ? Y + (unknown - border) * (g + 1) : (knot * m + unknown) * wide;
  const own = row + (isShared ? unknown - border : unknown);
  const right = row + (isShared ? g : border + g);
  A[own] = (A[own] as number) + weight;
  A[right] = (A[right] as number) + weight * target;
}

/** Cholesky, from the first knot to the last and then the shared unknowns. */
function reduce(equations: Equations): boolean {
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
  carrySeven(A, here, wide, wide);
  if (k < knots - 1) {
    subtractGramOfSeven(A, next, wide, here + m, m, here + m, m, wide, true);
    subtractGramOfSeven(A, next + border, wide, here + m, m, here + border, g + 1, wide, false);
  }
  subtractGramOfSeven(A, Y, g + 1, here + border, g, here + border, g + 1, wide, true);
  return true;
}

/** The way back: shared unknowns first, then from the last knot to the first. */
function substitute(
  { knots, m, g, A, wide, border, Y }: Equations,
  x: Float64Array,
  y: Float64Array,
): boolean {
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
}

function varianceOf(
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
function sharesOf({ g, A, border, Y }: Equations, carried: Float64Array, shares: Float64Array): void {
  for (let i = g - 1; i >= 0; i--) {
    const row = Y + i * (g + 1);
    const pivot = A[row + i] as number;
    let sum = (carried[border + i] as number) / pivot;
    for (let j = i + 1; j < g; j++) sum -= (A[row + j] as number) * (shares[j] as number);
    shares[i] = sum / pivot;
  }
}
