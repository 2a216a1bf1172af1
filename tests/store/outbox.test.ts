import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Store } from '../../main/store/index.ts';
import { OWN_COLUMNS, SET_REGISTERS } from '../../main/store/outbox/registers.ts';
import { createStamps } from '../../main/store/outbox/stamps.ts';
import {
  A_PROFILE,
  aClock,
  aFolder,
  anAnalysis,
  anAthlete,
  aRep,
  aSet,
  aStore,
  reps,
  SIMULATED_RANGE,
  value,
} from './given.ts';
import { aMember, GYM, recordsOf, tell } from './members.ts';

const fields = (store: Store): string[] =>
  store.outbox.next(1000).map(({ field }) => field.split(':')[0] ?? '');

/** A set as a coach sees it, without what counts rows. */
function seen(store: Store, at = 0) {
  const [row] = store.sets.list({ limit: 10 }).slice(at);
  const set = store.sets.get(row?.id ?? 0);
  if (set === null) throw new Error('there is no set');
  const { row: summary, reps, failed, recording, edits, corrections, labels, athlete } = set;
  return {
    row: { ...summary, id: 0, session_id: 0, athlete_id: 0 },
    reps: reps.map((rep) => ({ ...rep, id: 0 })),
    corrections: corrections.map((each) => ({ ...each, id: 0 })),
    labels: { ...labels, athlete_id: 0 },
    athlete: { ...athlete, id: 0 },
    edits: edits.map(({ what }) => what).sort(),
    ...{ failed, recording },
  };
}

test('without a gym nothing is kept for one', () => {
  const store = aStore();
  value(store.sets.insert(aSet(anAthlete(store))));
  expect(store.outbox.waiting()).toEqual({ changes: 0, sets: 0, since_epoch_ms: null, refused: [] });
  expect(store.outbox.next(10)).toEqual([]);
});

test('what is here when a station joins is told first, then every change as it is made', () => {
  const store = aStore();
  const athlete_id = anAthlete(store);
  const { set_id } = value(store.sets.insert(aSet(athlete_id)));
  store.outbox.join({ ...GYM, station: '0000abcd' });
  const first = store.outbox.next(10);
  expect(first.map(({ kind, field }) => `${kind} ${field}`)).toEqual(['athlete *', 'set *']);
  expect(store.outbox.waiting()).toMatchObject({ changes: 2, sets: 1 });
  store.outbox.arrived(first);
  expect(store.outbox.waiting().changes).toBe(0);

  value(store.sets.update(set_id, { labels: { load_kg: 110 } }));
  const [load, edit] = store.outbox.next(10);
  expect(load).toMatchObject({ field: 'load', value: { load_kg: 110 }, base: first[1]?.stamp });
  expect(edit?.value).toMatchObject({ what: 'load_kg', after: '110' });
});

test('the demo athlete stays at home, until a set of theirs is somebody’s', () => {
  const store = aStore({
    demo: { name: 'Demo', lift: 'hip-thrust', variation: 'barbell', reference: SIMULATED_RANGE },
  });
  const { set_id } = value(store.sets.insert(aSet(store.athletes.list()[0]?.id ?? 0)));
  store.outbox.join({ ...GYM, station: '0000abcd' });
  value(store.sets.update(set_id, { note: 'nobody’s' }));
  expect(store.outbox.waiting().changes).toBe(0);
  value(store.sets.update(set_id, { labels: { athlete_id: anAthlete(store) } }));
  expect(store.outbox.next(10).map(({ kind, field }) => `${kind} ${field}`)).toEqual(['athlete *', 'set *']);
});

test('a change that is made while the one before it is under way is told after it', () => {
  const store = aMember();
  const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
  const under_way = store.outbox.next(10);
  value(store.sets.update(set_id, { note: 'heavy' }));
  store.outbox.arrived(under_way);
  expect(fields(store)).toEqual(['note', 'edit']);
});

