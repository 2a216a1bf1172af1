import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore, type StoreNotice } from '../../main/store/index.ts';
import { words } from '../../src/words/index.ts';
import {
  aClock,
  aFolder,
  anAthlete,
  aRecording,
  aSet,
  aStore,
  DAY_MS,
  NOON,
  problem,
  someLabels,
  value,
} from './given.ts';
import { aBatch, aHeader, SOURCE_START_S } from './journal-given.ts';

const journalsIn = (folder: string) =>
  fs.readdirSync(path.join(folder, 'journal')).filter((name) => name.endsWith('.journal'));

/** A folder in which the station stopped in the middle of Maja's set of 300 samples. */
function interrupted(): { folder: string; id: string; athlete_id: number; file: string } {
  const folder = aFolder();
  const store = value(openStore(folder, { clock: aClock() }));
  const athlete_id = anAthlete(store);
  const journal = store.journals.start(aHeader(athlete_id));
  for (let from = 0; from < 300; from += 10) journal.append(aBatch(from, 10));
  store.close();
  return { folder, id: journal.id, athlete_id, file: path.join(folder, 'journal', `${journal.id}.journal`) };
}

describe('a set that was interrupted', () => {
  test('is offered at the next start and read back sample for sample', () => {
    const { folder, id, athlete_id } = interrupted();
    const { journals } = aStore({ folder });
    const [left] = journals.recoverable();
    expect(left).toMatchObject({ id, samples: 300, header: aHeader(athlete_id) });
    expect(left?.duration_s).toBeCloseTo(2.99, 2);
    const { recording, lost_bytes } = value(journals.read(id));
    const t_s = aRecording(300).t_s.map((t) => t + SOURCE_START_S - SOURCE_START_S);
    expect(recording).toEqual({ ...aRecording(300), t_s });
    expect(lost_bytes).toBe(0);
  });

  test('goes into the database and its journal goes with that', () => {
    const { folder, id, athlete_id } = interrupted();
    const store = aStore({ folder });
    const { recording } = value(store.journals.read(id));
    const { set_id } = value(store.sets.insert(aSet(athlete_id, { recording, interrupted: true }), { id }));
    expect(value(store.sets.recording(set_id))).toEqual(recording);
    expect(store.journals.recoverable()).toEqual([]);
    expect(journalsIn(folder)).toEqual([]);
  });

  test('keeps its journal when it cannot be stored', () => {
    const { folder, id } = interrupted();
    const store = aStore({ folder });
    expect(store.sets.insert(aSet(99), { id }).ok).toBe(false);
    expect(store.journals.recoverable().map((left) => left.id)).toEqual([id]);
  });

  test('is not offered twice when the power went between storing and removing the journal', () => {
    const { folder, id, athlete_id, file } = interrupted();
    const journal = fs.readFileSync(file);
    const first = value(openStore(folder, { clock: aClock() }));
    value(first.sets.insert(aSet(athlete_id), { id }));
    first.close();
    fs.writeFileSync(file, journal);
    const store = aStore({ folder });
    expect(store.journals.recoverable()).toEqual([]);
    expect(journalsIn(folder)).toEqual([]);
    expect(store.sets.list({ limit: 10 })).toHaveLength(1);
  });

  test('carries the labels it had last', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const journal = store.journals.start(aHeader(athlete_id));
    journal.append(aBatch(0, 10));
    journal.relabel(someLabels(athlete_id, { load_kg: 140 }));
    journal.append(aBatch(10, 10));
    journal.close();
    const recovered = value(store.journals.read(journal.id));
    expect(recovered.header.labels.load_kg).toBe(140);
    expect(recovered.recording.t_s).toHaveLength(20);
  });
});

describe('a broken journal', () => {
  test('cut anywhere gives back every whole batch before the cut', () => {
    const { folder, id, file } = interrupted();
    const whole = fs.readFileSync(file);
    const { journals } = aStore({ folder });
    const batch_bytes = 8 + 1 + 6 + 10 * 7 * 8;
    for (const cut of [1, 7, 100, batch_bytes, batch_bytes + 1, 5 * batch_bytes - 3]) {
      fs.writeFileSync(file, whole.subarray(0, whole.length - cut));
      const { recording } = value(journals.read(id));
      expect(recording.t_s).toHaveLength(300 - 10 * Math.ceil(cut / batch_bytes));
    }
  });

  test('with zeros where the last data had not arrived is read up to there', () => {
    const { folder, id, file } = interrupted();
    const whole = fs.readFileSync(file);
    fs.writeFileSync(file, Buffer.concat([whole.subarray(0, whole.length - 900), Buffer.alloc(900)]));
    const { recording, lost_bytes } = value(aStore({ folder }).journals.read(id));
    expect(recording.t_s).toHaveLength(280);
    expect(lost_bytes).toBeGreaterThanOrEqual(900);
  });

  test('with a flipped bit is read up to the damage', () => {
    const { folder, id, file } = interrupted();
    const bytes = fs.readFileSync(file);
    const middle = bytes.length >> 1;
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    fs.writeFileSync(file, bytes);
    const { recording } = value(aStore({ folder }).journals.read(id));
    expect(recording.t_s.length).toBeGreaterThan(120);
    expect(recording.t_s.length).toBeLessThan(160);
  });

  test('without a readable beginning is kept aside and told', () => {
    const { folder, id, file } = interrupted();
    fs.writeFileSync(file, fs.readFileSync(file).fill(0x20, 0, 60));
    const told: StoreNotice[] = [];
    const store = aStore({ folder, onNotice: (notice) => told.push(notice) });
    expect(store.journals.recoverable()).toEqual([]);
    expect(told.map((notice) => notice.code)).toEqual(['journal-unreadable']);
    expect(fs.existsSync(path.join(folder, 'journal', 'discarded', `${id}.journal`))).toBe(true);
  });

  test('that ended before its first sample is nothing to speak of', () => {
    const folder = aFolder();
    const store = aStore({ folder });
    store.journals.start(aHeader(anAthlete(store))).close();
    expect(store.journals.recoverable()).toEqual([]);
    expect(store.notices).toEqual([]);
  });
});

