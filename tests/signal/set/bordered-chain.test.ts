import { expect, test } from 'vitest';
import { createBorderedChain } from '../../../src/signal/set/bordered-chain.ts';

/** Least squares by plain Gauss elimination on the full matrix: slow and obvious. */
function solveDense(A: number[][], b: number[]): number[] {
  const n = b.length;
  const M = A.map((row, i) => [...row, b[i] as number]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c; r < n; r++) if (Math.abs(M[r]?.[c] ?? 0) > Math.abs(M[pivot]?.[c] ?? 0)) pivot = r;
    [M[c], M[pivot]] = [M[pivot] as number[], M[c] as number[]];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const f = (M[r]?.[c] ?? 0) / (M[c]?.[c] ?? 1);
      for (let k = c; k <= n; k++) (M[r] as number[])[k] = (M[r]?.[k] ?? 0) - f * (M[c]?.[k] ?? 0);
    }
  }
  return M.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}

const KNOTS = 5;
const LOCAL = 2;
const SHARED = 3;
const SIZE = KNOTS * LOCAL + SHARED;

function build() {
  const chain = createBorderedChain(KNOTS, LOCAL, SHARED);
  const A = Array.from({ length: SIZE }, () => new Array<number>(SIZE).fill(0));
  const b = new Array<number>(SIZE).fill(0);
  const add = (knot: number, index: number[], coef: number[], target: number, weight: number): void => {
    chain.add(knot, Int32Array.from(index), Float64Array.from(coef), index.length, target, weight);
    const place = (i: number): number => (i < 2 * LOCAL ? knot * LOCAL + i : KNOTS * LOCAL + i - 2 * LOCAL);
    index.forEach((i, a) => {
      b[place(i)] = (b[place(i)] ?? 0) + weight * (coef[a] ?? 0) * target;
      index.forEach((j, c) => {
        const row = A[place(i)] as number[];
        row[place(j)] = (row[place(j)] ?? 0) + weight * (coef[a] ?? 0) * (coef[c] ?? 0);
      });
    });
  };
  let seed = 7;
  const random = (): number => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647 - 0.5;
  };
  for (let k = 0; k < KNOTS; k++) {
    for (let i = 0; i < LOCAL; i++) add(k, [i], [1], random(), 0.5);
    if (k === KNOTS - 1) break;
    for (let n = 0; n < 4; n++) {
      add(k, [0, 1, 2, 3, 4, 5, 6], Array.from({ length: 7 }, random), random(), 1 + random());
    }
  }
  for (let i = 0; i < SHARED; i++) add(0, [2 * LOCAL + i], [1], random(), 0.3);
  return { chain, A, b };
}

test('solves what plain elimination solves', () => {
  const { chain, A, b } = build();
  expect(chain.solve()).toBe(true);
  const dense = solveDense(A, b);
  const solved = [...chain.x, ...chain.y];
  for (let i = 0; i < SIZE; i++) expect(solved[i]).toBeCloseTo(dense[i] as number, 9);
});

test('variance of a sum of unknowns, and its covariances with the shared ones, are those of the inverse matrix', () => {
  const { chain, A } = build();
  chain.solve();
  const c = new Array<number>(SIZE).fill(0);
  c[1 * LOCAL] = -1;
  c[3 * LOCAL] = 1;
  c[3 * LOCAL + 1] = 0.5;
  c[KNOTS * LOCAL + 2] = 0.25;
  const z = solveDense(A, c);
  const expected = c.reduce((sum, value, i) => sum + value * (z[i] as number), 0);
  const shares = new Float64Array(SHARED);
  const functional = {
    knots: [1, 3],
    at: [Float64Array.of(-1, 0), Float64Array.of(1, 0.5)],
    shared: Float64Array.of(0, 0, 0.25),
  };
  expect(chain.variance(functional, shares)).toBeCloseTo(expected, 9);
  for (let i = 0; i < SHARED; i++) expect(shares[i]).toBeCloseTo(z[KNOTS * LOCAL + i] as number, 9);
});

test('says when the equations do not determine the unknowns', () => {
  expect(createBorderedChain(3, 2, 1).solve()).toBe(false);
});
