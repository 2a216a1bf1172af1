/**
 * What dense-rows.ts does, for the seven rows of a knot at once: reading and writing numbers is most of the time this
 * takes, and with all seven in local variables each number is read and written once (0.6 of the time per solution).
 */
export const SEVEN = 7;

/**
 * Takes vectors of seven numbers of B through seven reduced rows of A: R^-T times each. `count` vectors from `from` on, next
 * to each other, their numbers `apart`.
 */
export function carrySeven(
  A: Float64Array,
  at: number,
  stride: number,
  B: Float64Array,
  from: number,
  apart: number,
  count: number,
): void {
  const r1 = at + stride;
  const r2 = r1 + stride;
  const r3 = r2 + stride;
  const r4 = r3 + stride;
  const r5 = r4 + stride;
  const r6 = r5 + stride;
  const a0 = A[at] as number;
  const a1 = A[at + 1] as number;
  const a2 = A[at + 2] as number;
  const a3 = A[at + 3] as number;
  const a4 = A[at + 4] as number;
  const a5 = A[at + 5] as number;
  const a6 = A[at + 6] as number;
  const b1 = A[r1 + 1] as number;
  const b2 = A[r1 + 2] as number;
  const b3 = A[r1 + 3] as number;
  const b4 = A[r1 + 4] as number;
  const b5 = A[r1 + 5] as number;
  const b6 = A[r1 + 6] as number;
  const c2 = A[r2 + 2] as number;
  const c3 = A[r2 + 3] as number;
  const c4 = A[r2 + 4] as number;
  const c5 = A[r2 + 5] as number;
  const c6 = A[r2 + 6] as number;
  const d3 = A[r3 + 3] as number;
  const d4 = A[r3 + 4] as number;
  const d5 = A[r3 + 5] as number;
  const d6 = A[r3 + 6] as number;
  const e4 = A[r4 + 4] as number;
  const e5 = A[r4 + 5] as number;
  const e6 = A[r4 + 6] as number;
  const f5 = A[r5 + 5] as number;
  const f6 = A[r5 + 6] as number;
  const g6 = A[r6 + 6] as number;
  for (let v0 = from; v0 < from + count; v0++) {
    const v1 = v0 + apart;
    const v2 = v1 + apart;
    const v3 = v2 + apart;
    const v4 = v3 + apart;
    const v5 = v4 + apart;
    const v6 = v5 + apart;
    const x0 = (B[v0] as number) * a0;
    const x1 = ((B[v1] as number) - a1 * x0) * b1;
    const x2 = ((B[v2] as number) - a2 * x0 - b2 * x1) * c2;
    const x3 = ((B[v3] as number) - a3 * x0 - b3 * x1 - c3 * x2) * d3;
    const x4 = ((B[v4] as number) - a4 * x0 - b4 * x1 - c4 * x2 - d4 * x3) * e4;
    const x5 = ((B[v5] as number) - a5 * x0 - b5 * x1 - c5 * x2 - d5 * x3 - e5 * x4) * f5;
    const x6 = ((B[v6] as number) - a6 * x0 - b6 * x1 - c6 * x2 - d6 * x3 - e6 * x4 - f6 * x5) * g6;
    B[v0] = x0;
    B[v1] = x1;
    B[v2] = x2;
    B[v3] = x3;
    B[v4] = x4;
    B[v5] = x5;
    B[v6] = x6;
  }
}

/** C -= P^T Q as `subtractGram`, for seven rows of P and Q: two rows of C at a time, the last one alone. */
export function subtractGramOfSeven(
  A: Float64Array,
  at: number,
  atStride: number,
  p: number,
  n: number,
  q: number,
  columns: number,
  stride: number,
  upper: boolean,
): void {
  for (let i = 0; i < n; i += 2) {
    const skip = upper ? i : 0;
    const to = at + i * atStride + skip;
    if (i + 1 < n) subtractTwo(A, to, atStride, p + i, q + skip, stride, columns - skip);
    else subtractOne(A, to, A, p + i, stride, A, q + skip, stride, columns - skip);
  }
}

function subtractTwo(
  A: Float64Array,
  at: number,
  atStride: number,
  p: number,
  q: number,
  stride: number,
  columns: number,
): void {
  const s2 = 2 * stride;
  const s3 = 3 * stride;
  const s4 = 4 * stride;
  const s5 = 5 * stride;
  const s6 = 6 * stride;
  const a0 = A[p] as number;
  const a1 = A[p + stride] as number;
  const a2 = A[p + s2] as number;
  const a3 = A[p + s3] as number;
  const a4 = A[p + s4] as number;
  const a5 = A[p + s5] as number;
  const a6 = A[p + s6] as number;
  const b0 = A[p + 1] as number;
  const b1 = A[p + 1 + stride] as number;
  const b2 = A[p + 1 + s2] as number;
  const b3 = A[p + 1 + s3] as number;
  const b4 = A[p + 1 + s4] as number;
  const b5 = A[p + 1 + s5] as number;
  const b6 = A[p + 1 + s6] as number;
  for (let c = 0; c < columns; c++) {
    const from = q + c;
    const x0 = A[from] as number;
    const x1 = A[from + stride] as number;
    const x2 = A[from + s2] as number;
    const x3 = A[from + s3] as number;
    const x4 = A[from + s4] as number;
    const x5 = A[from + s5] as number;
    const x6 = A[from + s6] as number;
    const to = at + c;
    A[to] = (A[to] as number) - (a0 * x0 + a1 * x1 + a2 * x2) - (a3 * x3 + a4 * x4) - (a5 * x5 + a6 * x6);
    const below = to + atStride;
    A[below] =
      (A[below] as number) - (b0 * x0 + b1 * x1 + b2 * x2) - (b3 * x3 + b4 * x4) - (b5 * x5 + b6 * x6);
  }
}

/** One row, C at `at`, less seven numbers of P times seven rows of Q. */
function subtractOne(
  C: Float64Array,
  at: number,
  P: Float64Array,
  p: number,
  pStride: number,
  Q: Float64Array,
  q: number,
  stride: number,
  columns: number,
): void {
  const s2 = 2 * stride;
  const s3 = 3 * stride;
  const s4 = 4 * stride;
  const s5 = 5 * stride;
  const s6 = 6 * stride;
  const a0 = P[p] as number;
  const a1 = P[p + pStride] as number;
  const a2 = P[p + 2 * pStride] as number;
  const a3 = P[p + 3 * pStride] as number;
  const a4 = P[p + 4 * pStride] as number;
  const a5 = P[p + 5 * pStride] as number;
  const a6 = P[p + 6 * pStride] as number;
  for (let c = 0; c < columns; c++) {
    const from = q + c;
    C[at + c] =
      (C[at + c] as number) -
      (a0 * (Q[from] as number) + a1 * (Q[from + stride] as number) + a2 * (Q[from + s2] as number)) -
      (a3 * (Q[from + s3] as number) + a4 * (Q[from + s4] as number)) -
      (a5 * (Q[from + s5] as number) + a6 * (Q[from + s6] as number));
  }
}

/** Carries a row, `columns` long, through seven reduced rows; the sum of squares they take out of it. */
export function takeOutOfSeven(
  A: Float64Array,
  at: number,
  stride: number,
  row: Float64Array,
  columns: number,
): number {
  carrySeven(A, at, stride, row, 0, 1, 1);
  subtractOne(row, SEVEN, row, 0, 1, A, at + SEVEN, stride, columns - SEVEN);
  let size = 0;
  for (let i = 0; i < SEVEN; i++) size += (row[i] as number) ** 2;
  return size;
}
