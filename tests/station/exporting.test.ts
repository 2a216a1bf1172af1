import { parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ExportChoices } from '../../src/contract/exporting.ts';
import { joinFiles } from '../../src/recording/files/read-files.ts';
import { createSignalFile } from '../../src/recording/files/signal-file.ts';
import { words } from '../../src/words/index.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
beforeEach(() => {
  gym = openGym();
});
afterEach(() => gym.leave());

const lift = async (reps: number): Promise<void> => {
  const { sets } = await gym.ask('data:info', {});
  await gym.ask('pair:simulate', { reps });
  gym.until((state) => state.phase === 'review');
  expect((await gym.ask('data:info', {})).sets).toBe(sets + 1);
  await gym.ask('station:next', {});
};

async function exported(choices: ExportChoices): Promise<{ name: string; bytes: Buffer }> {
  const { name } = await gym.ask('export:begin', choices);
  const pieces: Buffer[] = [];
  for (;;) {
    const { base64 } = await gym.ask('export:piece', {});
    if (base64 === null) return { name, bytes: Buffer.concat(pieces) };
    pieces.push(Buffer.from(base64, 'base64'));
  }
}

test('every format goes out, and what can come back does', async () => {
  await lift(2);
  const [set] = await gym.ask('sets:list', { limit: 1 });
  const csv = await exported({ format: 'csv', table: 'reps', bom: true, decimal_comma: true });
  expect(csv.name).toBe('lockout-reps.csv');
  expect(csv.bytes.toString()).toMatch(/^\ufeffathlete;session;.*\r\n/);
  expect(csv.bytes.toString().trimEnd().split('\r\n')).toHaveLength(3);
  const empty = await exported({ format: 'csv', table: 'sets', until_epoch_ms: set?.started_epoch_ms });
  expect(empty.bytes.toString().trimEnd().split('\r\n')).toHaveLength(1);

  expect((await exported({ format: 'xlsx' })).bytes.toString('latin1')).toMatch(/^PK/);
  const { bytes } = await exported({ format: 'parquet', table: 'sets' });
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  expect(await parquetReadObjects({ file })).toMatchObject([{ reps: 2 }]);

  const recording = await exported({ format: 'recording', set_id: set?.id });
  expect(recording.name).toBe(`lockout-set-${set?.id}.csv`);
  const signal = createSignalFile(recording.name);
  signal.push(recording.bytes);
  const read = joinFiles([signal.end()]);
  expect(read.ok && read.recording.t_s.length).toBeGreaterThan(500);

  const everything = await exported({ format: 'everything' });
  await gym.ask('import:begin', { names: [everything.name] });
  await gym.ask('import:piece', { file: 0, base64: everything.bytes.toString('base64') });
  expect(await gym.ask('import:look', {})).toMatchObject({ kind: 'everything' });
});

test('while a file goes out sets are stored; one that was called off is over, and so is one that another followed', async () => {
  await lift(2);
  await gym.ask('export:begin', { format: 'everything' });
  await gym.ask('export:piece', {});
  await lift(3);
  await gym.ask('export:cancel', {});
  expect(await gym.tryTo('export:piece', {})).toMatchObject({ error: { message: words.exporting.gone } });
  await gym.ask('export:begin', { format: 'everything' });
  const { bytes } = await exported({ format: 'csv', table: 'sets' });
  expect(bytes.toString().trimEnd().split('\r\n')).toHaveLength(3);
  expect(await gym.tryTo('export:piece', {})).toMatchObject({ ok: false });
});

test('one that is still being read gives way to the next', async () => {
  for (let set = 0; set < 4; set++) await lift(12);
  await gym.ask('export:begin', { format: 'everything' });
  expect(await gym.ask('export:piece', {})).not.toEqual({ base64: null });
  const { bytes } = await exported({ format: 'everything' });
  // more than one piece: the first export was in the middle of its rows
  expect(bytes.length).toBeGreaterThan(2 ** 19);
  await gym.ask('export:begin', { format: 'everything' });
  await gym.ask('export:piece', {});
  await gym.ask('export:cancel', {});
});

test('what is made as a whole waits for a set that runs; the signal of no set is told', async () => {
  await gym.ask('pair:simulate', { reps: 3 });
  gym.until((state) => (state.set?.reps.length ?? 0) > 0);
  for (const format of ['xlsx', 'parquet'] as const)
    expect(await gym.tryTo('export:begin', { format })).toMatchObject({
      error: { message: words.exporting.running },
    });
  await exported({ format: 'csv' });
  expect(await gym.tryTo('export:begin', { format: 'recording', set_id: 99 })).toMatchObject({ ok: false });
});
