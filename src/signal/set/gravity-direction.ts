import type { SetSamples } from './set-samples.ts';

/**
 * Half width of the averaging window, s, applied twice. Ringing and tremor point sideways as much as upwards and
 * must not count as up; a bar that rolls 30 degrees in half a second turns 2 degrees away within it.
 */
const HALF_WINDOW_S = 0.06;

/**
 * Where up is in sensor axes, for a sensor without gyro: the measured direction, averaged without delay. Taking
 * the sensor's own direction keeps a bar that rolls from looking like one that moves; unit vectors, interleaved.
 */
export function gravityDirection(samples: SetSamples): Float64Array {
  const once = average(samples.t_s, samples.accel_mps2, samples.count);
  const twice = average(samples.t_s, once, samples.count);
  for (let i = 0; i < samples.count; i++) {
    const x = twice[3 * i] as number;
    const y = twice[3 * i + 1] as number;
    const z = twice[3 * i + 2] as number;
    const scale = 1 / (Math.sqrt(x * x + y * y + z * z) || 1);
    twice[3 * i] = x * scale;
    twice[3 * i + 1] = y * scale;
    twice[3 * i + 2] = z * scale;
  }
  return twice;
}

function average(t_s: Float64Array, values: Float64Array, count: number): Float64Array {
  const out = new Float64Array(values.length);
  const sum = [0, 0, 0];
  let first = 0;
  let last = -1;
  for (let i = 0; i < count; i++) {
    const t = t_s[i] as number;
    while (last + 1 < count && (t_s[last + 1] as number) - t <= HALF_WINDOW_S) {
      last++;
      for (let axis = 0; axis < 3; axis++)
        sum[axis] = (sum[axis] as number) + (values[3 * last + axis] as number);
    }
    while (t - (t_s[first] as number) > HALF_WINDOW_S) {
      for (let axis = 0; axis < 3; axis++)
        sum[axis] = (sum[axis] as number) - (values[3 * first + axis] as number);
      first++;
    }
    for (let axis = 0; axis < 3; axis++) out[3 * i + axis] = (sum[axis] as number) / (last - first + 1);
  }
  return out;
}