describe('discarding', () => {
  test('keeps the journal aside for 30 days', () => {
    const { folder, id } = interrupted();
    const kept = path.join(folder, 'journal', 'discarded', `${id}.journal`);
    const first = value(openStore(folder, { clock: aClock(NOON + 5 * DAY_MS) }));
    value(first.journals.discard(id));
    expect(first.journals.recoverable()).toEqual([]);
    expect(problem(first.journals.read(id)).code).toBe('no-journal');
    first.close();
    value(openStore(folder, { clock: aClock(NOON + 34 * DAY_MS) })).close();
    expect(fs.existsSync(kept)).toBe(true);
    value(openStore(folder, { clock: aClock(NOON + 36 * DAY_MS) })).close();
    expect(fs.existsSync(kept)).toBe(false);
  });

  test('takes no path for an id', () => {
    const { folder } = interrupted();
    const { journals } = aStore({ folder });
    for (const id of ['../lockout', '../../etc/passwd', ''])
      expect(problem(journals.discard(id)).code).toBe('no-journal');
  });
});

describe('a running set', () => {
  test('is not offered for recovery, and leaves nothing once it is stored', () => {
    const folder = aFolder();
    const store = aStore({ folder });
    const athlete_id = anAthlete(store);
    const [one, two] = [store.journals.start(aHeader(athlete_id)), store.journals.start(aHeader(athlete_id))];
    for (const journal of [one, two]) journal.append(aBatch(0, 50));
    expect(one.id).not.toBe(two.id);
    expect(store.journals.recoverable()).toEqual([]);
    value(store.sets.insert(aSet(athlete_id), one));
    two.setAside();
    two.append(aBatch(50, 10));
    expect(journalsIn(folder)).toEqual([]);
    expect(store.journals.recoverable()).toEqual([]);
  });

  test('that had no rep is kept for a day, can be read and stored, and then goes', () => {
    const folder = aFolder();
    let now = NOON;
    const store = aStore({ folder, clock: { now_epoch_ms: () => now } });
    const athlete_id = anAthlete(store);
    const journals = [1, 2].map(() => store.journals.start(aHeader(athlete_id)));
    for (const journal of journals) {
      journal.append(aBatch(0, 50));
      journal.setAside();
    }
    expect(store.journals.withoutReps()).toHaveLength(2);
    const id = journals[0]?.id ?? '';
    expect(value(store.journals.read(id)).recording.t_s).toHaveLength(50);
    value(store.sets.insert(aSet(athlete_id), { id }));
    expect(store.journals.withoutReps().map((entry) => entry.id)).toEqual([journals[1]?.id]);
    now += 23 * 3600_000;
    expect(store.journals.withoutReps()).toHaveLength(1);
    now += 2 * 3600_000;
    expect(store.journals.withoutReps()).toEqual([]);
    expect(fs.readdirSync(path.join(folder, 'journal', 'without-reps'))).toEqual([]);
  });

  test('survives the death of the station', async () => {
    const folder = aFolder();
    const href = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
    const script = `
      import { openStore } from ${href('../../main/store/index.ts')};
      import { aHeader, aBatch } from ${href('./journal-given.ts')};
      const store = openStore(${JSON.stringify(folder)}, { clock: { now_epoch_ms: () => ${NOON} } }).value;
      const { id } = store.athletes.create({ name: 'Maja', body_mass_kg: null }).value;
      const journal = store.journals.start(aHeader(id));
      for (let from = 0; from < 300; from += 10) journal.append(aBatch(from, 10));
      console.log('under way');
      setInterval(() => {}, 1000);`;
    const station = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(station.stdout, 'data');
    station.kill('SIGKILL');
    await once(station, 'exit');
    const [left] = aStore({ folder }).journals.recoverable();
    expect(left).toMatchObject({ samples: 300, header: { athlete_name: 'Maja' } });
  });

  test('goes on when no journal can be written, and the coach is told once', async () => {
    const folder = aFolder();
    const told: StoreNotice[] = [];
    const store = aStore({ folder, onNotice: (notice) => told.push(notice) });
    const athlete_id = anAthlete(store);
    fs.writeFileSync(path.join(folder, 'journal'), 'a file where the folder should be');
    const journal = store.journals.start(aHeader(athlete_id));
    journal.append(aBatch(0, 50));
    await journal.flush();
    expect(told.map((notice) => notice.code)).toEqual(['journal-failed']);
    expect(told[0]?.message).toContain(words.store.journal.notSaving);
    fs.rmSync(path.join(folder, 'journal'));
    value(store.sets.insert(aSet(athlete_id), journal));
  });
});
