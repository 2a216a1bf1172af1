import { G_MPS2 } from '../../recording/units.ts';
import { createCounterClock, evenTimes } from '../common/counter-clock.ts';
import { batchOf, isCredible, joined, MALFORMED, NOTHING } from '../common/decoded.ts';
import type { Decoded } from '../driver.ts';
import { createAssembler, payloadBytes, readArrays } from './packets.ts';

/** References are ours to choose; each names what is subscribed under it. */
export interface MovesenseStream {
  readonly reference: number;
  /** Arrays in its packets: acceleration, then angular rate. */
  readonly quantities: 1 | 2;
  readonly path: string;
}
export const IMU6: MovesenseStream = { reference: 0x63, quantities: 2, path: '/Meas/IMU6/' };
export const ACC: MovesenseStream = { reference: 0x64, quantities: 1, path: '/Meas/Acc/' };

/** A packet holds the samples of 1/13 s (4 at 52 Hz, 8 at 104 Hz by real packets; 16 at 208 Hz derived). */
export const PACKETS_PER_SECOND = 13;

/** Notifications of one connection -> samples on the sensor's clock. */
export function createMovesenseSamples() {
  const clock = createCounterClock({ tick_s: 1e-3, bits: 32 });
  const assembler = createAssembler();
  let next_s: number | null = null;
  let last_s = Number.NEGATIVE_INFINITY;

  function samplesOf(
    payload: Uint8Array,
    stream: MovesenseStream,
    rate_hz: number,
    arrival_s: number,
  ): Decoded {
    const read = readArrays(payload, stream.quantities);
    if (read === null) return MALFORMED;
    const accel_g = (read.arrays[0] ?? new Float64Array(0)).map((a) => a / G_MPS2);
    const gyro_dps = read.arrays[1] ?? null;
    if (!isCredible(accel_g, gyro_dps)) return MALFORMED;
    const first_s = clock.advance(read.timestamp_ms, arrival_s);
    if (first_s === null || first_s <= last_s) return MALFORMED;
    const count = accel_g.length / 3;
    const period_s = 1 / rate_hz;
    // Losses come by whole packets, and the true rate is within a few percent of nominal.
    const packetsLost = next_s === null ? 0 : Math.round((first_s - next_s) / (count * period_s));
    next_s = first_s + count * period_s;
    last_s = next_s - period_s;
    const batch = batchOf('device', evenTimes(first_s, count, period_s), accel_g, gyro_dps);
    return { ...NOTHING, batch, lost: Math.max(0, packetsLost) * count };
  }

  return {
    push(bytes: Uint8Array, stream: MovesenseStream, rate_hz: number, arrival_s: number): Decoded {
      if (bytes[1] !== stream.reference) return NOTHING;
      const whole = payloadBytes(rate_hz / PACKETS_PER_SECOND, stream.quantities);
      const { payloads, malformed } = assembler.push(
        bytes,
        whole,
        (payload) => readArrays(payload, stream.quantities) !== null,
      );
      return payloads.reduce<Decoded>(
        (all, payload) => joined(all, samplesOf(payload, stream, rate_hz, arrival_s)),
        { ...NOTHING, malformed },
      );
    },
  };
}