test('a set that nobody has heard of goes out once, as it is then', () => {
  const store = aMember();
  const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
  value(store.sets.update(set_id, { note: 'heavy' }));
  expect(fields(store)).toEqual(['*', '*']);
  expect(store.outbox.next(10)[1]?.value).toMatchObject({ note: { note: 'heavy' } });
});

test('another station has the athlete, the range and the set, edits and all', () => {
  const [one, two] = [aMember(), aMember()];
  const athlete_id = anAthlete(one, 'Maja');
  const key = { athlete_id, lift: 'squat', variation: 'barbell', bench: '', side: null } as const;
  value(one.references.put(key, SIMULATED_RANGE));
  const { set_id, rep_ids } = value(one.sets.insert(aSet(athlete_id, { analysis: anAnalysis(reps(4)) })));
  tell(one, two);
  expect(seen(two)).toEqual(seen(one));

  value(one.sets.setRepDeleted(set_id, rep_ids[2] ?? 0, true));
  value(
    one.sets.update(set_id, { labels: { load_kg: 111 }, note: 'heavy', correct: { kind: 'count', at_s: 3 } }),
  );
  value(one.sets.update(set_id, { analysis: anAnalysis([aRep(1), aRep(3), aRep(8)]) }));
  tell(one, two);
  expect(seen(two)).toEqual(seen(one));
  expect(two.sets.list({ limit: 1 })[0]?.summary.reps).toBe(2);
  const here = two.athletes.list()[0]?.id ?? 0;
  expect(two.references.get({ ...key, athlete_id: here })).toEqual(SIMULATED_RANGE);
  // what was heard is not said back
  expect(two.outbox.waiting().changes).toBe(0);
});

test('another station has the profile: while it is measured, kept, and deleted', () => {
  const [one, two] = [aMember(), aMember()];
  const athlete_id = anAthlete(one, 'Maja');
  const subject = { athlete_id, lift: 'hip-thrust', variation: 'barbell', side: null } as const;
  const begun = value(one.speedProfiles.begin(subject, [60, 80, 100]));
  tell(one, two);
  const there = { ...subject, athlete_id: two.athletes.list()[0]?.id ?? 0 };
  expect(two.speedProfiles.begun(there)).toEqual(one.speedProfiles.begun(subject));
  value(one.speedProfiles.keep(subject.athlete_id, begun, A_PROFILE));
  tell(one, two);
  expect(two.speedProfiles.kept(there)).toEqual(one.speedProfiles.kept(subject));
  expect(two.speedProfiles.kept(there)).toHaveLength(1);
  value(two.speedProfiles.remove(there.athlete_id, begun));
  tell(two, one);
  expect(one.speedProfiles.kept(subject)).toEqual([]);
});

test('each register goes to the later word, whichever is heard last', () => {
  const [one, two] = [aMember(), aMember()];
  const { set_id } = value(one.sets.insert(aSet(anAthlete(one), { analysis: anAnalysis(reps(3)) })));
  tell(one, two);
  const there = two.sets.list({ limit: 1 })[0]?.id ?? 0;
  const theirs = two.sets.get(there)?.reps ?? [];
  value(one.sets.update(set_id, { labels: { load_kg: 90 } }));
  value(one.sets.setRepDeleted(set_id, one.sets.get(set_id)?.reps[0]?.id ?? 0, true));
  value(two.sets.update(there, { labels: { load_kg: 95 }, note: 'from rack 2' }));
  value(two.sets.setRepDeleted(there, theirs[1]?.id ?? 0, true));
  const [ones, twos] = [one.outbox.next(100), two.outbox.next(100)];
  one.outbox.hear(recordsOf(twos), 2);
  two.outbox.hear(recordsOf(ones), 2);
  expect(seen(two)).toEqual(seen(one));
  const load = [...ones, ...twos]
    .filter(({ field }) => field === 'load')
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
  expect(seen(one)).toMatchObject({
    labels: load[0]?.value,
    row: { note: 'from rack 2', summary: { reps: 1 } },
  });
});

