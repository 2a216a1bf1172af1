import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import type { Client } from 'pg';
import { initGym, inviteStation } from '../../main/gym/admin.ts';
import { connect } from '../../main/gym/connect.ts';
import { readCredential } from '../../main/gym/credential.ts';
import { hearGym, tellGym } from '../../main/gym/exchange.ts';
import { joinGym } from '../../main/gym/join.ts';
import { openStore, type Store } from '../../main/store/index.ts';
import { anAnalysis, aRep, aSet, NOON, reps, SIMULATED_RANGE, value } from '../store/values.ts';

/** What three stations of a gym do, and what happens to them, in any order. `who` and `which` count round what there is. */
const at = fc.nat({ max: 2 });
const which = fc.nat({ max: 50 });
const STEP = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('athlete'), at, which }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('set'), at, which }) },
  ...(
    [
      'load',
      'note',
      'take rep',
      'give rep back',
      'analyse',
      'move',
      'delete set',
      'restore from the bin',
      'range',
      'rename',
      'archive',
    ] as const
  ).map((edit) => ({ weight: 2, arbitrary: fc.record({ do: fc.constant(edit), at, which }) })),
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete athlete'), at, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete for good'), at, which }) },
  // the line: all is told and heard; told, and the answer is lost; the station is killed; its clock is set
  { weight: 6, arbitrary: fc.record({ do: fc.constant('share'), at, which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose answer'), at, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill'), at, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('set clock'), at, which }) },
);
export const HISTORY = fc.array(STEP, { minLength: 10, maxLength: 40, size: 'max' });
export type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never;

const HOUR_MS = 3_600_000;

interface Member {
  store: Store;
  client: Client;
  clock_off_ms: number;
  readonly folder: string;
}

let gyms = 0;
/** Moves on by itself: two changes of one station are never of the same moment. */
let now = NOON;
const later = (): number => {
  now += 7;
  return now;
};

