/** The middle eigenvalue of a symmetric 3 x 3 matrix given as xx, yy, zz, xy, xz, yz (Smith 1961). */
export function middleEigenvalue(m: Float64Array): number {
  const xx = m[0] as number;
  const yy = m[1] as number;
  const zz = m[2] as number;
  const xy = m[3] as number;
  const xz = m[4] as number;
  const yz = m[5] as number;
  const mean = (xx + yy + zz) / 3;
  const a = xx - mean;
  const b = yy - mean;
  const c = zz - mean;
  const spread = Math.sqrt((a * a + b * b + c * c + 2 * (xy * xy + xz * xz + yz * yz)) / 6);
  if (spread === 0) return mean;
  const determinant = a * (b * c - yz * yz) - xy * (xy * c - yz * xz) + xz * (xy * yz - b * xz);
  const half = Math.max(-1, Math.min(1, determinant / (2 * spread ** 3)));
  const angle = Math.acos(half) / 3;
  return mean + 2 * spread * Math.cos(angle - (2 * Math.PI) / 3);
}
