/** Rows of symmetric positive definite matrices, kept in one larger array, reduced by Cholesky's method. */

/**
 * A[at + c] -= sum over `rows` of A[p + k * stride] * A[q + k * stride + c], for c < columns. Three rows at a time:
 * the target is then read and written a third as often, which is most of the time this takes.
 */
export function subtractRows(
  A: Float64Array,
  at: number,
  p: number,
  q: number,
  stride: number,
  rows: number,
  columns: number,
): void {
  let k = 0;
  for (; k + 3 <= rows; k += 3) {
    const p0 = A[p + k * stride] as number;
    const p1 = A[p + (k + 1) * stride] as number;
    const p2 = A[p + (k + 2) * stride] as number;
    const q0 = q + k * stride;
    const q1 = q0 + stride;
    const q2 = q1 + stride;
    for (let c = 0; c < columns; c++) {
      A[at + c] =
        (A[at + c] as number) -
        p0 * (A[q0 + c] as number) -
        p1 * (A[q1 + c] as number) -
        p2 * (A[q2 + c] as number);
    }
  }
  for (; k < rows; k++) {
    const p0 = A[p + k * stride] as number;
    const q0 = q + k * stride;
    for (let c = 0; c < columns; c++) A[at + c] = (A[at + c] as number) - p0 * (A[q0 + c] as number);
  }
}

/**
 * Reduces n rows at `at` to the upper Cholesky factor R (R^T R = A), and what stands to the right of it, up to
 * `columns`, to R^-T times it. False when the matrix is not positive definite.
 */
export function eliminate(A: Float64Array, at: number, stride: number, n: number, columns: number): boolean {
  for (let i = 0; i < n; i++) {
    const row = at + i * stride;
    subtractRows(A, row + i, at + i, at + i, stride, i, columns - i);
    const pivot = A[row + i] as number;
    if (!(pivot > 0)) return false;
    const scale = 1 / Math.sqrt(pivot);
    for (let c = i; c < columns; c++) A[row + c] = (A[row + c] as number) * scale;
  }
  return true;
}
