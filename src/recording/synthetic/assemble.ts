import type { Recording, SensorInfo } from '../samples.ts';
import type { Delivery, Notification } from './delivery.ts';
import type { Random } from './random.ts';
import type { Readings } from './readings.ts';
import type { SensorModel } from './sensor-model.ts';

/** From the middle of a notification to its arrival, typically. */
export function simulatedSensorInfo(model: SensorModel, delivery: Delivery): SensorInfo {
  return {
    family: 'simulated',
    nominal_rate_hz: model.rate_hz,
    accel_range_g: model.accel_range_g,
    gyro_range_dps: model.axes === 6 ? model.gyro_range_dps : null,
    delivery_delay_s: delivery.frames / model.rate_hz / 2 + delivery.interval_s,
  };
}

/** What the device's own clock reads at true time t, in steps of the clock. */
export function deviceClock(delivery: Delivery, random: Random): (t_s: number) => number {
  const rate = 1 + random.normal(delivery.clock_error);
  return (t_s) => Math.round((t_s * rate) / delivery.clock_step_s);
}

/** Readings that arrived, as a recording whose time begins at its first sample. */
export function assemble(
  readings: Readings,
  notifications: readonly Notification[],
  sensor: SensorInfo,
  delivery: Delivery,
  clock: (t_s: number) => number,
): { recording: Recording; first_s: number } {
  let count = 0;
  for (const { from, to } of notifications) count += to - from;
  const t_s = new Float64Array(count);
  const accel_g = new Float64Array(3 * count);
  const gyro_dps = readings.gyro_dps === null ? null : new Float64Array(3 * count);
  let k = 0;
  for (const { from, to, at_s } of notifications) {
    accel_g.set(readings.accel_g.subarray(3 * from, 3 * to), 3 * k);
    if (gyro_dps !== null && readings.gyro_dps !== null)
      gyro_dps.set(readings.gyro_dps.subarray(3 * from, 3 * to), 3 * k);
    const arrival = Math.round(at_s / delivery.clock_step_s);
    for (let i = from; i < to; i++, k++)
      t_s[k] = delivery.clock === 'device' ? clock(readings.t_s[i] ?? 0) : arrival;
  }
  // whole steps are subtracted, so that times stay whole steps
  const start = t_s[0] ?? 0;
  for (let i = 0; i < count; i++) t_s[i] = ((t_s[i] ?? 0) - start) * delivery.clock_step_s;
  const first = notifications[0]?.from ?? 0;
  return {
    recording: { sensor, clock: delivery.clock, t_s, accel_g, gyro_dps },
    first_s: readings.t_s[first] ?? 0,
  };
}
