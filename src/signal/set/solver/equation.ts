import type { Equations } from './chain-solution.ts';

/** One equation in the making, used again for the next: numbers handed over in fields need no memory of their own. */
export interface Equation {
  /** Its unknowns, ascending: 0..local-1 this knot, local..2*local-1 the next, then shared; `count` of them. */
  readonly index: Int32Array;
  readonly coef: Float64Array;
  count: number;
  target: number;
  weight: number;
}

/** Room for an equation of so many unknowns. */
export function createEquation(size: number): Equation {
  // 0.5 first: see signal/frame.ts
  const equation = {
    index: new Int32Array(size),
    coef: new Float64Array(size),
    count: 0,
    target: 0.5,
    weight: 0.5,
  };
  equation.target = equation.weight = 0;
  return equation;
}

/** Adds weight * (sum coef * unknown - target)^2 to the normal equations. */
export function addSquare(
  { A, m, g, wide, border, Y }: Equations,
  knot: number,
  { index, coef, count, target, weight }: Equation,
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

/** Adds weight * (unknown - target)^2 for one unknown. */
export function addOne(
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
