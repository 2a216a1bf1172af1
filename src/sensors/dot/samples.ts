import { G_MPS2 } from '../../recording/units.ts';
import { createCounterClock } from '../common/counter-clock.ts';
import { batchOf, isCredible, MALFORMED, NOTHING } from '../common/decoded.ts';
import type { Decoded } from '../driver.ts';
import { type DotMode, MODE, rateOfRotation, readDelta, readRate } from './payloads.ts';

/** An interval this near the nominal one is the true one; a longer one is a loss, and the packet covers only its own. */
const INTERVAL_TOLERANCE = 0.2;

interface Reading {
  readonly timestamp_us: number;
  /** The sample if the packet covers `dt_s`. */
  measure(dt_s: number): { readonly accel_g: Float64Array; readonly gyro_dps: Float64Array };
}

function readingOf(bytes: Uint8Array, mode: DotMode): Reading | null {
  const inG = (accel_mps2: readonly number[]): Float64Array =>
    Float64Array.from(accel_mps2, (a) => a / G_MPS2);
  if (mode === MODE.delta) {
    const delta = readDelta(bytes);
    return (
      delta && {
        timestamp_us: delta.timestamp_us,
        measure: (dt_s) => ({
          accel_g: inG(delta.dv_mps.map((dv) => dv / dt_s)),
          gyro_dps: Float64Array.from(rateOfRotation(delta.dq, dt_s)),
        }),
      }
    );
  }
  const rate = readRate(bytes);
  return (
    rate && {
      timestamp_us: rate.timestamp_us,
      measure: () => ({ accel_g: inG(rate.accel_mps2), gyro_dps: Float64Array.from(rate.gyro_dps) }),
    }
  );
}

/** Payloads of one connection -> samples on the sensor's clock. */
export function createDotSamples() {
  const clock = createCounterClock({ tick_s: 1e-6, bits: 32 });
  let last_s: number | null = null;

  return {
    push(bytes: Uint8Array, mode: DotMode, rate_hz: number, arrival_s: number): Decoded {
      const reading = readingOf(bytes, mode);
      const period_s = 1 / rate_hz;
      if (reading === null) return MALFORMED;
      const nominal = reading.measure(period_s);
      if (!isCredible(nominal.accel_g, nominal.gyro_dps)) return MALFORMED;

      const t_s = clock.advance(reading.timestamp_us, arrival_s);
      if (t_s === null) return MALFORMED;
      const step_s = last_s === null ? period_s : t_s - last_s;
      last_s = t_s;
      const isTrue = Math.abs(step_s - period_s) <= INTERVAL_TOLERANCE * period_s;
      const { accel_g, gyro_dps } = isTrue ? reading.measure(step_s) : nominal;
      const lost = Math.max(0, Math.round(step_s / period_s) - 1);
      // An increment tells the mean of its interval, so its moment is the middle of it.
      const moment_s = mode === MODE.delta ? t_s - period_s / 2 : t_s;
      return { ...NOTHING, batch: batchOf('device', Float64Array.of(moment_s), accel_g, gyro_dps), lost };
    },
  };
}
