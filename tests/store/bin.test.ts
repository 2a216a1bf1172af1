import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../main/store/index.ts';
import {
  aClock,
  aFolder,
  anAthlete,
  aSet,
  aStore,
  NOON,
  problem,
  SIMULATED_RANGE,
  someLabels,
  value,
} from './given.ts';
import { aBatch, aHeader } from './journal-given.ts';

const DAY_MS = 24 * 3_600_000;

/** Everything a coach may look at, as far as it is about sets and athletes. */
const everywhere = (store: Store, athlete_id: number) => ({
  list: store.sets.list({ limit: 10 }).map(({ id }) => id),
  found: [...store.sets.search('Maja'), ...store.sets.search('sore')].map(({ id }) => id),
  history: store.history({ athlete_id, lift: 'hip-thrust' })?.points.map(({ set_id }) => set_id) ?? [],
  team: store.team().rows.map(({ athlete }) => athlete.id),
  exported: (['reps', 'sets', 'sessions'] as const).map((table) => [...store.csvLines({}, table)].length - 1),
  everything: Object.fromEntries(
    (['sets', 'reps', 'recordings'] as const).map((table) => [
      table,
      JSON.parse([...store.everything.dump({ lockout: '1' })].join('')).tables[table].rows.length,
    ]),
  ),
  info: store.info().sets,
});
const NOTHING = {
  list: [],
  found: [],
  history: [],
  team: [],
  exported: [0, 0, 0],
  everything: { sets: 0, reps: 0, recordings: 0 },
  info: 0,
};

function aTrainedStore() {
  const clock = aClock();
  const folder = aFolder();
  const store = aStore({ clock, folder });
  const maja = anAthlete(store, 'Maja');
  const { set_id } = value(store.sets.insert(aSet(maja, { note: 'sore back, says nobody else' })));
  value(store.references.put(someLabels(maja), SIMULATED_RANGE));
  return { store, clock, folder, maja, set_id };
}

describe('a deleted set', () => {
  test('is nowhere but in the bin, and comes back as it was', () => {
    const { store, maja, set_id, clock } = aTrainedStore();
    const before = everywhere(store, maja);
    value(store.sets.delete(set_id));
    expect(everywhere(store, maja)).toEqual(NOTHING);
    expect(store.bin.list()).toMatchObject([
      {
        kind: 'set',
        id: set_id,
        row: { athlete_name: 'Maja' },
        deleted_epoch_ms: clock.at_epoch_ms,
        goes_epoch_ms: clock.at_epoch_ms + 30 * DAY_MS,
      },
    ]);
    value(store.bin.restore({ kind: 'set', id: set_id }));
    expect(everywhere(store, maja)).toEqual(before);
    expect(store.bin.list()).toEqual([]);
    expect(store.sets.get(set_id)?.edits.map(({ what }) => what)).toEqual(['set deleted', 'set restored']);
  });

  test('goes for good after thirty days and not before, its session with it', () => {
    const { store, clock, set_id } = aTrainedStore();
    value(store.sets.delete(set_id));
    clock.at_epoch_ms += 30 * DAY_MS - 1;
    expect(value(store.bin.purge())).toBe(false);
    expect(store.bin.list()).toHaveLength(1);
    clock.at_epoch_ms += 1;
    expect(value(store.bin.purge())).toBe(true);
    expect(store.sets.get(set_id)).toBeNull();
    expect(JSON.parse([...store.everything.dump({ lockout: '1' })].join('')).tables.sessions.rows).toEqual(
      [],
    );
    expect(problem(store.bin.restore({ kind: 'set', id: set_id })).code).toBe('not-in-bin');
  });

  test('goes at once where somebody says so, and what is not in the bin does not', () => {
    const { store, set_id } = aTrainedStore();
    expect(problem(store.bin.remove({ kind: 'set', id: set_id }, '')).code).toBe('not-in-bin');
    value(store.sets.delete(set_id));
    value(store.bin.remove({ kind: 'set', id: set_id }, ''));
    expect(store.sets.recording(set_id).ok).toBe(false);
  });
});

