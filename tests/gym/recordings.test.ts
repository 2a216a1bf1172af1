import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connect } from '../../main/gym/connect.ts';
import { readCredential } from '../../main/gym/credential.ts';
import { hearGym, tellGym } from '../../main/gym/exchange.ts';
import { createRecordingLine, LINE_BYTES_PER_S } from '../../main/gym/recordings.ts';
import type { Store } from '../../main/store/index.ts';
import { postgresPath } from '../programs.ts';
import { anAthlete, aRecording, aSet, value } from '../store/given.ts';
import { aStation, prepareGym } from './given.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const withPostgres = postgresPath() === null ? describe.skip : describe;

let postgres: Postgres;

/** Long enough for parts. */
const LONG = aRecording(20_000);
const lifted = (store: Store, who: string): number =>
  value(store.sets.insert(aSet(anAthlete(store, who), { recording: LONG }))).set_id;
const setOf = (store: Store, who: string): number =>
  store.sets.list({ limit: 100 }).find(({ athlete_name }) => athlete_name === who)?.id ?? 0;
const count = async (table: string): Promise<number> =>
  Number((await postgres.query(`SELECT count(*) AS n FROM lockout.${table}`))[0]?.n);

/** A station's own line to the gym, without a replicator that goes on by itself; `clock.now` is what the bound goes by. */
async function byHand(store: Store) {
  const client = await connect(readCredential(store.folder) ?? '');
  onTestFinished(() => client.end());
  const clock = { now: 0 };
  const recordings = createRecordingLine(store.outbox, () => clock.now);
  return { client, clock, recordings, step: () => recordings.step(client) };
}

withPostgres('recordings in a gym', () => {
  beforeAll(async () => {
    postgres = await startPostgres();
    await prepareGym(postgres, 'Nordhalle');
  });
  afterAll(() => postgres.stop());

  test('a set of another rack is opened with its samples, bit for bit', async () => {
    const [one, two] = [await aStation(postgres, 'Nordhalle'), await aStation(postgres, 'Nordhalle')];
    lifted(one.store, 'Maja');
    await expect.poll(() => setOf(two.store, 'Maja')).toBeGreaterThan(0);
    const far = setOf(two.store, 'Maja');
    expect(two.store.sets.get(far)).toMatchObject({ recording_here: false });
    expect(two.store.sets.recording(far)).toMatchObject({ error: { code: 'recording-elsewhere' } });
    two.gym.opened(far);
    await expect.poll(() => two.store.sets.get(far)?.recording_here).toBe(true);
    expect(value(two.store.sets.recording(far))).toEqual(LONG);
    // it came from there, and does not go back
    expect(two.store.outbox.recordings.next()).toBeNull();
  });

  test('the line is never theirs alone, and one that breaks off is whole only when its last part is there', async () => {
    const { store, gym } = await aStation(postgres, 'Nordhalle');
    await gym.close();
    lifted(store, 'Tom');
    const first = await byHand(store);
    expect(await first.step()).toMatchObject({ again_ms: null });
    await tellGym(first.client, store.outbox);
    const [whole, parts] = [await count('recordings'), await count('recording_parts')];
    const { again_ms } = await first.step();
    expect(again_ms).toBeCloseTo((1000 * 64 * 1024) / LINE_BYTES_PER_S);
    await first.step();
    expect(await count('recording_parts')).toBe(parts + 1);
    first.clock.now += again_ms ?? 0;
    await first.step();
    expect(await count('recording_parts')).toBe(parts + 2);
    expect(await count('recordings')).toBe(whole);
    // killed; a part was damaged meanwhile, which the sum of all tells
    await postgres.kill();
    await postgres.start();
    await postgres.query(
      `UPDATE lockout.recording_parts SET data = 'no' WHERE set NOT IN (SELECT set FROM lockout.recordings)`,
    );
    const again = await byHand(store);
    let told = 0;
    for (; store.outbox.recordings.next() !== null; told++) {
      again.clock.now += 10_000;
      await again.step();
      expect(await count('recordings')).toBe(store.outbox.recordings.next() === null ? whole + 1 : whole);
    }
    // once up to the damage, and once more from the start
    expect(told).toBeGreaterThan(1.5 * (parts / whole));
    const two = await aStation(postgres, 'Nordhalle');
    await expect.poll(() => setOf(two.store, 'Tom')).toBeGreaterThan(0);
    two.gym.opened(setOf(two.store, 'Tom'));
    await expect.poll(() => two.store.sets.get(setOf(two.store, 'Tom'))?.recording_here).toBe(true);
    expect(value(two.store.sets.recording(setOf(two.store, 'Tom')))).toEqual(LONG);
  });

  test('no other gym reads or writes them, and who is deleted leaves none', async () => {
    await prepareGym(postgres, 'Südhalle');
    const ours = await aStation(postgres, 'Nordhalle');
    lifted(ours.store, 'Ida');
    await expect
      .poll(() => [ours.store.outbox.waiting().changes, ours.store.outbox.recordings.next()])
      .toEqual([0, null]);
    const theirs = await aStation(postgres, 'Südhalle');
    const { client } = await byHand(theirs.store);
    const [known] = await postgres.query('SELECT gym, set FROM lockout.recordings ORDER BY set DESC LIMIT 1');
    for (const table of ['recordings', 'recording_parts'])
      expect((await client.query(`SELECT 1 FROM lockout.${table}`)).rowCount).toBe(0);
    const [whole, parts] = [await count('recordings'), await count('recording_parts')];
    await client.query(`SELECT lockout.take_part($1, 99, 'x')`, [known?.set]);
    await expect(client.query('DELETE FROM lockout.recordings')).rejects.toThrow(/permission denied/);
    await expect(
      client.query(`INSERT INTO lockout.recording_parts (gym, set, place, data) VALUES ($1, $2, 99, 'x')`, [
        known?.gym,
        known?.set,
      ]),
    ).rejects.toThrow(/permission denied/);
    expect([await count('recordings'), await count('recording_parts')]).toEqual([whole, parts]);

    const ida = ours.store.athletes.list().find(({ name }) => name === 'Ida');
    const id = ida?.id ?? 0;
    value(ours.store.athletes.delete(id));
    value(ours.store.bin.remove({ kind: 'athlete', id }, 'Ida'));
    await expect.poll(() => count('recordings')).toBe(whole - 1);
    expect(await count('recording_parts')).toBeLessThan(parts);
    await hearGym(client, theirs.store.outbox);
  });
});
