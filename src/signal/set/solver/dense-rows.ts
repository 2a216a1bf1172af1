/** Rows of symmetric positive definite matrices, kept in one larger array, reduced by Cholesky's method. */

/**
 * C -= P^T Q. C has n rows `atStride` apart from `at`; P (n columns from `p`) and Q (`columns` from `q`) have `rows` rows
 * `stride` apart. `upper`: only the upper triangle of C matters.
 */
export function subtractGram(
  A: Float64Array,
  at: number,
  atStride: number,
  p: number,
  n: number,
  q: number,
  columns: number,
  stride: number,
  rows: number,
  upper: boolean,
): void {
  for (let i = 0; i < n; i++) {
    const skip = upper ? i : 0;
    subtractOne(A, at + i * atStride + skip, p + i, q + skip, stride, rows, columns - skip);
  }
}

function subtractOne(
  A: Float64Array,
  at: number,
  p: number,
  q: number,
  stride: number,
  rows: number,
  columns: number,
): void {
  for (let k = 0; k < rows; k++) {
    const a0 = A[p + k * stride] as number;
    const shift = q + k * stride - at;
    for (let a = at; a < at + columns; a++) A[a] = (A[a] as number) - a0 * (A[a + shift] as number);
  }
}

/**
 * Reduces n rows at `at` to the upper Cholesky factor R (R^T R = A), and what stands to the right of it, up to
 * `columns`, to R^-T times it. On the diagonal of R stands its inverse: whoever goes through R divides by it, and a product
 * is quicker. False when the matrix is not positive definite.
 */
export function eliminate(A: Float64Array, at: number, stride: number, n: number, columns: number): boolean {
  for (let i = 0; i < n; i++) {
    const row = at + i * stride;
    subtractOne(A, row + i, at + i, at + i, stride, i, columns - i);
    const pivot = A[row + i] as number;
    if (!(pivot > 0)) return false;
    const scale = 1 / Math.sqrt(pivot);
    A[row + i] = scale;
    for (let c = i + 1; c < columns; c++) A[row + c] = (A[row + c] as number) * scale;
  }
  return true;
}

/** Carries a row from column `from` to `to` through n reduced rows; the sum of squares they take out of it. */
export function takeOut(
  A: Float64Array,
  at: number,
  stride: number,
  n: number,
  row: Float64Array,
  from: number,
  to: number,
): number {
  let size = 0;
  for (let i = 0; i < n; i++) {
    const shift = at + i * stride - from;
    const z = (row[from + i] as number) * (A[from + i + shift] as number);
    size += z * z;
    for (let c = from + i + 1; c < to; c++) row[c] = (row[c] as number) - z * (A[c + shift] as number);
  }
  return size;
}
