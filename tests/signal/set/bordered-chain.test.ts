import { expect, test } from 'vitest';
import { createBorderedChain } from '../../../src/signal/set/solver/bordered-chain.ts';

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
const SHARED = 5;
/** Seven unknowns per knot go through code of their own. */
const LOCALS = [2, 3, 7];

function build(local: number) {
  const size = KNOTS * local + SHARED;
  const chain = createBorderedChain(KNOTS, local, SHARED);
  const A = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const b = new Array<number>(size).fill(0);
  const add = (knot: number, index: number[], coef: number[], target: number, weight: number): void => {
    const count = index.length;
    chain.add(knot, { index: Int32Array.from(index), coef: Float64Array.from(coef), count, target, weight });
    const place = (i: number): number => (i < 2 * local ? knot * local + i : KNOTS * local + i - 2 * local);
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
  const ofBoth = Array.from({ length: 2 * local + SHARED }, (_, i) => i);
  for (let k = 0; k < KNOTS; k++) {
    for (let i = 0; i < local; i++) add(k, [i], [1], random(), 0.5);
    if (k === KNOTS - 1) break;
    for (let n = 0; n < 4; n++) add(k, ofBoth, ofBoth.map(random), random(), 1 + random());
  }
  for (let i = 0; i < SHARED; i++) add(0, [2 * local + i], [1], random(), 0.3);
  return { chain, A, b, size, random };
}

test.each(LOCALS)('solves what plain elimination solves, %i unknowns per knot', (local) => {
  const { chain, A, b, size } = build(local);
  expect(chain.solve()).toBe(true);
  const dense = solveDense(A, b);
  const solved = [...chain.x, ...chain.y];
  for (let i = 0; i < size; i++) expect(solved[i]).toBeCloseTo(dense[i] as number, 9);
});

test.each(LOCALS)(
  'variance of a sum of unknowns, and its covariances with the shared ones, are those of the inverse matrix, %i unknowns per knot',
  (local) => {
    const { chain, A, size } = build(local);
    chain.solve();
    const c = new Array<number>(size).fill(0);
    c[1 * local] = -1;
    c[3 * local] = 1;
    c[3 * local + 1] = 0.5;
    c[KNOTS * local + 2] = 0.25;
    const z = solveDense(A, c);
    const expected = c.reduce((sum, value, i) => sum + value * (z[i] as number), 0);
    const shares = new Float64Array(SHARED);
    const functional = {
      knots: [1, 3],
      at: [new Float64Array(local), new Float64Array(local)],
      shared: Float64Array.of(0, 0, 0.25, 0, 0),
    };
    functional.at[0]?.set([-1]);
    functional.at[1]?.set([1, 0.5]);
    expect(chain.variance(functional, shares)).toBeCloseTo(expected, 9);
    for (let i = 0; i < SHARED; i++) expect(shares[i]).toBeCloseTo(z[KNOTS * local + i] as number, 9);
  },
);

test('a run of shared unknowns adds what its terms one by one do', () => {
  const whole = build(7);
  const parts = build(7);
  const runs = Float64Array.from({ length: 9 }, whole.random);
  const [share, target, weight] = [0.7, 0.4, 1.3];
  const index = Int32Array.of(0, 3, 8, 14, 15, 16);
  const coef = Float64Array.of(1, -0.5, 0.8, 0, 0, 0);
  for (let c = 0; c < 3; c++) coef[3 + c] = share * (runs[3 + c] as number);
  whole.chain.add(2, { index, coef, count: 6, target, weight });
  const equation = { index, coef, count: 3, target, weight };
  parts.chain.add(2, equation);
  parts.chain.addAcross(2, equation, runs, 3, 3, 14, share);
  const weights = Float64Array.of(0, weight * share * share, 0, 0, weight * share * target, 0);
  parts.chain.addRuns(runs, 0, 3, 3, 14, weights);
  expect(whole.chain.solve() && parts.chain.solve()).toBe(true);
  whole.chain.x.forEach((x, i) => {
    expect(parts.chain.x[i]).toBeCloseTo(x, 9);
  });
});

test('says when the equations do not determine the unknowns', () => {
  expect(createBorderedChain(3, 2, 1).solve()).toBe(false);
});
