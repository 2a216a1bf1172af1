import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
beforeEach(() => {
  gym = openGym();
});
afterEach(() => gym.leave());

const hand = async (...files: readonly (readonly [name: string, text: string])[]): Promise<void> => {
  await gym.ask('import:begin', { names: files.map(([name]) => name) });
  for (const [file, [, text]] of files.entries()) {
    const bytes = Buffer.from(text);
    for (let from = 0; from < bytes.length; from += 50_000)
      await gym.ask('import:piece', { file, base64: bytes.subarray(from, from + 50_000).toString('base64') });
  }
};
const STRONG =
  'Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps\n2020-01-05 18:30:00,A,Hip Thrust (Barbell),1,100,8\n';
const table = (): string => [...recordingToCsv(simulatedSet({ seed: 3, reps: 3 }).recording)].join('');
/** The same columns under names nobody knows. */
const foreign = (): string =>
  table().replace(/^.*\n/, 'when;foo x;foo y;foo z;bar x;bar y;bar z\n').replaceAll(',', ';');

describe('files handed over', () => {
  test('a history: asked whose it is, stored beside the sets, noticed the second time, taken back', async () => {
    await hand(['strong.csv', STRONG]);
    expect(await gym.ask('import:look', {})).toMatchObject({
      kind: 'history',
      tool: 'Strong',
      fresh: 1,
      question: expect.stringContaining('whose'),
    });
    expect((await gym.tryTo('import:store', {})).ok).toBe(false);
    const { id } = await gym.ask('athletes:create', { name: 'Eva', body_mass_kg: null });
    const { record } = await gym.ask('import:store', { athlete_id: id });
    expect(record).toMatchObject({ kind: 'history', sets: 1, reps: 8 });
    expect(await gym.ask('import:sets', { athlete_id: id })).toMatchObject([
      { instrument: 'Strong', day: '2020-01-05', time: '18:30:00', lift: 'hip-thrust' },
    ]);
    await hand(['strong.csv', STRONG]);
    expect(await gym.ask('import:look', { athlete_id: id })).toMatchObject({
      fresh: 0,
      there: 1,
      before: { file: 'strong.csv' },
    });
    await gym.ask('import:undo', { id: record?.id ?? 0 });
    expect(await gym.ask('import:list', {})).toEqual([]);
  });

  test('a recording: its reps before it is stored, and its set after', async () => {
    await hand(['bar.csv', table()]);
    const look = await gym.ask('import:look', { load_kg: 80 });
    if (look.kind !== 'recording') throw new Error(look.kind);
    expect(look.parts.map(({ reps }) => reps.length)).toEqual([3]);
    expect(look.force.g.length).toBeGreaterThan(100);
    const { set_ids } = await gym.ask('import:store', { load_kg: 80, started_epoch_ms: 1_600_000_000_000 });
    const set = await gym.ask('sets:get', { id: set_ids[0] ?? 0 });
    expect(set).toMatchObject({
      row: { load_kg: 80, started_epoch_ms: 1_600_000_000_000 },
      sensor_name: 'bar.csv',
    });
    expect((await gym.tryTo('import:look', {})).ok).toBe(false);
  });

  test('a table nobody knows: shown, explained once, and known from then on', async () => {
    await hand(['odd.csv', foreign()]);
    const look = await gym.ask('import:look', {});
    if (look.kind !== 'columns') throw new Error(look.kind);
    expect(look.header).toEqual(['when', 'foo x', 'foo y', 'foo z', 'bar x', 'bar y', 'bar z']);
    const columns = {
      time: { column: 0, as: 't_s' as const },
      accel: { columns: [1, 2, 3] as [number, number, number], unit: 'g' as const },
      gyro: { columns: [4, 5, 6] as [number, number, number], unit: 'dps' as const },
    };
    expect(await gym.ask('import:look', { columns })).toMatchObject({ kind: 'recording' });
    // seconds taken for milliseconds: said, not stored as if it were good
    const wrong = await gym.ask('import:look', { columns: { ...columns, time: { column: 0, as: 't_ms' } } });
    expect(wrong.kind === 'recording' ? wrong.parts[0]?.quality : wrong.kind).not.toBe('good');
    await gym.ask('import:store', { columns });
    await hand(['odd-2.csv', foreign()]);
    expect(await gym.ask('import:look', {})).toMatchObject({ kind: 'recording' });
  });

  test('a piece for files that have been looked at, or for one that was never named, is refused', async () => {
    await hand(['strong.csv', STRONG]);
    await gym.ask('import:look', {});
    expect(await gym.tryTo('import:piece', { file: 0, base64: 'QQ==' })).toMatchObject({ ok: false });
    await gym.ask('import:begin', { names: ['strong.csv'] });
    expect(await gym.tryTo('import:piece', { file: 1, base64: 'QQ==' })).toMatchObject({ ok: false });
  });

  test('a list of athletes, everything of another station, and what is nothing', async () => {
    await hand(['team.csv', 'Name,Group,Birth year\nEva,A,2001\nBo,B,\n']);
    expect(await gym.ask('import:look', {})).toMatchObject({ kind: 'roster', added: ['Eva', 'Bo'] });
    await gym.ask('import:store', {});
    expect(await gym.ask('athletes:list', {})).toContainEqual(
      expect.objectContaining({ name: 'Eva', group: 'A', birth_year: 2001 }),
    );
    const all = [...gym.open.station.store.everything.dump({ lockout: '1' })].join('');
    await hand(['all.json', all]);
    expect(await gym.ask('import:look', {})).toMatchObject({ kind: 'everything' });
    expect(await gym.ask('import:store', {})).toMatchObject({ record: null });
    await hand(['cat.jpg', '\u0000\u0001\u0002']);
    expect(await gym.ask('import:look', {})).toMatchObject({ kind: 'refused' });
    await gym.ask('import:cancel', {});
    expect((await gym.tryTo('import:look', {})).ok).toBe(false);
  });
});
