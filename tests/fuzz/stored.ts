import zlib from 'node:zlib';
import { MAGIC, parseJournal, wholeJournal } from '../../main/store/journal/format.ts';
import { HeaderSchema, LabelsSchema } from '../../main/store/journal/header.ts';
import { packRecording, unpackRecording } from '../../main/store/sets/recording-blob.ts';
import { unpackTrace } from '../../main/store/sets/trace-blob.ts';
import { joinBatches } from '../../src/recording/join.ts';
import type { Random } from '../../src/recording/synthetic/random.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { mangle, someBytes, someJson } from './mangle.ts';
import { oneLine, pure, type Target } from './target.ts';

const { recording: whole } = simulatedSet({ seed: 3, reps: 1 });
const recording = {
  ...whole,
  t_s: whole.t_s.slice(0, 40),
  accel_g: whole.accel_g.slice(0, 120),
  gyro_dps: whole.gyro_dps?.slice(0, 120) ?? null,
};
const journal = wholeJournal({ athlete_name: 'Maja', started_epoch_ms: 0 }, recording);
const packed = packRecording(recording);
const encoded = zlib.inflateSync(packed.data);

function readJournal(bytes: Uint8Array): void {
  const { records, lost_bytes } = parseJournal(Buffer.from(bytes));
  if (lost_bytes < 0 || lost_bytes > bytes.length) throw new Error(`${lost_bytes} bytes lost`);
  const batches = records.flatMap((record) => (record.kind === 'samples' ? [record.batch] : []));
  for (const record of records)
    if (record.kind === 'header') HeaderSchema.safeParse(record.json);
    else if (record.kind === 'labels') LabelsSchema.safeParse(record.json);
  const first = batches[0];
  if (first) joinBatches(batches, recording.sensor, first.clock);
}

/** Records whose check sum is right, whatever is in them. */
function craftedJournal(random: Random): Uint8Array {
  const parts: Uint8Array[] = [MAGIC];
  for (let n = random.integer(1, 4); n > 0; n--) {
    const body = random.chance(0.5)
      ? someBytes(random, 200)
      : Buffer.from(JSON.stringify(someJson(random)) ?? '');
    const head = random.integer(0, 4);
    const payload = Buffer.from([head, ...body]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32LE(payload.length, 0);
    frame.writeUInt32LE(zlib.crc32(payload), 4);
    parts.push(frame, payload);
  }
  return Buffer.concat(parts);
}

function readBlob(data: Buffer): void {
  const got = unpackRecording({ ...packed, data });
  if (!got.ok) oneLine(got.error.message);
}

export const STORED: readonly Target[] = [
  pure('journal mangled', 0.02, (random) => readJournal(mangle(random, journal))),
  pure('journal with right sums', 0.02, (random) => readJournal(craftedJournal(random))),
  pure('recording mangled', 0.01, (random) => readBlob(Buffer.from(mangle(random, packed.data)))),
  pure('recording mangled before it was packed', 0.01, (random) =>
    readBlob(zlib.deflateSync(mangle(random, encoded), { level: 0 })),
  ),
  pure('trace', 0.01, (random) => {
    const data = zlib.deflateSync(someBytes(random, 240), { level: 0 });
    unpackTrace({
      points: random.integer(-1, 30),
      data: random.chance(0.5) ? data : Buffer.from(mangle(random, data)),
    });
  }),
];
