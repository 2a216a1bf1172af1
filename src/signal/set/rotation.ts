/** Quaternions w, x, y, z packed in arrays: rotation from sensor axes to the world (z up). */

/** q[at..] := exp(rx, ry, 0) * q (tipped about the world's level axes), normalised. */
export function tip(q: Float64Array, at: number, rx: number, ry: number): void {
  const angle2 = rx * rx + ry * ry;
  const small = angle2 < 0.01;
  const k = small ? 0.5 - angle2 / 48 : Math.sin(Math.sqrt(angle2) / 2) / Math.sqrt(angle2);
  const c = small ? 1 - angle2 / 8 : Math.cos(Math.sqrt(angle2) / 2);
  const bx = k * rx;
  const by = k * ry;
  const qw = q[at] as number;
  const qx = q[at + 1] as number;
  const qy = q[at + 2] as number;
  const qz = q[at + 3] as number;
  const w = c * qw - bx * qx - by * qy;
  const x = c * qx + bx * qw + by * qz;
  const y = c * qy - bx * qz + by * qw;
  const z = c * qz + bx * qy - by * qx;
  const scale = rootOfInverse(w * w + x * x + y * y + z * z);
  q[at] = w * scale;
  q[at + 1] = x * scale;
  q[at + 2] = y * scale;
  q[at + 3] = z * scale;
}

/** 1 / sqrt(x), by one step of Newton's where x is so close to one that nothing more is needed: this is in every loop. */
export function rootOfInverse(x: number): number {
  return Math.abs(x - 1) < 1e-5 ? 1.5 - x / 2 : 1 / Math.sqrt(x);
}

/** World up as the sensor sees it, of the quaternion at `at`. */
export function upOf(q: Float64Array, at: number, out: Float64Array): void {
  const w = q[at] as number;
  const x = q[at + 1] as number;
  const y = q[at + 2] as number;
  const z = q[at + 3] as number;
  out[0] = 2 * (x * z - w * y);
  out[1] = 2 * (y * z + w * x);
  out[2] = 1 - 2 * (x * x + y * y);
}

/** The rotation matrix of the quaternion at `at`, row by row: the world's axes as the sensor sees them. */
export function axesOf(q: Float64Array, at: number, out: Float64Array, to: number): void {
  const w = q[at] as number;
  const x = q[at + 1] as number;
  const y = q[at + 2] as number;
  const z = q[at + 3] as number;
  out[to] = 1 - 2 * (y * y + z * z);
  out[to + 1] = 2 * (x * y - w * z);
  out[to + 2] = 2 * (x * z + w * y);
  out[to + 3] = 2 * (x * y + w * z);
  out[to + 4] = 1 - 2 * (x * x + z * z);
  out[to + 5] = 2 * (y * z - w * x);
  out[to + 6] = 2 * (x * z - w * y);
  out[to + 7] = 2 * (y * z + w * x);
  out[to + 8] = 1 - 2 * (x * x + y * y);
}

/** World-frame rotation vector of a * b^-1, first two components: the tilt between two attitudes. */
export function tiltBetween(
  a: Float64Array,
  aAt: number,
  b: Float64Array,
  bAt: number,
  out: Float64Array,
): void {
  const aw = a[aAt] as number;
  const ax = a[aAt + 1] as number;
  const ay = a[aAt + 2] as number;
  const az = a[aAt + 3] as number;
  const bw = b[bAt] as number;
  const bx = -(b[bAt + 1] as number);
  const by = -(b[bAt + 2] as number);
  const bz = -(b[bAt + 3] as number);
  const w = aw * bw - ax * bx - ay * by - az * bz;
  const sign = w < 0 ? -2 : 2;
  out[0] = sign * (aw * bx + ax * bw + ay * bz - az * by);
  out[1] = sign * (aw * by - ax * bz + ay * bw + az * bx);
}

/** Shortest rotation taking the direction (x, y, z) to world up. */
export function fromUp(x: number, y: number, z: number, out: Float64Array, at: number): void {
  const norm = Math.hypot(x, y, z) || 1;
  const w = 1 + z / norm;
  if (w < 1e-9) {
    out[at] = 0;
    out[at + 1] = 1;
    out[at + 2] = 0;
    out[at + 3] = 0;
    return;
  }
  const scale = 1 / Math.hypot(w, y / norm, x / norm);
  out[at] = w * scale;
  out[at + 1] = (y / norm) * scale;
  out[at + 2] = (-x / norm) * scale;
  out[at + 3] = 0;
}
