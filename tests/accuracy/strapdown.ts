import type { Recording } from '../../src/recording/samples.ts';
import type { Truth } from '../../src/recording/synthetic/true-rep.ts';

/**
 * The yardstick: textbook strapdown that is told where every phase begins and ends. Gyro bias, gravity and
 * attitude from the first still second; velocity
 * brought to its known value at both ends by a straight line. It shows how
 * hard a rung is: what is left are the sensor's own errors, nothing of finding or judging reps.
 */
export interface YardstickErrors {
  readonly mcv_mps: number;
  readonly rom_m: number;
}

/** A moment of the truth: when, and how fast by the definitions. */
interface Known {
  readonly t_s: number;
  readonly v_mps: number;
}

const START_MPS = 0.02;
const END_MPS = 0.05;
const STILL_S = 1;
const G_MPS2 = 9.80665;
const RAD = Math.PI / 180;

export function yardstick(recording: Recording, truth: Truth): YardstickErrors[] | null {
  if (recording.clock !== 'device' || recording.gyro_dps === null) return null;
  if (truth.reps.some((rep) => rep.start_s < STILL_S)) return null;
  const up_mps2 = verticalAcceleration(recording, recording.gyro_dps);
  return truth.reps.map((rep) => {
    const start = { t_s: rep.concentric.start_s, v_mps: START_MPS };
    const end = { t_s: rep.concentric.end_s, v_mps: END_MPS };
    const rise_m = closedRise(recording.t_s, up_mps2, start, end).end_m;
    const { end_s } = rep.lockout;
    const leaving = { t_s: end_s ?? 0, v_mps: -Math.min(END_MPS, 0.15 * (rep.eccentric?.peak_mps ?? 0)) };
    const held_m = end_s === null ? 0 : closedRise(recording.t_s, up_mps2, end, leaving).highest_m;
    return { mcv_mps: rise_m / rep.concentric.duration_s - rep.mcv_mps, rom_m: rise_m + held_m - rep.rom_m };
  });
}

function verticalAcceleration({ t_s, accel_g }: Recording, gyro_dps: Float64Array): Float64Array {
  const n = t_s.length;
  const still = Math.max(
    1,
    t_s.findIndex((t) => t > STILL_S),
  );
  const mean = (values: Float64Array, axis: number): number => {
    let sum = 0;
    for (let i = 0; i < still; i++) sum += values[3 * i + axis] ?? 0;
    return sum / still;
  };
  const bias = [mean(gyro_dps, 0), mean(gyro_dps, 1), mean(gyro_dps, 2)];
  const rest = [mean(accel_g, 0), mean(accel_g, 1), mean(accel_g, 2)];
  const one_g = Math.hypot(...rest);
  let [ux = 0, uy = 0, uz = 1] = rest.map((a) => a / one_g);
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const k = 3 * i;
    if (i > 0) {
      const dt = ((t_s[i] ?? 0) - (t_s[i - 1] ?? 0)) * RAD;
      const half = (axis: number): number =>
        0.5 * dt * ((gyro_dps[k + axis] ?? 0) + (gyro_dps[k - 3 + axis] ?? 0)) - dt * (bias[axis] ?? 0);
      const wx = half(0);
      const wy = half(1);
      const wz = half(2);
      // a world-fixed vector seen from the turning sensor, to second order
      const cx = uy * wz - uz * wy;
      const cy = uz * wx - ux * wz;
      const cz = ux * wy - uy * wx;
      ux += cx + 0.5 * (cy * wz - cz * wy);
      uy += cy + 0.5 * (cz * wx - cx * wz);
      uz += cz + 0.5 * (cx * wy - cy * wx);
      const norm = Math.hypot(ux, uy, uz);
      ux /= norm;
      uy /= norm;
      uz /= norm;
    }
    const f = ux * (accel_g[k] ?? 0) + uy * (accel_g[k + 1] ?? 0) + uz * (accel_g[k + 2] ?? 0);
    out[i] = G_MPS2 * (f / one_g - 1);
  }
  return out;
}

/** Rise between two moments at which the velocity is known, and the highest point between. */
function closedRise(
  t_s: Float64Array,
  up_mps2: Float64Array,
  from: Known,
  to: Known,
): { end_m: number; highest_m: number } {
  const at = (k: number, t: number): number => {
    const share = (t - (t_s[k - 1] ?? 0)) / ((t_s[k] ?? 0) - (t_s[k - 1] ?? 0));
    return (1 - share) * (up_mps2[k - 1] ?? 0) + share * (up_mps2[k] ?? 0);
  };
  const first = Math.max(
    1,
    t_s.findIndex((t) => t > from.t_s),
  );
  const path: { age_s: number; rise_m: number }[] = [];
  let t = from.t_s;
  let a = at(first, t);
  let v = from.v_mps;
  let rise = 0;
  for (let i = first; t < to.t_s && i < t_s.length; i++) {
    const next_s = Math.min(t_s[i] ?? 0, to.t_s);
    const nextA = at(i, next_s);
    const dt = next_s - t;
    // acceleration is a straight line between two readings
    rise += dt * (v + dt * (a / 3 + nextA / 6));
    v += (dt * (a + nextA)) / 2;
    t = next_s;
    a = nextA;
    path.push({ age_s: t - from.t_s, rise_m: rise });
  }
  const drift_mps2 = (v - to.v_mps) / (t - from.t_s);
  const closed = path.map(({ age_s, rise_m }) => rise_m - (drift_mps2 * age_s * age_s) / 2);
  return { end_m: closed.at(-1) ?? 0, highest_m: Math.max(0, ...closed) };
}
