import { viewOf } from '../common/bytes.ts';
import { MEASUREMENT } from './control.ts';

/**
 * Polar's data frames: `[type][u64 ns since 2000, of the last sample][frame type][payload]`, raw or compressed.
 * Facts from polar-ble-sdk's documentation and the byte strings of its tests, and from real frames in its
 * issues 331 and 443; no code of theirs is here.
 */
const HEADER_BYTES = 10;
const COMPRESSED = 0x80;
const TYPE_MASK = 0x3f;

export interface PolarFrame {
  readonly measurement: 'accel' | 'gyro';
  /** Sensor's clock at the last sample, s since 2000 (a double keeps 0.2 us of it). */
  readonly last_s: number;
  /** Interleaved x, y, z: mg for acceleration, deg/s for angular rate. */
  readonly values: Float64Array;
}

/** `factor` is what the sensor confirmed at the start. null: not motion, or not understood. */
export function readPolarFrame(bytes: Uint8Array, factor: number): PolarFrame | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = viewOf(bytes);
  const type = view.getUint8(0) & TYPE_MASK;
  const frameType = view.getUint8(9);
  const payload = bytes.subarray(HEADER_BYTES);
  const measurement = type === MEASUREMENT.accel ? 'accel' : type === MEASUREMENT.gyro ? 'gyro' : null;
  if (measurement === null) return null;
  const values =
    measurement === 'accel' ? accelOf(frameType, payload, factor) : gyroOf(frameType, payload, factor);
  if (values === null || values.length === 0) return null;
  return { measurement, last_s: Number(view.getBigUint64(1, true)) * 1e-9, values };
}

const MG_PER_G = 1_000;

function accelOf(frameType: number, payload: Uint8Array, factor: number): Float64Array | null {
  // Raw: whole milli-g of 1, 2 or 3 bytes. Compressed: 0x81 counts milli-g, 0x80 counts g.
  if (frameType <= 2) return rawIntegers(payload, frameType + 1);
  if (frameType === (COMPRESSED | 1)) return scaled(deltas(payload, 'int16'), factor);
  if (frameType === COMPRESSED) return scaled(deltas(payload, 'int16'), factor * MG_PER_G);
  return null;
}

function gyroOf(frameType: number, payload: Uint8Array, factor: number): Float64Array | null {
  if (frameType === COMPRESSED) return scaled(deltas(payload, 'int16'), factor);
  if (frameType === (COMPRESSED | 1)) return floats(deltas(payload, 'float32'));
  return null;
}

function scaled(values: readonly number[] | null, factor: number): Float64Array | null {
  return values === null ? null : Float64Array.from(values, (value) => value * factor);
}

/** The deltas of this frame type were added to the floats' bit patterns. */
function floats(patterns: readonly number[] | null): Float64Array | null {
  if (patterns === null) return null;
  const view = new DataView(new ArrayBuffer(4));
  return Float64Array.from(patterns, (pattern) => {
    view.setInt32(0, pattern | 0);
    return view.getFloat32(0);
  });
}

function rawIntegers(payload: Uint8Array, size: number): Float64Array | null {
  if (payload.length % (3 * size) !== 0) return null;
  return Float64Array.from({ length: payload.length / size }, (_, i) =>
    signedBits(payload, 8 * size * i, 8 * size),
  );
}

/**
 * A reference sample, then blocks `[bits][count][count x 3 deltas]`. A block that runs over the end makes the
 * whole frame worthless, because times count back from its last sample. Zero bits are refused: they
 * would let two bytes claim 255 samples.
 */
function deltas(payload: Uint8Array, reference: 'int16' | 'float32'): number[] | null {
  const size = reference === 'int16' ? 2 : 4;
  if (payload.length < 3 * size) return null;
  const now = [0, 1, 2].map((axis) => signedBits(payload, 8 * size * axis, 8 * size));
  const values = [...now];
  let at = 3 * size;
  while (at < payload.length) {
    const bits = payload[at] ?? 0;
    const count = payload[at + 1] ?? 0;
    const bytes = Math.ceil((bits * count * 3) / 8);
    if (bits === 0 || bits > 32 || count === 0 || at + 2 + bytes > payload.length) return null;
    for (let i = 0; i < 3 * count; i++) {
      const axis = i % 3;
      const value = (now[axis] ?? 0) + signedBits(payload, 8 * (at + 2) + i * bits, bits);
      now[axis] = value;
      values.push(value);
    }
    at += 2 + bytes;
  }
  return values;
}

/** `bits` (1..32) from bit `from` on, least significant bit first, in two's complement. */
function signedBits(bytes: Uint8Array, from: number, bits: number): number {
  let value = 0;
  let got = 0;
  while (got < bits) {
    const bit = from + got;
    const inByte = bit & 7;
    const take = Math.min(8 - inByte, bits - got);
    value += (((bytes[bit >> 3] ?? 0) >> inByte) & ((1 << take) - 1)) * 2 ** got;
    got += take;
  }
  return value >= 2 ** (bits - 1) ? value - 2 ** bits : value;
}
