import { readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { PRE_ROLL_S } from '../../main/station/set/feed.ts';
import { type AskedStation, openAsked } from './ask.ts';
import { HISTORY_SETS, type Phase } from './phases.ts';
import type { Promises } from './promise.ts';
import { OLD_CROWD, SETS, UNEDITED_KG } from './templates.ts';

export interface Found {
  /** What the dead station had promised and is not there, or what is there and is not whole. */
  readonly wrong: readonly string[];
  /** Of the one set that ran: what was heard of and is not in its journal, s. Where sets follow one another only their reps are held. */
  readonly lost_s: number;
}

/** Opens what a killed station left, as the next start does, and holds it against what was promised. */
export async function lookAtWhatIsLeft(folder: string, phase: Phase, promises: Promises): Promise<Found> {
  const wrong: string[] = [];
  let lost_s = 0;
  const check = (holds: boolean, what: string): void => {
    if (!holds) wrong.push(what);
  };
  try {
    const station = openAsked(folder);
    const { store } = station.open.station;
    check(store.notices.length === 0, `told: ${store.notices.map(({ message }) => message).join(' ')}`);
    await checkSets(station, promises, check);
    const lost = await checkRunning(station, phase, promises, check);
    if (phase.name === 'a set is journalled') lost_s = lost;
    await CHECKS[phase.name]?.(station, promises, check);
    const { backups } = await station.ask('data:info', {});
    for (const name of promises.backups ?? [])
      check(
        backups.some((file) => file.name === name),
        `backup ${name} is gone`,
      );
    await station.open.close();
    for (const file of [
      path.join(folder, 'lockout.sqlite'),
      ...backups.map(({ name }) => path.join(folder, 'backups', name)),
    ])
      checkFile(file, check);
    check(
      !readdirSync(folder, { recursive: true }).some((name) => String(name).includes('.partial')),
      'a half copy is left',
    );
  } catch (error) {
    wrong.push(error instanceof Error ? error.message : String(error));
  }
  return { wrong, lost_s };
}

type Check = (holds: boolean, what: string) => void;

async function checkSets({ ask }: AskedStation, { sets = {} }: Promises, check: Check): Promise<void> {
  for (const [id, reps] of Object.entries(sets)) {
    const { row } = await ask('sets:get', { id: Number(id) });
    check(row.summary.reps === reps, `set ${id} has ${row.summary.reps} reps, not ${reps}`);
  }
}

/**
 * Every rep that was shown of the running set is in its journal or, where it had just been stored, in the database. There
 * may be journals of sets before it, which had ended and were still looked at as a whole.
 */
async function checkRunning(
  station: AskedStation,
  { speed = 1 }: Phase,
  promises: Promises,
  check: Check,
): Promise<number> {
  const { shown = 0, heard_s, sets = {} } = promises;
  const state = await station.ask('station:state', {});
  const recoveries = state.recoveries
    .filter(({ without_reps }) => !without_reps)
    .toSorted((a, b) => a.started_epoch_ms - b.started_epoch_ms);
  let newest_s: number | null = null;
  let kept = 0;
  for (const [i, { journal_id, started_epoch_ms }] of recoveries.entries()) {
    const before = recoveries[i - 1];
    // a set begins once the one before has ended; of what came just before it, its journal has the run-up
    const free_s = before === undefined ? 0 : before.duration_s - PRE_ROLL_S;
    const gap_s = ((started_epoch_ms - (before?.started_epoch_ms ?? 0)) / 1000) * speed;
    check(gap_s >= free_s, 'two sets were running');
    const read = station.open.station.store.journals.read(journal_id);
    if (read.ok) newest_s = read.value.recording.t_s.at(-1) ?? 0;
    if (shown > 0) kept = Math.max(kept, (await station.ask('recovery:accept', { journal_id })).reps.length);
  }
  for (const { id, summary } of await station.ask('sets:list', { limit: 100 }))
    if (!(id in sets)) kept = Math.max(kept, summary.reps);
  check(kept >= shown, `${shown} reps were shown and ${kept} are left`);
  return newest_s === null || heard_s === undefined ? 0 : Math.max(0, heard_s - newest_s);
}

/** What is all or nothing. */
const CHECKS: Readonly<
  Record<string, (station: AskedStation, promises: Promises, check: Check) => Promise<void>>
> = {
  async 'what was left is put in its place'({ ask }, { sets = {} }, check) {
    const rows = await ask('sets:list', { limit: 10 });
    check(rows.length === 1 || Object.keys(sets).length === 0, `${rows.length} sets of one`);
  },
  async 'sets are edited'({ ask }, { edits = 0 }, check) {
    const [row] = await ask('sets:list', { limit: 1 });
    check(Number(row?.note) >= edits, `edit ${edits} was answered, ${row?.note} is stored`);
    const load_kg = row?.note ? 60 + (Number(row.note) % 100) : UNEDITED_KG;
    check(row?.load_kg === load_kg, 'half of an edit is stored');
  },
  async 'somebody is deleted'({ ask }, _, check) {
    const there = (await ask('athletes:list', {})).some(({ name }) => name === SETS.athlete);
    const { length } = await ask('sets:list', { limit: 10 });
    check(length === (there ? 2 : 0), `${length} sets of somebody who ${there ? 'is' : 'is not'} there`);
  },
  async 'a backup is restored'({ ask }, { restored }, check) {
    const { length } = await ask('sets:list', { limit: 10 });
    check(length === 1 || (length === 2 && !restored), `${length} sets after a backup was restored`);
  },
  async 'a history comes in and is taken back'({ ask }, _, check) {
    const athlete = (await ask('athletes:list', {})).find(({ name }) => name === SETS.athlete);
    const { length } = await ask('import:sets', { athlete_id: athlete?.id ?? 0 });
    check(length === 0 || length === HISTORY_SETS, `${length} sets of a history of ${HISTORY_SETS}`);
  },
  'an old database is brought up to date': checkOld,
  'an old database with a write-ahead log is brought up to date': checkOld,
};

async function checkOld({ ask }: AskedStation, _: Promises, check: Check): Promise<void> {
  const people = (await ask('athletes:list', {})).length;
  check(people === OLD_CROWD + 2, `${people} of ${OLD_CROWD + 2} people`);
  const [row] = await ask('sets:list', { limit: 1 });
  check(row?.note === 'first set ever' && row.load_kg === 102.5, 'the first set is another');
}

function checkFile(file: string, check: Check): void {
  const db = new Database(file, { readonly: true });
  try {
    const found = db.pragma('integrity_check(1)', { simple: true });
    check(found === 'ok', `${path.basename(file)}: ${found}`);
    check(
      (db.pragma('foreign_key_check') as unknown[]).length === 0,
      `${path.basename(file)}: rows without owner`,
    );
  } finally {
    db.close();
  }
}
