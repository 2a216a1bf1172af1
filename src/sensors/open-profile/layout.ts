import { viewOf } from '../common/bytes.ts';

/** The Lockout open sensor profile, version 1: docs/sensor-profile.md holds the specification. */
export const PROFILE_VERSION = 1;

/** "LO", role, "CK", "OU", "T": every role of the profile has its own third and fourth byte. */
const roleUuid = (role: string): string => `4c4f${role}434b4f5580541d3c5a7e9b20`;
export const SERVICE = roleUuid('0001');
export const SAMPLES = roleUuid('0002');
export const CONTROL = roleUuid('0003');
export const DESCRIPTION = roleUuid('0004');

export const HEADER_BYTES = 16;
export const FLAG = { gyro: 0x01, overflow: 0x02 } as const;
export const FULL_SCALE = 32_768;
/** Full scale of angular rate travels in units of 100 deg/s. */
export const GYRO_SCALE_UNIT_DPS = 100;

export interface SamplePacket {
  /** Number of the first sample; counts every sample taken since the start, also those never sent. 32 bits, wraps. */
  readonly first_sample: number;
  /** Sensor's clock at the first sample, microseconds. 32 bits, wraps. */
  readonly t_us: number;
  /** Interval of samples by the same clock, microseconds. */
  readonly period_us: number;
  readonly accel_range_g: number;
  /** 0 without angular rate. */
  readonly gyro_range_dps: number;
  /** The sensor's own buffer ran over just before this packet. */
  readonly overflow: boolean;
  readonly accel_g: Float64Array;
  readonly gyro_dps: Float64Array | null;
}

/** One notification of the samples characteristic; null when it is not one of this version. */
export function readSamplePacket(bytes: Uint8Array): SamplePacket | null {
  if (bytes.length < HEADER_BYTES || bytes[0] !== PROFILE_VERSION) return null;
  const view = viewOf(bytes);
  const flags = view.getUint8(1);
  const count = view.getUint8(2);
  const accel_range_g = view.getUint8(3);
  const gyro_range_dps = view.getUint8(4) * GYRO_SCALE_UNIT_DPS;
  // A later revision may lengthen the header; what it adds is skipped.
  const header = view.getUint8(5);
  const hasGyro = (flags & FLAG.gyro) !== 0;
  const stride = hasGyro ? 12 : 6;
  if (count === 0 || accel_range_g === 0 || header < HEADER_BYTES) return null;
  if (hasGyro && gyro_range_dps === 0) return null;
  if (bytes.length !== header + count * stride) return null;

  const accel_g = new Float64Array(3 * count);
  const gyro_dps = hasGyro ? new Float64Array(3 * count) : null;
  for (let i = 0; i < count; i++) {
    const at = header + i * stride;
    for (let axis = 0; axis < 3; axis++) {
      accel_g[3 * i + axis] = (view.getInt16(at + 2 * axis, true) * accel_range_g) / FULL_SCALE;
      if (gyro_dps)
        gyro_dps[3 * i + axis] = (view.getInt16(at + 6 + 2 * axis, true) * gyro_range_dps) / FULL_SCALE;
    }
  }
  return {
    first_sample: view.getUint32(8, true),
    t_us: view.getUint32(12, true),
    period_us: view.getUint16(6, true),
    accel_range_g,
    gyro_range_dps: hasGyro ? gyro_range_dps : 0,
    overflow: (flags & FLAG.overflow) !== 0,
    accel_g,
    gyro_dps,
  };
}
