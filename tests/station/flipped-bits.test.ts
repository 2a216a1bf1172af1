import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

/** A station with one stored set, closed. */
async function aStoredSet(): Promise<{ readonly id: number; readonly folder: string }> {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 2 });
  gym.until((state) => state.phase === 'review');
  const [row] = await gym.ask('sets:list', { limit: 1 });
  await gym.open.close();
  return { id: row?.id ?? 0, folder: gym.folder };
}

type Blob = 'traces' | 'recordings';

function flip(folder: string, table: Blob, place: number): void {
  const db = new Database(path.join(folder, 'lockout.sqlite'));
  const data = db.prepare(`SELECT data FROM ${table}`).pluck().get() as Buffer;
  const bit = Math.floor(place * data.length * 8);
  data.writeUInt8(data.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  db.prepare(`UPDATE ${table} SET data = ?`).run(data);
  db.close();
}

describe('one flipped bit', () => {
  test('in the trace of the latest set: the station starts, and the trace is drawn again', async () => {
    const { id, folder } = await aStoredSet();
    gym = openGym(gym);
    const before = await gym.ask('sets:get', { id });
    await gym.open.close();
    flip(folder, 'traces', 0.5);
    gym = openGym(gym);
    const after = await gym.ask('sets:get', { id });
    expect(after).toEqual(before);
    expect(after.trace.t_s.length).toBeGreaterThan(100);
    await gym.ask('sets:update', { id, patch: { note: 'felt light' } });
    const { reps } = await gym.ask('sets:reanalyse', { id });
    expect(reps).toHaveLength(2);
    // analysed anew, the stored one is whole again
    expect(gym.open.station.store.sets.get(id)?.trace?.t_s).toEqual(before.trace.t_s);
  });

  test('anywhere in what is stored as a block: the numbers stay, and what is lost is said (property)', async () => {
    const { id, folder } = await aStoredSet();
    gym = openGym(gym);
    const { reps, row } = await gym.ask('sets:get', { id });
    const places = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<Blob>('traces', 'recordings'), places, async (table, place) => {
        await gym.open.close();
        flip(folder, table, place);
        gym = openGym(gym);
        const detail = await gym.ask('sets:get', { id });
        expect([detail.reps, detail.row]).toEqual([reps, row]);
        expect(detail.trace.t_s.length).toBeGreaterThan(100);
        if (table === 'recordings')
          expect(await gym.tryTo('sets:reanalyse', { id })).toMatchObject({
            ok: false,
            error: { code: 'recording-damaged', message: words.recordings.damaged },
          });
        await gym.open.close();
        flip(folder, table, place);
        gym = openGym(gym);
      }),
      { numRuns: 25 },
    );
  });

  test('in both blocks of a set: what is left are its numbers, and no trace', async () => {
    const { id, folder } = await aStoredSet();
    flip(folder, 'traces', 0.5);
    flip(folder, 'recordings', 0.5);
    gym = openGym(gym);
    const { reps, trace } = await gym.ask('sets:get', { id });
    expect(reps).toHaveLength(2);
    expect(trace.t_s).toEqual([]);
  });
});
