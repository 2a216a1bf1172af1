import { expect, onTestFinished, test } from 'vitest';
import { createAthletes } from '../../main/store/athletes.ts';
import { openDatabase } from '../../main/store/open.ts';
import { createSets } from '../../main/store/sets/index.ts';
import { words } from '../../src/words/index.ts';
import { aClock, aFolder, aRecording, aSet, NOON, problem, value } from './given.ts';

test('a set that does not fit on the disk is an error in words, and is stored once there is space', () => {
  const { db } = value(openDatabase(aFolder(), { now_epoch_ms: NOON }));
  onTestFinished(() => void db.close());
  const released: string[] = [];
  const sets = createSets(db, aClock(), { release: (id) => void released.push(id), misplaced: () => null });
  const { id } = value(createAthletes(db, aClock()).create({ name: 'Maja', body_mass_kg: null }));
  const set = aSet(id, { recording: aRecording(20_000) });

  // SQLite answers as it does on a full disk when the file may not grow any more.
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${pages + 2}`);
  const refused = problem(sets.insert(set, { id: 'the-journal' }));
  expect(refused.code).toBe('disk-full');
  expect(refused.message).toContain(words.store.set.notStored);
  expect(released).toEqual([]);
  expect(sets.list({ limit: 5 })).toEqual([]);

  db.pragma('max_page_count = 1000000');
  value(sets.insert(set, { id: 'the-journal' }));
  expect(released).toEqual(['the-journal']);
  expect(sets.list({ limit: 5 })).toHaveLength(1);
});
