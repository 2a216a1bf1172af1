import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { type AskedStation, openAsked } from './ask.ts';

/** Data folders that victims get copies of. */
export interface Templates {
  readonly empty: string;
  /** Two athletes; of the second two sets of three reps, and between the two a backup. */
  readonly trained: string;
  /** A database of the first version, grown so that bringing it up to date takes a while. */
  readonly old: string;
  /** The same as a station left it. */
  readonly oldWithLog: string;
}

export const SETS = { athlete: 'Maja', each: 3 } as const;
/** Their load as it came in. */
export const UNEDITED_KG = 80;
/** People of the old database beside the two of the fixture. */
export const OLD_CROWD = 20_000;

export async function makeTemplates(): Promise<Templates> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'lockout-torture-'));
  const folder = (name: string): string => {
    mkdirSync(path.join(home, name));
    return path.join(home, name);
  };
  const templates = {
    empty: folder('empty'),
    trained: folder('trained'),
    old: folder('old'),
    oldWithLog: folder('old-with-log'),
  };
  await train(templates.trained);
  growOld(templates.old, 'DELETE');
  growOld(templates.oldWithLog, 'WAL');
  return templates;
}

async function train(folder: string): Promise<void> {
  const station = openAsked(folder);
  const { id } = await station.ask('athletes:create', { name: SETS.athlete, body_mass_kg: 68 });
  await bringIn(station, id, 1);
  await station.ask('data:backup', {});
  await bringIn(station, id, 2);
  await station.open.close();
}

async function bringIn({ ask }: AskedStation, athlete_id: number, seed: number): Promise<void> {
  const text = [...recordingToCsv(simulatedSet({ seed, reps: SETS.each }).recording)].join('');
  await ask('import:begin', { names: [`bar-${seed}.csv`] });
  await ask('import:piece', { file: 0, base64: Buffer.from(text).toString('base64') });
  await ask('import:store', {
    athlete_id,
    load_kg: UNEDITED_KG,
    started_epoch_ms: Date.now() - seed * 60_000,
  });
}

function growOld(folder: string, journal: 'DELETE' | 'WAL'): void {
  const file = path.join(folder, 'lockout.sqlite');
  cpSync(new URL('../fixtures/store/v1.sqlite', import.meta.url), file);
  const db = new Database(file);
  db.pragma(`journal_mode = ${journal}`);
  const add = db.prepare('INSERT INTO athletes (name, created_at) VALUES (?, 0)');
  db.transaction(() => {
    for (let i = 0; i < OLD_CROWD; i++) add.run(`Athlete ${i} ${'x'.repeat(400)}`);
  })();
  db.close();
}
