import { createCounterClock, evenTimes } from '../common/counter-clock.ts';
import { batchOf, isCredible, MALFORMED, NOTHING } from '../common/decoded.ts';
import type { Decoded } from '../driver.ts';
import { readSamplePacket, type SamplePacket } from './layout.ts';

/** Spacing by the stamps of two packets is believed within this share of what the sensor states. */
const PERIOD_TOLERANCE = 0.2;

/** Packets of one connection -> samples on the sensor's clock, with what was lost between them. */
export function createOpenProfileSamples() {
  const clock = createCounterClock({ tick_s: 1e-6, bits: 32 });
  let last: { packet: SamplePacket; first_s: number; end_s: number } | null = null;

  function push(bytes: Uint8Array, arrival_s: number): Decoded {
    const packet = readSamplePacket(bytes);
    if (packet === null || !isCredible(packet.accel_g, packet.gyro_dps)) return MALFORMED;
    const first_s = clock.advance(packet.t_us, arrival_s);
    if (first_s === null || (last !== null && first_s <= last.end_s)) return MALFORMED;
    const count = packet.accel_g.length / 3;
    const period_s = periodOf(packet, first_s);
    const lost = lostBefore(packet, first_s, period_s);
    const t_s = evenTimes(first_s, count, period_s);
    last = { packet, first_s, end_s: first_s + (count - 1) * period_s };
    return { ...NOTHING, batch: batchOf('device', t_s, packet.accel_g, packet.gyro_dps), lost };
  }

  /** Samples taken since the packet before; negative when the sensor began to count anew. */
  function numberStep(packet: SamplePacket): number {
    return last === null ? 0 : (packet.first_sample - last.packet.first_sample) | 0;
  }

  function periodOf(packet: SamplePacket, first_s: number): number {
    // A stated interval of 0 would pile all samples on one moment.
    const stated_s = Math.max(1, packet.period_us) * 1e-6;
    if (last === null) return stated_s;
    const measured_s = (first_s - last.first_s) / numberStep(packet);
    const credible = Math.abs(measured_s - stated_s) <= PERIOD_TOLERANCE * stated_s;
    return credible ? measured_s : stated_s;
  }

  function lostBefore(packet: SamplePacket, first_s: number, period_s: number): number {
    if (last === null) return 0;
    const byNumber = numberStep(packet) - last.packet.accel_g.length / 3;
    // The clock bounds what the number may claim: a sensor that restarted counts from somewhere else.
    const byClock = Math.round((first_s - last.end_s) / period_s) - 1;
    return Math.max(0, Math.min(byNumber, byClock));
  }

  return { push };
}
