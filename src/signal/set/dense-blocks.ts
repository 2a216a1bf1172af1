/** Small dense matrices, row-major, as blocks of larger arrays. */

/** In-place lower Cholesky of the n x n block at `at`; reads and leaves the lower triangle. */
export function cholesky(A: Float64Array, at: number, n: number): boolean {
  for (let j = 0; j < n; j++) {
    let d = A[at + j * n + j] as number;
    for (let k = 0; k < j; k++) d -= (A[at + j * n + k] as number) ** 2;
    if (!(d > 0)) return false;
    const root = Math.sqrt(d);
    A[at + j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let s = A[at + i * n + j] as number;
      for (let k = 0; k < j; k++) s -= (A[at + i * n + k] as number) * (A[at + j * n + k] as number);
      A[at + i * n + j] = s / root;
    }
  }
  return true;
}

/** X := L^-1 X for an n x columns block. */
export function forwardRows(
  L: Float64Array,
  at: number,
  n: number,
  X: Float64Array,
  xAt: number,
  columns: number,
): void {
  for (let i = 0; i < n; i++) {
    const row = xAt + i * columns;
    for (let k = 0; k < i; k++) {
      const l = L[at + i * n + k] as number;
      if (l === 0) continue;
      const from = xAt + k * columns;
      for (let c = 0; c < columns; c++) X[row + c] = (X[row + c] as number) - l * (X[from + c] as number);
    }
    const d = 1 / (L[at + i * n + i] as number);
    for (let c = 0; c < columns; c++) X[row + c] = (X[row + c] as number) * d;
  }
}

/** x := L^-T x. */
export function backward(L: Float64Array, at: number, n: number, x: Float64Array, xAt: number): void {
  for (let i = n - 1; i >= 0; i--) {
    let s = x[xAt + i] as number;
    for (let k = i + 1; k < n; k++) s -= (L[at + k * n + i] as number) * (x[xAt + k] as number);
    x[xAt + i] = s / (L[at + i * n + i] as number);
  }
}

/** C -= P^T Q, with `rows` rows, P `pc` and Q `qc` columns; C is pc x qc. */
export function subtractGram(
  P: Float64Array,
  pAt: number,
  pc: number,
  Q: Float64Array,
  qAt: number,
  qc: number,
  rows: number,
  C: Float64Array,
  cAt: number,
): void {
  for (let k = 0; k < rows; k++) {
    const pRow = pAt + k * pc;
    const qRow = qAt + k * qc;
    for (let i = 0; i < pc; i++) {
      const p = P[pRow + i] as number;
      if (p === 0) continue;
      const row = cAt + i * qc;
      for (let j = 0; j < qc; j++) C[row + j] = (C[row + j] as number) - p * (Q[qRow + j] as number);
    }
  }
}

/** C -= P^T P, lower triangle only, with `rows` rows and `n` columns. */
export function subtractSquare(
  P: Float64Array,
  pAt: number,
  n: number,
  rows: number,
  C: Float64Array,
  cAt: number,
): void {
  for (let k = 0; k < rows; k++) {
    const row = pAt + k * n;
    for (let i = 0; i < n; i++) {
      const p = P[row + i] as number;
      if (p === 0) continue;
      const at = cAt + i * n;
      for (let j = 0; j <= i; j++) C[at + j] = (C[at + j] as number) - p * (P[row + j] as number);
    }
  }
}
