import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
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

describe('athletes', () => {
  test('are created, renamed and listed by name whatever the case', () => {
    const store = aStore();
    for (const name of ['tom', 'Maja', 'Åsa']) anAthlete(store, name);
    const [maja] = store.athletes.list();
    value(store.athletes.update({ id: maja?.id ?? 0, name: 'Maja B.', body_mass_kg: null }));
    expect(store.athletes.list().map((athlete) => athlete.name)).toEqual(['Maja B.', 'tom', 'Åsa']);
    expect(store.athletes.get(maja?.id ?? 0)).toMatchObject({ body_mass_kg: null, simulated: false });
  });

  test('are stored whatever fraction of a millisecond the clock shows', () => {
    const store = aStore({ clock: aClock(NOON + 0.25) });
    const id = anAthlete(store);
    expect(store.sets.get(value(store.sets.insert(aSet(id))).set_id)).not.toBeNull();
    value(store.sensors.seen({ id: 'a', advertised_name: null, family: 'witmotion' }));
  });

  test('who trained last come first', () => {
    const store = aStore();
    const [a, b, c, d] = ['Anna', 'Ben', 'Cleo', 'Dana'].map((name) => anAthlete(store, name)) as [
      number,
      number,
      number,
      number,
    ];
    value(store.sets.insert(aSet(c, { started_epoch_ms: NOON })));
    value(store.sets.insert(aSet(b, { started_epoch_ms: NOON + 60_000 })));
    const taken = value(store.sets.insert(aSet(d, { started_epoch_ms: NOON + 120_000 })));
    value(store.sets.delete(taken.set_id));
    expect(store.athletes.recent().map((athlete) => athlete.id)).toEqual([b, c, a, d]);
  });

  test('changing one who is gone says so', () => {
    expect(problem(aStore().athletes.update({ id: 4, name: 'X', body_mass_kg: null })).code).toBe(
      'no-athlete',
    );
  });
});

describe('deleting an athlete', () => {
  test('needs the exact name', () => {
    const store = aStore();
    const id = anAthlete(store);
    expect(problem(store.athletes.delete(id, 'maja'))).toMatchObject({ code: 'name-differs' });
    expect(store.athletes.get(id)).not.toBeNull();
  });

  test('removes every set, recording, reference, session and journal of theirs and nothing of others', async () => {
    const folder = aFolder();
    const store = aStore({ folder, clock: aClock() });
    const [maja, tom] = [anAthlete(store, 'Maja'), anAthlete(store, 'Tom')];
    const gone = value(store.sets.insert(aSet(maja, { note: 'a note nobody else has' })));
    const kept = value(store.sets.insert(aSet(tom)));
    for (const athlete_id of [maja, tom]) {
      value(store.references.put(someLabels(athlete_id), SIMULATED_RANGE));
      for (const end of ['left', 'discarded']) {
        const journal = store.journals.start(aHeader(athlete_id));
        journal.append(aBatch(0, 10));
        journal.close();
        if (end === 'discarded') value(store.journals.discard(journal.id));
      }
    }

    value(store.athletes.delete(maja, 'Maja'));

    expect(store.athletes.list().map((athlete) => athlete.id)).toEqual([tom]);
    expect(store.sets.get(gone.set_id)).toBeNull();
    expect(store.sets.recording(gone.set_id).ok).toBe(false);
    expect(store.sets.get(kept.set_id)?.reps).toHaveLength(8);
    expect(store.references.get(someLabels(maja))).toBeNull();
    expect(store.references.get(someLabels(tom))).toEqual(SIMULATED_RANGE);
    expect(store.journals.recoverable().map((left) => left.header.labels.athlete_id)).toEqual([tom]);
    expect(fs.readdirSync(path.join(folder, 'journal', 'discarded'))).toHaveLength(1);
    // Overwritten, not only unlinked.
    for (const name of ['lockout.sqlite', 'lockout.sqlite-wal'])
      expect(fs.readFileSync(path.join(folder, name)).includes('a note nobody else has')).toBe(false);
  });
});
