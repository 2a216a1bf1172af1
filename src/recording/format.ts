import { words } from '../words/index.ts';
import { type ColumnCoding, chooseCoding, codedBytes, decodeColumn, encodeColumn } from './blob.ts';
import type { ClockKind, Recording, SensorInfo } from './samples.ts';

/**
 * The stored form of a recording, exact to the last bit: re-analysis of what was stored gives the same
 * answer as the end of the live set. Little-endian:
 *
 *   0  'LKRC'   4  version u8   5  length of the header u32   9  header, JSON in UTF-8
 *   then the columns t, ax, ay, az and, with 6 axes, gx, gy, gz, each coded as the header says.
 *
 * It compresses well and does not compress itself: the store does.
 */
export const FORMAT_VERSION = 1;

const MAGIC = [0x4c, 0x4b, 0x52, 0x43] as const;
const HEADER_AT = 9;

interface Header {
  readonly sensor: SensorInfo;
  readonly clock: ClockKind;
  readonly samples: number;
  readonly codings: readonly ColumnCoding[];
}

export interface FormatError {
  readonly code: 'not-a-recording' | 'newer-recording' | 'recording-damaged';
  readonly message: string;
}

export type DecodedRecording =
  | { readonly ok: true; readonly value: Recording }
  | { readonly ok: false; readonly error: FormatError };

export function encodeRecording(recording: Recording): Uint8Array {
  const { sensor, clock, t_s } = recording;
  const columns = [
    t_s,
    ...axesOf(recording.accel_g),
    ...(recording.gyro_dps ? axesOf(recording.gyro_dps) : []),
  ];
  const codings = columns.map((column, i) => chooseCoding(column, i === 0));
  const header: Header = { sensor, clock, samples: t_s.length, codings };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bodies = columns.map((column, i) => encodeColumn(column, codings[i] ?? { kind: 'plain' }));
  const bytes = new Uint8Array(HEADER_AT + text.length + bodies.reduce((sum, body) => sum + body.length, 0));
  bytes.set(MAGIC);
  bytes[4] = FORMAT_VERSION;
  new DataView(bytes.buffer).setUint32(5, text.length, true);
  bytes.set(text, HEADER_AT);
  let at = HEADER_AT + text.length;
  for (const body of bodies) {
    bytes.set(body, at);
    at += body.length;
  }
  return bytes;
}

/** Never throws: bytes from a disk may be anything. */
export function decodeRecording(bytes: Uint8Array): DecodedRecording {
  if (bytes.length < HEADER_AT || MAGIC.some((byte, i) => bytes[i] !== byte))
    return fail('not-a-recording', words.recordings.foreign);
  const version = bytes[4] ?? 0;
  if (version > FORMAT_VERSION) return fail('newer-recording', words.recordings.newer(version));
  if (version !== FORMAT_VERSION) return fail('not-a-recording', words.recordings.neverExisted(version));
  const headerEnd = HEADER_AT + new DataView(bytes.buffer, bytes.byteOffset).getUint32(5, true);
  const header = headerEnd <= bytes.length ? readHeader(bytes.subarray(HEADER_AT, headerEnd)) : null;
  if (header === null) return fail('recording-damaged', words.recordings.noHeader);
  const sizes = header.codings.map((coding) => codedBytes(coding, header.samples));
  const expected = sizes.reduce((sum, size) => sum + size, headerEnd);
  if (expected !== bytes.length)
    return fail('recording-damaged', words.recordings.cutShort(bytes.length, expected));
  let at = headerEnd;
  const columns = header.codings.map((coding, i) => {
    const from = at;
    at += sizes[i] ?? 0;
    return decodeColumn(bytes.subarray(from, at), coding);
  });
  const { sensor, clock, samples } = header;
  return {
    ok: true,
    value: {
      sensor,
      clock,
      t_s: columns[0] ?? new Float64Array(0),
      accel_g: interleave(columns.slice(1, 4), samples),
      gyro_dps: columns.length === 7 ? interleave(columns.slice(4), samples) : null,
    },
  };
}

const fail = (code: FormatError['code'], message: string): DecodedRecording => ({
  ok: false,
  error: { code, message },
});

function axesOf(vectors: Float64Array): Float64Array[] {
  return [0, 1, 2].map((axis) =>
    Float64Array.from({ length: vectors.length / 3 }, (_, i) => vectors[3 * i + axis] ?? 0),
  );
}

function interleave(axes: readonly Float64Array[], samples: number): Float64Array {
  const out = new Float64Array(3 * samples);
  axes.forEach((values, axis) => {
    for (let i = 0; i < samples; i++) out[3 * i + axis] = values[i] ?? 0;
  });
  return out;
}

const isNumberOrNull = (value: unknown): boolean => value === null || typeof value === 'number';

function isCoding(value: unknown): value is ColumnCoding {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, step, parts } = value as Record<string, unknown>;
  if (kind === 'steps') return typeof step === 'number';
  return kind === 'parts' ? typeof parts === 'number' : kind === 'clock' || kind === 'plain';
}

function isSensor(value: unknown): value is SensorInfo {
  if (typeof value !== 'object' || value === null) return false;
  const sensor = value as Record<string, unknown>;
  return (
    typeof sensor.family === 'string' &&
    isNumberOrNull(sensor.nominal_rate_hz) &&
    isNumberOrNull(sensor.accel_range_g) &&
    isNumberOrNull(sensor.gyro_range_dps) &&
    typeof sensor.delivery_delay_s === 'number'
  );
}

function readHeader(bytes: Uint8Array): Header | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const { sensor, clock, samples, codings } = parsed as Record<string, unknown>;
  if (!isSensor(sensor) || (clock !== 'device' && clock !== 'arrival')) return null;
  if (typeof samples !== 'number' || !Number.isSafeInteger(samples) || samples < 0) return null;
  if (!Array.isArray(codings) || (codings.length !== 4 && codings.length !== 7) || !codings.every(isCoding))
    return null;
  return { sensor, clock, samples, codings };
}
