import { concat, toInt16, viewOf } from '../common/bytes.ts';
import { COMMAND, type Description, FEATURE, type StreamSettings } from './control.ts';
import {
  FLAG,
  FULL_SCALE,
  GYRO_SCALE_UNIT_DPS,
  HEADER_BYTES,
  PROFILE_VERSION,
  type SamplePacket,
} from './layout.ts';

/** Bytes of the open profile: commands for the station, everything else for sensors, real and virtual. */

export function encodeSamplePacket(packet: SamplePacket): Uint8Array {
  const count = packet.accel_g.length / 3;
  const stride = packet.gyro_dps ? 12 : 6;
  const bytes = new Uint8Array(HEADER_BYTES + count * stride);
  const view = viewOf(bytes);
  bytes.set([
    PROFILE_VERSION,
    (packet.gyro_dps ? FLAG.gyro : 0) | (packet.overflow ? FLAG.overflow : 0),
    count,
    packet.accel_range_g,
    packet.gyro_range_dps / GYRO_SCALE_UNIT_DPS,
    HEADER_BYTES,
  ]);
  view.setUint16(6, packet.period_us, true);
  view.setUint32(8, packet.first_sample, true);
  view.setUint32(12, packet.t_us, true);
  for (let i = 0; i < count; i++) {
    const at = HEADER_BYTES + i * stride;
    for (let axis = 0; axis < 3; axis++) {
      const a = packet.accel_g[3 * i + axis] ?? 0;
      view.setInt16(at + 2 * axis, toInt16((a / packet.accel_range_g) * FULL_SCALE), true);
      if (packet.gyro_dps) {
        const w = packet.gyro_dps[3 * i + axis] ?? 0;
        view.setInt16(at + 6 + 2 * axis, toInt16((w / packet.gyro_range_dps) * FULL_SCALE), true);
      }
    }
  }
  return bytes;
}

/** One notification waits for no more than this, so that the live bar moves with the real one, s. */
const LONGEST_BATCH_S = 0.05;
/** ATT header of a notification. */
const ATT_BYTES = 3;

/** Samples a sensor puts into one notification; 0 when the connection's MTU is too small for any. */
export function samplesPerPacket(mtu: number, rate_hz: number, gyro: boolean): number {
  const fit = Math.floor((mtu - ATT_BYTES - HEADER_BYTES) / (gyro ? 12 : 6));
  return Math.max(0, Math.min(fit, 255, Math.max(1, Math.floor(LONGEST_BATCH_S * rate_hz))));
}

export function encodeDescription(description: Description): Uint8Array {
  const { rates_hz } = description;
  const bytes = new Uint8Array(7 + 2 * rates_hz.length);
  const view = viewOf(bytes);
  bytes.set([
    description.version,
    (description.gyro ? FEATURE.gyro : 0) | (description.identify ? FEATURE.identify : 0),
    description.accel_range_g,
    description.gyro_range_dps / GYRO_SCALE_UNIT_DPS,
  ]);
  view.setUint16(4, description.delay_ms, true);
  bytes[6] = rates_hz.length;
  rates_hz.forEach((rate, i) => {
    view.setUint16(7 + 2 * i, rate, true);
  });
  return bytes;
}

function settingsBytes(settings: StreamSettings): Uint8Array {
  const { rate_hz, accel_range_g, gyro_range_dps } = settings;
  return Uint8Array.of(rate_hz & 0xff, rate_hz >> 8, accel_range_g, gyro_range_dps / GYRO_SCALE_UNIT_DPS);
}

export const startCommand = (tag: number, settings: StreamSettings): Uint8Array =>
  concat(Uint8Array.of(COMMAND.start, tag), settingsBytes(settings));
export const stopCommand = (tag: number): Uint8Array => Uint8Array.of(COMMAND.stop, tag);
export const identifyCommand = (tag: number, seconds: number): Uint8Array =>
  Uint8Array.of(COMMAND.identify, tag, seconds);

export function encodeAnswer(
  command: number,
  tag: number,
  status: number,
  settings?: StreamSettings,
): Uint8Array {
  const head = Uint8Array.of(command | 0x80, tag, status);
  return settings ? concat(head, settingsBytes(settings)) : head;
}
