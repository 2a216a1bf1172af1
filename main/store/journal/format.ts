import zlib from 'node:zlib';
import type { Recording, SampleBatch } from '../../../src/recording/samples.ts';

/**
 * A journal is `LOCKOUT-JOURNAL 1\n` and records of
 *   length u32 | crc32 u32 (of the payload) | payload
 * all little-endian, the payload's first byte its kind. Records are only ever appended, so a power cut leaves
 * a whole journal and at most one broken tail; the check sum tells where that begins (some file systems
 * extend a file with zeros before its data arrives).
 */
export const MAGIC = Buffer.from('LOCKOUT-JOURNAL 1\n', 'latin1');

const HEAD_BYTES = 8;
/** Count, clock and axes before the numbers of a record of samples. */
const SAMPLES_HEAD_BYTES = 6;
/** No record is longer; a larger length is damage. 64 MiB. */
const MAX_RECORD_BYTES = 2 ** 26;

const KIND = { header: 1, labels: 2, samples: 3 } as const;

export type JournalRecord =
  | { readonly kind: 'header'; readonly json: unknown }
  | { readonly kind: 'labels'; readonly json: unknown }
  | { readonly kind: 'samples'; readonly batch: SampleBatch };

export const headerRecord = (json: unknown): Buffer => record(KIND.header, jsonBytes(json));
export const labelsRecord = (json: unknown): Buffer => record(KIND.labels, jsonBytes(json));

/** Samples as they came, every bit of them: `count u32 | clock u8 | axes u8 | t | accel | gyro` in float64. */
export function samplesRecord(batch: SampleBatch): Buffer {
  const { count, gyro_dps } = batch;
  const body = Buffer.alloc(SAMPLES_HEAD_BYTES + 8 * count * (gyro_dps ? 7 : 4));
  body.writeUInt32LE(count, 0);
  body.writeUInt8(batch.clock === 'device' ? 0 : 1, 4);
  body.writeUInt8(gyro_dps ? 6 : 3, 5);
  let at = SAMPLES_HEAD_BYTES;
  const put = (values: Float64Array, length: number) => {
    for (let i = 0; i < length; i++) at = body.writeDoubleLE(values[i] ?? Number.NaN, at);
  };
  put(batch.t_s, count);
  put(batch.accel_g, 3 * count);
  if (gyro_dps) put(gyro_dps, 3 * count);
  return record(KIND.samples, body);
}

/** Samples in one record of a journal that is written at once; chosen here: 57 kB. */
const SAMPLES_PER_RECORD = 1000;

/** The journal a set would have left, from its recording. */
export function wholeJournal(header: unknown, recording: Recording): Buffer {
  const { t_s, accel_g, gyro_dps, clock } = recording;
  const records = [MAGIC, headerRecord(header)];
  for (let from = 0; from < t_s.length; from += SAMPLES_PER_RECORD) {
    const to = Math.min(t_s.length, from + SAMPLES_PER_RECORD);
    records.push(
      samplesRecord({
        count: to - from,
        clock,
        t_s: t_s.subarray(from, to),
        accel_g: accel_g.subarray(3 * from, 3 * to),
        gyro_dps: gyro_dps?.subarray(3 * from, 3 * to) ?? null,
      }),
    );
  }
  return Buffer.concat(records);
}

const jsonBytes = (json: unknown): Buffer => Buffer.from(JSON.stringify(json), 'utf8');

function record(kind: number, body: Buffer): Buffer {
  const bytes = Buffer.alloc(HEAD_BYTES + 1 + body.length);
  bytes.writeUInt8(kind, HEAD_BYTES);
  body.copy(bytes, HEAD_BYTES + 1);
  bytes.writeUInt32LE(1 + body.length, 0);
  bytes.writeUInt32LE(zlib.crc32(bytes.subarray(HEAD_BYTES)), 4);
  return bytes;
}

/** The whole records of a journal, up to the first that is broken. `lost_bytes` are what follows. */
export function parseJournal(bytes: Buffer): {
  readonly records: readonly JournalRecord[];
  readonly lost_bytes: number;
} {
  const records: JournalRecord[] = [];
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return { records, lost_bytes: bytes.length };
  let at = MAGIC.length;
  while (at + HEAD_BYTES < bytes.length) {
    const length = bytes.readUInt32LE(at);
    const end = at + HEAD_BYTES + length;
    if (length === 0 || length > MAX_RECORD_BYTES || end > bytes.length) break;
    const payload = bytes.subarray(at + HEAD_BYTES, end);
    if (zlib.crc32(payload) !== bytes.readUInt32LE(at + 4)) break;
    const read = readPayload(payload);
    if (!read) break;
    records.push(read);
    at = end;
  }
  return { records, lost_bytes: bytes.length - at };
}

/** null: the check sum is right and nothing of ours is under it, as somebody else's program may write. */
function readPayload(payload: Buffer): JournalRecord | null {
  const body = payload.subarray(1);
  if (payload[0] === KIND.samples) {
    const batch = readSamples(body);
    return batch && { kind: 'samples', batch };
  }
  const kind = payload[0] === KIND.header ? 'header' : payload[0] === KIND.labels ? 'labels' : null;
  if (kind === null) return null;
  try {
    return { kind, json: JSON.parse(body.toString('utf8')) };
  } catch {
    return null;
  }
}

function readSamples(body: Buffer): SampleBatch | null {
  if (body.length < SAMPLES_HEAD_BYTES) return null;
  const count = body.readUInt32LE(0);
  const axes = body.readUInt8(5);
  if (body.length !== SAMPLES_HEAD_BYTES + 8 * count * (axes === 6 ? 7 : 4)) return null;
  let at = SAMPLES_HEAD_BYTES;
  const take = (length: number) => {
    const values = new Float64Array(length);
    for (let i = 0; i < length; i++, at += 8) values[i] = body.readDoubleLE(at);
    return values;
  };
  return {
    count,
    clock: body.readUInt8(4) === 0 ? 'device' : 'arrival',
    t_s: take(count),
    accel_g: take(3 * count),
    gyro_dps: axes === 6 ? take(3 * count) : null,
  };
}