/** Lives a history through on three stations, lets them all hear everything, and tells what is not as it should be. */
export async function live(address: string, history: readonly Step[]): Promise<string[]> {
  const name = `Gym ${process.pid} ${++gyms}`;
  value(await initGym(address, name));
  const members: Member[] = [];
  for (let i = 0; i < 3; i++)
    members.push(await aMember(value(await inviteStation(address, name, `Rack ${i}`)).code));
  const finished = new Set<string>();
  try {
    for (const step of history) await take(members[step.at] as Member, step, finished);
    // healed: everybody tells, then everybody hears
    for (let round = 0; round < 2; round++) for (const member of members) await share(member);
    return differences(members, finished);
  } finally {
    for (const { store, client, folder } of members) {
      await client.end();
      store.close();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function aMember(code: string): Promise<Member> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lockout-gym-'));
  const member: Partial<Member> & { clock_off_ms: number } = { folder, clock_off_ms: 0 };
  member.store = open(folder, member);
  value(await joinGym(member.store, code));
  member.client = await connect(readCredential(folder) ?? '');
  return member as Member;
}

const open = (folder: string, { clock_off_ms }: { readonly clock_off_ms: number }): Store =>
  value(openStore(folder, { clock: { now_epoch_ms: () => later() + clock_off_ms } }));

async function share({ client, store }: Member): Promise<void> {
  await tellGym(client, store.outbox);
  await hearGym(client, store.outbox);
}

async function take(member: Member, step: Step, finished: Set<string>): Promise<void> {
  const { store } = member;
  const athletes = store.athletes.list();
  const athlete = athletes[step.which % Math.max(1, athletes.length)];
  const sets = store.sets.list({ limit: 100 });
  const set = store.sets.get(sets[step.which % Math.max(1, sets.length)]?.id ?? 0);
  switch (step.do) {
    case 'athlete':
      value(store.athletes.create({ name: `Athlete ${step.which}`, body_mass_kg: 60 + step.which }));
      return;
    case 'share':
      return share(member);
    case 'lose answer': {
      const changes = store.outbox.next(20);
      if (changes.length > 0) await member.client.query('SELECT lockout.push($1)', [JSON.stringify(changes)]);
      return;
    }
    case 'kill':
      store.close();
      member.store = open(member.folder, member);
      return;
    case 'set clock':
      member.clock_off_ms = ((step.which % 5) - 2) * HOUR_MS;
      store.close();
      member.store = open(member.folder, member);
      return;
    default:
      if (athlete !== undefined) edit(member, step, athlete, set, finished);
  }
}

function edit(
  { store, folder }: Member,
  step: Step,
  athlete: ReturnType<Store['athletes']['list']>[number],
  set: ReturnType<Store['sets']['get']>,
  finished: Set<string>,
): void {
  if (step.do === 'set') {
    const analysis = anAnalysis(reps(1 + (step.which % 4)));
    const { set_id } = value(store.sets.insert(aSet(athlete.id, { analysis, started_epoch_ms: now })));
    finished.add(identity(folder, set_id));
  }
  if (step.do === 'rename')
    value(store.athletes.update({ ...athlete, name: `${athlete.name.slice(0, 20)} ${step.which}` }));
  if (step.do === 'range') {
    const key = {
      athlete_id: athlete.id,
      lift: 'squat',
      variation: 'barbell',
      bench: '',
      side: null,
    } as const;
    value(store.references.put(key, { ...SIMULATED_RANGE, rom_m: 0.3 + step.which / 1000 }));
  }
  if (step.do === 'archive') value(store.athletes.archive(athlete.id, !athlete.archived));
  if (step.do === 'delete athlete') value(store.athletes.delete(athlete.id));
  const binned = store.bin.list();
  const lying = binned[step.which % Math.max(1, binned.length)];
  if (step.do === 'restore from the bin' && lying) value(store.bin.restore(lying));
  if (step.do === 'delete for good' && lying)
    value(store.bin.remove(lying, lying.kind === 'athlete' ? lying.name : ''));
  if (set === null) return;
  const { id } = set.row;
  const rep = set.reps[step.which % Math.max(1, set.reps.length)];
  if (step.do === 'load') value(store.sets.update(id, { labels: { load_kg: 50 + step.which } }));
  if (step.do === 'note') value(store.sets.update(id, { note: `note ${step.which}` }));
  if (step.do === 'take rep' && rep) value(store.sets.setRepDeleted(id, rep.id, true));
  if (step.do === 'give rep back' && rep) value(store.sets.setRepDeleted(id, rep.id, false));
  if (step.do === 'analyse')
    value(store.sets.update(id, { analysis: anAnalysis([aRep(1), aRep(2 + (step.which % 3))]) }));
  if (step.do === 'move') value(store.sets.update(id, { labels: { athlete_id: athlete.id } }));
  if (step.do === 'delete set') value(store.sets.delete(id));
}

const reading = <T>(folder: string, read: (db: Database.Database) => T): T => {
  const db = new Database(path.join(folder, 'lockout.sqlite'), { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
};

export const identity = (folder: string, set_id: number): string =>
  reading(
    folder,
    (db) => db.prepare('SELECT lower(hex(uuid)) FROM sets WHERE id = ?').pluck().get(set_id) as string,
  );

/** Numbers of rows are each station's own. */
const OWN = /^(id|athlete_id|session_id|set_id|rep_id|calibration_id|import_id|journal_id)$/;
const OF_ATHLETE = 'JOIN athletes ON athletes.id = athlete_id';
const OF_SET = 'JOIN sets ON sets.id = set_id';
const TABLES: Readonly<Record<string, string>> = {
  athletes: 'SELECT * FROM athletes',
  sets: `SELECT sets.*, hex(athletes.uuid) AS athlete, hex(sessions.uuid) AS session FROM sets
    JOIN athletes ON athletes.id = sets.athlete_id JOIN sessions ON sessions.id = sets.session_id`,
  reps: `SELECT reps.*, hex(sets.uuid) AS of_set FROM reps ${OF_SET}`,
  edits: `SELECT edits.*, hex(sets.uuid) AS of_set FROM edits ${OF_SET}`,
  references: `SELECT r.*, NULL AS uuid, hex(athletes.uuid) AS athlete FROM "references" AS r ${OF_ATHLETE}`,
};

const rowsOf = (folder: string, sql: string): string[] =>
  reading(folder, (db) =>
    db
      .prepare<[], Record<string, unknown>>(sql)
      .all()
      .map((row) => {
        const told = Object.entries(row).filter(([column]) => !OWN.test(column));
        return JSON.stringify(
          told.map(([column, cell]) => [column, Buffer.isBuffer(cell) ? cell.toString('hex') : cell]),
        );
      })
      .sort(),
  );

/** What is not the same at all of them, or not there. */
export function differences(
  members: readonly Pick<Member, 'folder' | 'store'>[],
  finished: ReadonlySet<string>,
): string[] {
  const wrong: string[] = [];
  const [first, ...others] = members as [(typeof members)[number], ...typeof members];
  for (const [table, sql] of Object.entries(TABLES)) {
    const mine = rowsOf(first.folder, sql);
    for (const other of others) {
      const theirs = rowsOf(other.folder, sql);
      for (const row of mine.filter((each) => !theirs.includes(each)))
        wrong.push(`${table}: only here ${row}`);
      for (const row of theirs.filter((each) => !mine.includes(each)))
        wrong.push(`${table}: only there ${row}`);
    }
  }
  const [gone, reps] = reading(first.folder, (db) => [
    db.prepare<[], string>(`SELECT lower(hex(record)) FROM stamps WHERE field = 'gone'`).pluck().all(),
    db.prepare<[], string>('SELECT hex(uuid) FROM reps').pluck().all(),
  ]) as [string[], string[]];
  const there = new Set(
    reading(first.folder, (db) => db.prepare<[], string>('SELECT lower(hex(uuid)) FROM sets').pluck().all()),
  );
  // what was deleted for good is gone, with an athlete all that is theirs; else no set may be missing
  if (gone.length === 0) for (const set of finished) if (!there.has(set)) wrong.push(`set ${set} is missing`);
  if (new Set(reps).size !== reps.length) wrong.push('a rep is there twice');
  for (const { store } of members) {
    const { changes, refused } = store.outbox.waiting();
    if (changes > 0 || refused.length > 0) wrong.push(`${changes} changes still wait ${refused.join()}`);
  }
  return wrong;
}
