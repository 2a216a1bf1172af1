/** Small weighted least squares with a prior, by normal equations; `n` unknowns. */
export interface LeastSquares {
  /** sum(row * unknowns) = value, to within sigma. */
  observe(row: ArrayLike<number>, value: number, sigma: number): void;
  /** The unknowns, or null when they cannot be told apart. */
  solve(): Float64Array | null;
  /** 1-sigma of sum(row * unknowns); after `solve`. */
  sigmaOf(row: ArrayLike<number>): number;
}

export function createLeastSquares(n: number): LeastSquares {
  const normal = new Float64Array(n * n);
  const right = new Float64Array(n);
  // lower triangle of the Cholesky factor
  const factor = new Float64Array(n * n);

  function decompose(): boolean {
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        let sum = normal[i * n + j] as number;
        for (let k = 0; k < j; k += 1) sum -= (factor[i * n + k] as number) * (factor[j * n + k] as number);
        if (i === j) {
          if (!(sum > 0)) return false;
          factor[i * n + i] = Math.sqrt(sum);
        } else factor[i * n + j] = sum / (factor[j * n + j] as number);
      }
    }
    return true;
  }

  function forward(b: ArrayLike<number>): Float64Array {
    const y = new Float64Array(n);
    for (let i = 0; i < n; i += 1) {
      let sum = b[i] as number;
      for (let k = 0; k < i; k += 1) sum -= (factor[i * n + k] as number) * (y[k] as number);
      y[i] = sum / (factor[i * n + i] as number);
    }
    return y;
  }

  return {
    observe(row, value, sigma) {
      const weight = 1 / (sigma * sigma);
      for (let i = 0; i < n; i += 1) {
        const wi = weight * (row[i] as number);
        right[i] = (right[i] as number) + wi * value;
        for (let j = 0; j < n; j += 1)
          normal[i * n + j] = (normal[i * n + j] as number) + wi * (row[j] as number);
      }
    },
    solve() {
      if (!decompose()) return null;
      const x = forward(right);
      for (let i = n - 1; i >= 0; i -= 1) {
        let sum = x[i] as number;
        for (let k = i + 1; k < n; k += 1) sum -= (factor[k * n + i] as number) * (x[k] as number);
        x[i] = sum / (factor[i * n + i] as number);
      }
      return x;
    },
    sigmaOf(row) {
      let sum = 0;
      for (const y of forward(row)) sum += y * y;
      return Math.sqrt(sum);
    },
  };
}
