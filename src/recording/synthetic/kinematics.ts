import { G_MPS2 } from '../units.ts';
import type { BarPath } from './path.ts';
import type { Random } from './random.ts';
import { GRID_DT_S } from './timeline.ts';
import { differentiate } from './waves.ts';

/** Where and how the sensor sits on the bar. */
export interface Mount {
  /** Along the bar from its middle, m. */
  readonly along_m: number;
  /** Where along it the height is asked for, m; beside the sensor when left out. */
  readonly asked_m?: number;
  /** From the bar's axis, m: it swings when the bar rolls. */
  readonly lever_m: number;
  /** Sensor axes in bar axes: rotation matrix, row-major, sensor = M * bar. */
  readonly axes: Float64Array;
}

/** Rotation drawn uniformly over all orientations (Shoemake 1992). */
export function randomRotation(random: Random): Float64Array {
  const u = random.unit();
  const a = 2 * Math.PI * random.unit();
  const b = 2 * Math.PI * random.unit();
  const x = Math.sqrt(1 - u) * Math.sin(a);
  const y = Math.sqrt(1 - u) * Math.cos(a);
  const z = Math.sqrt(u) * Math.sin(b);
  const w = Math.sqrt(u) * Math.cos(b);
  return Float64Array.of(
    1 - 2 * (y * y + z * z),
    2 * (x * y - z * w),
    2 * (x * z + y * w),
    2 * (x * y + z * w),
    1 - 2 * (x * x + z * z),
    2 * (y * z - x * w),
    2 * (x * z - y * w),
    2 * (y * z + x * w),
    1 - 2 * (x * x + y * y),
  );
}

/** What a perfect sensor there would feel, on the grid, plus the height of the bar's axis beside it. */
export interface FeltMotion {
  /** Specific force in sensor axes, m/s2, interleaved x, y, z. */
  readonly force_mps2: Float64Array;
  /** Angular rate in sensor axes, rad/s. */
  readonly rate_rads: Float64Array;
  /** Height of the bar's axis where it is asked for, m: the height every number is about. */
  readonly height_m: Float64Array;
}

const DT2 = GRID_DT_S * GRID_DT_S;

export function feel(path: BarPath, mount: Mount): FeltMotion {
  const n = path.length;
  const force_mps2 = new Float64Array(3 * n);
  const rate_rads = new Float64Array(3 * n);
  const height_m = new Float64Array(n);
  const px = new Float64Array(n);
  const py = new Float64Array(n);
  const pz = new Float64Array(n);
  // bar attitude R = Rz(yaw) Ry(tip) Rx(roll); the sensor is clipped on the bar's forward side
  for (let i = 0; i < n; i++) {
    const sinRoll = Math.sin(path.roll[i] ?? 0);
    const cosRoll = Math.cos(path.roll[i] ?? 0);
    const sinTip = Math.sin(path.tip[i] ?? 0);
    const cosTip = Math.cos(path.tip[i] ?? 0);
    const sinYaw = Math.sin(path.yaw[i] ?? 0);
    const cosYaw = Math.cos(path.yaw[i] ?? 0);
    const { along_m, lever_m } = mount;
    height_m[i] = (path.z_m[i] ?? 0) - (mount.asked_m ?? along_m) * sinTip;
    px[i] =
      (path.x_m[i] ?? 0) +
      along_m * cosYaw * cosTip +
      lever_m * (cosYaw * sinTip * sinRoll - sinYaw * cosRoll);
    py[i] =
      (path.y_m[i] ?? 0) +
      along_m * sinYaw * cosTip +
      lever_m * (sinYaw * sinTip * sinRoll + cosYaw * cosRoll);
    pz[i] = (path.z_m[i] ?? 0) - along_m * sinTip + lever_m * cosTip * sinRoll;
  }
  const rollRate = differentiate(path.roll);
  const tipRate = differentiate(path.tip);
  const yawRate = differentiate(path.yaw);
  const [m0 = 1, m1 = 0, m2 = 0, m3 = 0, m4 = 1, m5 = 0, m6 = 0, m7 = 0, m8 = 1] = mount.axes;
  const second = (p: Float64Array, i: number): number =>
    i === 0 || i === n - 1 ? 0 : ((p[i + 1] ?? 0) - 2 * (p[i] ?? 0) + (p[i - 1] ?? 0)) / DT2;
  for (let i = 0; i < n; i++) {
    const sinRoll = Math.sin(path.roll[i] ?? 0);
    const cosRoll = Math.cos(path.roll[i] ?? 0);
    const sinTip = Math.sin(path.tip[i] ?? 0);
    const cosTip = Math.cos(path.tip[i] ?? 0);
    const sinYaw = Math.sin(path.yaw[i] ?? 0);
    const cosYaw = Math.cos(path.yaw[i] ?? 0);
    const fx = second(px, i);
    const fy = second(py, i);
    const fz = second(pz, i) + G_MPS2;
    // bar axes: R transposed
    const bx = cosYaw * cosTip * fx + sinYaw * cosTip * fy - sinTip * fz;
    const by =
      (cosYaw * sinTip * sinRoll - sinYaw * cosRoll) * fx +
      (sinYaw * sinTip * sinRoll + cosYaw * cosRoll) * fy +
      cosTip * sinRoll * fz;
    const bz =
      (cosYaw * sinTip * cosRoll + sinYaw * sinRoll) * fx +
      (sinYaw * sinTip * cosRoll - cosYaw * sinRoll) * fy +
      cosTip * cosRoll * fz;
    const dRoll = rollRate[i] ?? 0;
    const dTip = tipRate[i] ?? 0;
    const dYaw = yawRate[i] ?? 0;
    const wx = dRoll - dYaw * sinTip;
    const wy = dTip * cosRoll + dYaw * cosTip * sinRoll;
    const wz = -dTip * sinRoll + dYaw * cosTip * cosRoll;
    const k = 3 * i;
    force_mps2[k] = m0 * bx + m1 * by + m2 * bz;
    force_mps2[k + 1] = m3 * bx + m4 * by + m5 * bz;
    force_mps2[k + 2] = m6 * bx + m7 * by + m8 * bz;
    rate_rads[k] = m0 * wx + m1 * wy + m2 * wz;
    rate_rads[k + 1] = m3 * wx + m4 * wy + m5 * wz;
    rate_rads[k + 2] = m6 * wx + m7 * wy + m8 * wz;
  }
  return { force_mps2, rate_rads, height_m };
}
