import { DEG_PER_RAD } from '../../recording/units.ts';
import { viewOf } from '../common/bytes.ts';

/**
 * Movella / Xsens DOT measurement payloads (XD0506P "Xsens DOT BLE Services Specifications" rev F, tables
 * 13-17). Mode 19: what 800 Hz integration gathered since the packet before; mode 21: rate and acceleration of one moment.
 */
/** Payload modes by what they carry: increments gathered since the packet before, or the readings of one moment. */
export const MODE = { delta: 19, rate: 21 } as const;
export type DotMode = (typeof MODE)[keyof typeof MODE];

/** Length of a whole packet, bytes. */
const PAYLOAD_BYTES: Readonly<Record<DotMode, number>> = { [MODE.delta]: 32, [MODE.rate]: 28 };
/** What a notification is cut to when the link never negotiated a larger MTU (xsens_dot_server issue 11). */
const SMALLEST_MTU_BYTES = 20;

export const isTruncated = (bytes: Uint8Array, mode: DotMode): boolean =>
  bytes.length === SMALLEST_MTU_BYTES && PAYLOAD_BYTES[mode] > SMALLEST_MTU_BYTES;

export interface DeltaPayload {
  readonly timestamp_us: number;
  /** Rotation since the packet before: w, x, y, z. */
  readonly dq: readonly [number, number, number, number];
  /** Velocity gained since the packet before, gravity included, m/s. */
  readonly dv_mps: readonly [number, number, number];
}

export interface RatePayload {
  readonly timestamp_us: number;
  readonly accel_mps2: readonly [number, number, number];
  readonly gyro_dps: readonly [number, number, number];
}

export function readDelta(bytes: Uint8Array): DeltaPayload | null {
  if (bytes.length !== PAYLOAD_BYTES[MODE.delta]) return null;
  const view = viewOf(bytes);
  return {
    timestamp_us: view.getUint32(0, true),
    dq: [
      view.getFloat32(4, true),
      view.getFloat32(8, true),
      view.getFloat32(12, true),
      view.getFloat32(16, true),
    ],
    dv_mps: triple(view, 20),
  };
}

export function readRate(bytes: Uint8Array): RatePayload | null {
  if (bytes.length !== PAYLOAD_BYTES[MODE.rate]) return null;
  const view = viewOf(bytes);
  return { timestamp_us: view.getUint32(0, true), accel_mps2: triple(view, 4), gyro_dps: triple(view, 16) };
}

function triple(view: DataView, at: number): [number, number, number] {
  return [view.getFloat32(at, true), view.getFloat32(at + 4, true), view.getFloat32(at + 8, true)];
}

/** Mean angular rate of a rotation that took `dt_s`, deg/s; NaN in, NaN out. */
export function rateOfRotation(dq: DeltaPayload['dq'], dt_s: number): [number, number, number] {
  const [w, x, y, z] = dq;
  const sine = Math.hypot(x, y, z);
  // q and -q are the same turn; the short way round is the one that happened in 1/60 s.
  const angle = 2 * Math.atan2(sine, Math.abs(w)) * (w < 0 ? -1 : 1);
  const perPart = sine > 0 ? (angle / sine / dt_s) * DEG_PER_RAD : 0 * sine;
  return [x * perPart, y * perPart, z * perPart];
}

export const measurementCommand = (start: boolean, mode: DotMode): Uint8Array =>
  Uint8Array.of(0x01, start ? 0x01 : 0x00, mode);

/** Length of the control characteristic, bytes. */
const CONTROL_BYTES = 32;
/** Place of the rate in it, an unsigned 16-bit number, Hz. */
const RATE_AT = 24;
/** Bits of its first byte: which of the fields is meant. */
const VISIT = { identify: 0x01, rate: 0x10 } as const;

export function setRateCommand(rate_hz: number): Uint8Array {
  const bytes = new Uint8Array(CONTROL_BYTES);
  bytes[0] = VISIT.rate;
  viewOf(bytes).setUint16(RATE_AT, rate_hz, true);
  return bytes;
}

export function dotIdentifyCommand(): Uint8Array {
  const bytes = new Uint8Array(CONTROL_BYTES);
  bytes.set([VISIT.identify, 1]);
  return bytes;
}

/** The rate a read of the control characteristic tells, Hz. */
export function rateOfControl(bytes: Uint8Array): number | null {
  return bytes.length >= RATE_AT + 2 ? viewOf(bytes).getUint16(RATE_AT, true) : null;
}
