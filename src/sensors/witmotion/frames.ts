import { toInt16, viewOf } from '../common/bytes.ts';

/**
 * WitMotion's 20-byte frames: `55 61` + 9 int16 (acceleration, angular rate, angle) and
 * `55 71` + register + 8 int16 (answer to a register read). No checksum, time or counter.
 * Source: RGu0/WT901 docs/protocol.md (MIT), vendor manual WT901BLECL5.0 p.16-18.
 */
export const FRAME_BYTES = 20;
const MARK = 0x55;
const MOTION = 0x61;
const REGISTER = 0x71;

export const WITMOTION_ACCEL_RANGE_G = 16;
export const WITMOTION_GYRO_RANGE_DPS = 2_000;
const ANGLE_RANGE_DEG = 180;
const FULL_SCALE = 32_768;
const G_PER_COUNT = WITMOTION_ACCEL_RANGE_G / FULL_SCALE;
const DPS_PER_COUNT = WITMOTION_GYRO_RANGE_DPS / FULL_SCALE;

export interface RegisterReply {
  readonly register: number;
  /** Eight consecutive registers, signed. */
  readonly words: readonly number[];
}

export interface ParsedFrames {
  /** Interleaved x, y, z per motion frame. */
  readonly accel_g: Float64Array;
  readonly gyro_dps: Float64Array;
  readonly replies: readonly RegisterReply[];
  /** Bytes that belonged to no frame. */
  readonly skipped: number;
}

/**
 * Cuts a byte stream into frames. Notification borders mean nothing: what is left of a frame waits
 * for the next push. After damage a header counts only when another one follows 20 bytes later,
 * because `55 61` may also occur inside the data; that rule looks at the stream alone, so any way
 * of cutting it gives the same frames.
 */
export function createWitMotionParser() {
  let rest = new Uint8Array(0);
  let aligned = true;

  function isHeader(bytes: Uint8Array, at: number): boolean {
    return bytes[at] === MARK && (bytes[at + 1] === MOTION || bytes[at + 1] === REGISTER);
  }

  return {
    push(bytes: Uint8Array): ParsedFrames {
      const stream = new Uint8Array(rest.length + bytes.length);
      stream.set(rest);
      stream.set(bytes, rest.length);
      const view = viewOf(stream);
      const motionStarts: number[] = [];
      const replies: RegisterReply[] = [];
      let at = 0;
      let skipped = 0;
      while (at + FRAME_BYTES <= stream.length) {
        if (!isHeader(stream, at)) {
          aligned = false;
          at += 1;
          skipped += 1;
          continue;
        }
        if (!aligned) {
          if (at + FRAME_BYTES + 2 > stream.length) break;
          if (!isHeader(stream, at + FRAME_BYTES)) {
            at += 1;
            skipped += 1;
            continue;
          }
          aligned = true;
        }
        if (stream[at + 1] === MOTION) motionStarts.push(at);
        else replies.push(registerReplyAt(view, at));
        at += FRAME_BYTES;
      }
      rest = stream.slice(at);

      const accel_g = new Float64Array(3 * motionStarts.length);
      const gyro_dps = new Float64Array(3 * motionStarts.length);
      motionStarts.forEach((start, i) => {
        for (let axis = 0; axis < 3; axis++) {
          accel_g[3 * i + axis] = view.getInt16(start + 2 + 2 * axis, true) * G_PER_COUNT;
          gyro_dps[3 * i + axis] = view.getInt16(start + 8 + 2 * axis, true) * DPS_PER_COUNT;
        }
      });
      return { accel_g, gyro_dps, replies, skipped };
    },
  };
}

function registerReplyAt(view: DataView, at: number): RegisterReply {
  const words = Array.from({ length: 8 }, (_, i) => view.getInt16(at + 4 + 2 * i, true));
  return { register: view.getUint16(at + 2, true), words };
}

type Vector = readonly [number, number, number];

/** What the sensor would send for this reading; the end of the range is held, as the real converter does. */
export function encodeWitMotionFrame(
  accel_g: Vector,
  gyro_dps: Vector,
  angle_deg: Vector = [0, 0, 0],
): Uint8Array {
  const frame = new Uint8Array(FRAME_BYTES);
  const view = viewOf(frame);
  frame[0] = MARK;
  frame[1] = MOTION;
  for (let axis = 0; axis < 3; axis++) {
    view.setInt16(2 + 2 * axis, toInt16((accel_g[axis] ?? 0) / G_PER_COUNT), true);
    view.setInt16(8 + 2 * axis, toInt16((gyro_dps[axis] ?? 0) / DPS_PER_COUNT), true);
    view.setInt16(14 + 2 * axis, toInt16(((angle_deg[axis] ?? 0) / ANGLE_RANGE_DEG) * FULL_SCALE), true);
  }
  return frame;
}

/** What the sensor answers to a register read. */
export function encodeWitMotionReply(register: number, words: readonly number[]): Uint8Array {
  const frame = new Uint8Array(FRAME_BYTES);
  const view = viewOf(frame);
  frame[0] = MARK;
  frame[1] = REGISTER;
  view.setUint16(2, register, true);
  for (let i = 0; i < 8; i++) view.setInt16(4 + 2 * i, toInt16(words[i] ?? 0), true);
  return frame;
}
