import type { MotionTrace } from '../../src/reps/definition/trace.ts';

/** A piece of a made-up motion: a move of so many metres in so many seconds, or a stop. */
export interface Piece {
  readonly rise_m: number;
  readonly s: number;
}

export const rise = (rise_m: number, s: number): Piece => ({ rise_m, s });
export const stop = (s: number): Piece => ({ rise_m: 0, s });

/** Minimum-jerk move: h = d (10 u^3 - 15 u^4 + 6 u^5); its peak velocity is 1.875 d / T. */
const height = (d: number, u: number): number => d * u * u * u * (10 + u * (6 * u - 15));
const velocity = (d: number, s: number, u: number): number => (d / s) * 30 * u * u * (1 - u) * (1 - u);
const accel = (d: number, s: number, u: number): number => (d / (s * s)) * 60 * u * (1 - u) * (1 - 2 * u);

/** Pieces one after the other on a fine grid. Everything about them is known in closed form. */
export function motion(pieces: readonly Piece[], rate_hz = 1000): MotionTrace {
  const total = pieces.reduce((sum, piece) => sum + piece.s, 0);
  const n = Math.round(total * rate_hz) + 1;
  const t_s = new Float64Array(n);
  const height_m = new Float64Array(n);
  const velocity_mps = new Float64Array(n);
  const accel_mps2 = new Float64Array(n);
  let k = 0;
  let begun = 0;
  let base = 0;
  for (let i = 0; i < n; i++) {
    const t = i / rate_hz;
    let piece = pieces[k] as Piece;
    while (t > begun + piece.s + 1e-9 && k < pieces.length - 1) {
      begun += piece.s;
      base += piece.rise_m;
      k++;
      piece = pieces[k] as Piece;
    }
    const u = Math.min(1, (t - begun) / piece.s);
    t_s[i] = t;
    height_m[i] = base + height(piece.rise_m, u);
    velocity_mps[i] = velocity(piece.rise_m, piece.s, u);
    accel_mps2[i] = accel(piece.rise_m, piece.s, u);
  }
  return { t_s, height_m, velocity_mps, accel_mps2 };
}

/** When a minimum-jerk move of d metres in s seconds first, and last, has velocity v; seconds from its start. */
export function passes(d: number, s: number, v: number): readonly [number, number] {
  // 30 u^2 (1 - u)^2 = v s / d, hence u (1 - u) = q
  const q = Math.sqrt((v * s) / d / 30);
  const root = Math.sqrt(1 - 4 * q);
  return [(s * (1 - root)) / 2, (s * (1 + root)) / 2];
}

export const heightAt = (d: number, s: number, t: number): number => height(d, t / s);
