/** Quaternions w, x, y, z packed in arrays: rotation from sensor axes to the world (z up). */

/** out[at..] := q * exp(rx, ry, rz) (a turn in sensor axes), normalised. */
export function turnInBody(
  q: Float64Array,
  from: number,
  rx: number,
  ry: number,
  rz: number,
  out: Float64Array,
  at: number,
): void {
  const angle2 = rx * rx + ry * ry + rz * rz;
  const k = 0.5 - angle2 / 48;
  const w = 1 - angle2 / 8;
  multiply(
    q[from] as number,
    q[from + 1] as number,
    q[from + 2] as number,
    q[from + 3] as number,
    w,
    k * rx,
    k * ry,
    k * rz,
    out,
    at,
  );
}

/** out[at..] := exp(rx, ry, rz) * q (a turn in world axes), normalised. */
export function turnInWorld(
  q: Float64Array,
  from: number,
  rx: number,
  ry: number,
  rz: number,
  out: Float64Array,
  at: number,
): void {
  const angle2 = rx * rx + ry * ry + rz * rz;
  const k = angle2 < 0.01 ? 0.5 - angle2 / 48 : Math.sin(Math.sqrt(angle2) / 2) / Math.sqrt(angle2);
  const w = angle2 < 0.01 ? 1 - angle2 / 8 : Math.cos(Math.sqrt(angle2) / 2);
  multiply(
    w,
    k * rx,
    k * ry,
    k * rz,
    q[from] as number,
    q[from + 1] as number,
    q[from + 2] as number,
    q[from + 3] as number,
    out,
    at,
  );
}

/** 1 / sqrt(x), by one step of Newton's where x is so close to one that nothing more is needed: this is in every loop. */
export function rootOfInverse(x: number): number {
  return Math.abs(x - 1) < 1e-5 ? 1.5 - x / 2 : 1 / Math.sqrt(x);
}

function multiply(
  aw: number,
  ax: number,
  ay: number,
  az: number,
  bw: number,
  bx: number,
  by: number,
  bz: number,
  out: Float64Array,
  at: number,
): void {
  const w = aw * bw - ax * bx - ay * by - az * bz;
  const x = aw * bx + ax * bw + ay * bz - az * by;
  const y = aw * by - ax * bz + ay * bw + az * bx;
  const z = aw * bz + ax * by - ay * bx + az * bw;
  const scale = rootOfInverse(w * w + x * x + y * y + z * z);
  out[at] = w * scale;
  out[at + 1] = x * scale;
  out[at + 2] = y * scale;
  out[at + 3] = z * scale;
}

/** Row-major 3 x 3 rotation matrix of the quaternion at `from`. */
export function toMatrix(q: Float64Array, from: number, out: Float64Array, at: number): void {
  const w = q[from] as number;
  const x = q[from + 1] as number;
  const y = q[from + 2] as number;
  const z = q[from + 3] as number;
  out[at] = 1 - 2 * (y * y + z * z);
  out[at + 1] = 2 * (x * y - w * z);
  out[at + 2] = 2 * (x * z + w * y);
  out[at + 3] = 2 * (x * y + w * z);
  out[at + 4] = 1 - 2 * (x * x + z * z);
  out[at + 5] = 2 * (y * z - w * x);
  out[at + 6] = 2 * (x * z - w * y);
  out[at + 7] = 2 * (y * z + w * x);
  out[at + 8] = 1 - 2 * (x * x + y * y);
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