describe('a deleted athlete', () => {
  test('is nowhere but in the bin, with all that is theirs, and comes back with it', () => {
    const { store, maja, set_id } = aTrainedStore();
    const before = everywhere(store, maja);
    const other = value(store.sets.insert(aSet(maja, { started_epoch_ms: NOON + DAY_MS })));
    value(store.sets.delete(other.set_id));
    value(store.athletes.delete(maja));
    expect(store.athletes.get(maja)).toBeNull();
    expect(store.athletes.list()).toEqual([]);
    expect(store.athletes.recent()).toEqual([]);
    expect(store.sets.get(set_id)?.deleted).toBe(true);
    expect(everywhere(store, maja)).toEqual(NOTHING);
    expect([...store.csvLines({}, 'athletes')]).toHaveLength(1);
    // a set that was deleted before lies there with them
    expect(store.bin.list()).toMatchObject([{ kind: 'athlete', id: maja, name: 'Maja', sets: 1 }]);

    value(store.bin.restore({ kind: 'athlete', id: maja }));
    expect(everywhere(store, maja)).toEqual(before);
    expect(store.references.get(someLabels(maja))).toEqual(SIMULATED_RANGE);
    expect(store.sets.get(set_id)?.row.note).toContain('sore');
    expect(store.bin.list()).toMatchObject([{ kind: 'set', id: other.set_id }]);
  });

  test('deleted for good needs the exact name', () => {
    const { store, maja } = aTrainedStore();
    value(store.athletes.delete(maja));
    const who = { kind: 'athlete', id: maja } as const;
    expect(problem(store.bin.remove(who, 'maja'))).toMatchObject({ code: 'name-differs' });
    value(store.bin.remove(who, ' Maja '));
    expect(problem(store.bin.restore(who)).code).toBe('not-in-bin');
  });

  test('takes every set, recording, reference, session and journal along after thirty days, and nothing of others', () => {
    const { store, maja, set_id, clock, folder } = aTrainedStore();
    const tom = anAthlete(store, 'Tom');
    const kept = value(store.sets.insert(aSet(tom)));
    value(store.references.put(someLabels(tom), SIMULATED_RANGE));
    for (const athlete_id of [maja, tom])
      for (const end of ['left', 'discarded']) {
        const journal = store.journals.start(aHeader(athlete_id));
        journal.append(aBatch(0, 10));
        journal.close();
        if (end === 'discarded') value(store.journals.discard(journal.id));
      }

    value(store.athletes.delete(maja));
    clock.at_epoch_ms += 30 * DAY_MS;
    expect(value(store.bin.purge())).toBe(true);

    expect(store.athletes.list().map((athlete) => athlete.id)).toEqual([tom]);
    expect(store.sets.get(set_id)).toBeNull();
    expect(store.sets.recording(set_id).ok).toBe(false);
    expect(store.sets.get(kept.set_id)?.reps).toHaveLength(8);
    expect(store.references.get(someLabels(maja))).toBeNull();
    expect(store.references.get(someLabels(tom))).toEqual(SIMULATED_RANGE);
    expect(store.journals.recoverable().map((left) => left.header.labels.athlete_id)).toEqual([tom]);
    expect(fs.readdirSync(path.join(folder, 'journal', 'discarded'))).toHaveLength(1);
    // overwritten, not only unlinked
    for (const name of ['lockout.sqlite', 'lockout.sqlite-wal'])
      expect(fs.readFileSync(path.join(folder, name)).includes('says nobody else')).toBe(false);
  });

  test('who is wanted again by an export that is read comes out of the bin', () => {
    const { store, maja } = aTrainedStore();
    const out = [...store.everything.dump({ lockout: '1' })].join('');
    value(store.athletes.delete(maja));
    value(store.everything.load(out));
    expect(store.athletes.get(maja)?.name).toBe('Maja');
    expect(store.bin.list()).toEqual([]);
  });
});

test('an archived athlete is chosen no more and looked at no less', () => {
  const { store, maja, set_id } = aTrainedStore();
  expect(value(store.athletes.archive(maja, true))).toMatchObject({ name: 'Maja', archived: true });
  expect(store.athletes.recent()).toEqual([]);
  expect(store.team()).toEqual({ rows: [], idle: 0 });
  expect(store.athletes.list()).toMatchObject([{ id: maja, archived: true }]);
  expect(store.history({ athlete_id: maja, lift: 'hip-thrust' })?.points).toMatchObject([{ set_id }]);
  expect([...store.csvLines({}, 'sets')]).toHaveLength(2);
  value(store.athletes.archive(maja, false));
  expect(store.athletes.recent()).toMatchObject([{ id: maja, archived: false }]);
});