test('an athlete who is deleted for good is so everywhere, and what is read back from an export is another', () => {
  const [one, two] = [aMember(), aMember()];
  const athlete_id = anAthlete(one, 'Maja');
  value(one.sets.insert(aSet(athlete_id)));
  const out = [...one.everything.dump({ lockout: '1' })].join('');
  tell(one, two);
  value(one.athletes.delete(athlete_id));
  value(one.bin.remove({ kind: 'athlete', id: athlete_id }, 'Maja'));
  expect(fields(one)).toEqual(['gone']);
  tell(one, two);
  expect(two.athletes.list()).toEqual([]);
  expect(two.info()).toMatchObject({ sets: 0 });
  value(two.everything.load(out));
  tell(two, one);
  expect(one.info()).toMatchObject({ sets: 1 });
});

test('of moving an athlete to the bin, archiving and restoring the later word counts at every station', () => {
  const [one, two] = [aMember(), aMember()];
  const athlete_id = anAthlete(one, 'Maja');
  value(one.sets.insert(aSet(athlete_id)));
  tell(one, two);
  value(one.athletes.delete(athlete_id));
  value(one.athletes.archive(anAthlete(one, 'Tom'), true));
  tell(one, two);
  expect(two.athletes.list()).toMatchObject([{ name: 'Tom', archived: true }]);
  expect(two.info().sets).toBe(0);
  const [lying] = two.bin.list();
  expect(lying).toMatchObject({ kind: 'athlete', name: 'Maja', sets: 1 });
  value(two.bin.restore(lying ?? { kind: 'athlete', id: 0 }));
  tell(two, one);
  for (const store of [one, two]) {
    expect(store.athletes.list()).toMatchObject([{ name: 'Maja', archived: false }, { name: 'Tom' }]);
    expect(store.info().sets).toBe(1);
    expect(store.bin.list()).toEqual([]);
  }
});

test('a set whose athlete has not come yet says so and changes nothing', () => {
  const [one, two] = [aMember(), aMember()];
  value(one.sets.insert(aSet(anAthlete(one))));
  const records = recordsOf(one.outbox.next(10));
  const athlete = records.find(({ kind }) => kind === 'athlete');
  expect(
    two.outbox.hear(
      records.filter((each) => each !== athlete),
      7,
    ),
  ).toEqual({ missing: athlete?.id });
  expect(two.outbox.position()).toBe(0);
  expect(two.outbox.hear(athlete ? [athlete] : [], 7)).toEqual({ changed: true });
});

test('every column of a set is in one register, follows from the reps, or is this station’s own', () => {
  const folder = aFolder();
  aStore({ folder });
  const db = new Database(path.join(folder, 'lockout.sqlite'), { readonly: true });
  const columns = db.prepare<[], string>(`SELECT name FROM pragma_table_info('sets')`).pluck().all();
  db.close();
  const told: string[] = [...Object.values(SET_REGISTERS).flat(), ...OWN_COLUMNS];
  expect(new Set(told).size).toBe(told.length);
  expect(told.filter((column) => !columns.includes(column))).toEqual([]);
  const counted = columns.filter((column) => !told.includes(column));
  expect(counted.filter((column) => !FROM_REPS.test(column))).toEqual([]);
});

/** What `resummarise` counts anew. */
const FROM_REPS =
  /^(reps|(full|short|partial|unsure|failed)_reps|holds_(met|judged)|(mean|best)_mcv_mps|velocity_loss_pct|mean_hold_s|compared_.*|fastest_.*|slowest_.*|outcomes)$/;

test('a stamp is after every one given or seen, also when a clock is set back', () => {
  const clock = aClock();
  const stamps = createStamps(() => clock.now_epoch_ms(), '0000000a');
  const first = stamps.next();
  clock.at_epoch_ms -= 3_600_000;
  const second = stamps.next();
  expect(second > first).toBe(true);
  const elsewhere = createStamps(() => clock.now_epoch_ms() + 9_000_000, '0000000b').next();
  stamps.see(elsewhere);
  expect(stamps.next() > elsewhere).toBe(true);
  // nonsense is not taken for a time
  stamps.see('zzzz');
  expect(stamps.next() > elsewhere).toBe(true);
});
