import fs from 'node:fs';
import path from 'node:path';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { createAthletes } from './athletes.ts';
import { listBackups } from './backup.ts';
import { backUpBeside } from './beside.ts';
import { createBin } from './bin.ts';
import { createChoices } from './choices.ts';
import { explain } from './errors.ts';
import { createEverything } from './everything/index.ts';
import { csvOf } from './export-csv.ts';
import { exportRows } from './export-tables.ts';
import { createHistoryQueries } from './history/queries.ts';
import { identityOf } from './identity.ts';
import { createImports } from './imports/index.ts';
import { ownDisk } from './journal/disk.ts';
import { createJournals } from './journal/index.ts';
import { dailiesOf, superfluous } from './keep-backups.ts';
import { lockFolder } from './lock.ts';
import { createMerging } from './merge.ts';
import { DATABASE_FILE, openDatabase } from './open.ts';
import { createOutbox } from './outbox/index.ts';
import { closeFolder, privateFolder } from './private.ts';
import { createReferences } from './references.ts';
import { removeQuietly } from './remove.ts';
import { restoreBackup } from './restore.ts';
import { seedDemoAthlete } from './seed.ts';
import { createSensors } from './sensors.ts';
import { createSets } from './sets/index.ts';
import { createSettings } from './settings.ts';
import { createSpeedProfiles } from './speed-profiles.ts';
import { createTonight } from './tonight.ts';
import type { Store, StoreNotice, StoreOptions } from './types.ts';

export { backUpBeside } from './beside.ts';
export { dataFolder } from './data-folder.ts';
export { isExportFile } from './everything/index.ts';
export { harmless } from './export-csv.ts';
export { createDigest, type Digest, digestOf } from './imports/digest.ts';
export { packRecording } from './sets/recording-blob.ts';
export type * from './types.ts';

/**
 * Opens (or begins) the data of one station. What cannot be opened is an error value in a coach's words; what
 * could be mended is in `notices`. Only one station at a time has a folder open for writing.
 */
export function openStore(folder: string, options: StoreOptions): Result<Store> {
  // Whole milliseconds, whatever the clock: a STRICT INTEGER column takes nothing else.
  const now = () => Math.round(options.clock.now_epoch_ms());
  const clock = { now_epoch_ms: now };
  try {
    if (!options.readonly) privateFolder(folder);
  } catch (error) {
    return explain(error, words.store.folder.notMade(folder), path.dirname(folder));
  }
  const lock = options.readonly ? null : lockFolder(folder);
  if (lock && !lock.ok) return lock;
  const release = () => lock?.value.release();
  const closed = options.readonly || closeFolder(folder);

  const opened = openDatabase(folder, { now_epoch_ms: now(), readonly: options.readonly ?? false });
  if (!opened.ok) {
    release();
    return opened;
  }
  const { db } = opened.value;
  const notices: StoreNotice[] = [...opened.value.notices];
  if (!closed) notices.push({ code: 'open-to-others', message: words.store.folder.openToOthers(folder) });
  let startedEmpty = notices.some(({ code }) => /^database-(missing|set-aside)$/.test(code));
  const notify = (notice: StoreNotice) => {
    notices.push(notice);
    options.onNotice?.(notice);
  };

  const stored = db.prepare('SELECT 1 FROM sets WHERE journal_id = ?');
  const journals = createJournals(folder, {
    clock,
    notify,
    isStored: (id) => stored.get(id) !== undefined,
    tidy: !options.readonly,
    disk: options.disk ?? ownDisk,
  });
  const file = path.join(folder, DATABASE_FILE);
  const identity = identityOf(file);
  const misplaced = () =>
    identityOf(file) === identity ? null : failure('folder-gone', words.store.folder.gone(folder));
  const athletes = createAthletes(db, clock);
  const references = createReferences(db, clock);
  const sets = createSets(db, clock, { release: journals.release, misplaced });
  try {
    if (options.demo && !options.readonly) seedDemoAthlete(db, options.demo, references, now());
  } catch (error) {
    db.close();
    release();
    return explain(error, words.store.database.notPrepared);
  }

  return success({
    folder,
    notices,
    athletes,
    merging: createMerging(db, clock, athletes),
    choices: createChoices(db, clock),
    tonight: createTonight(db),
    speedProfiles: createSpeedProfiles(db, now),
    references,
    journals,
    sets,
    bin: createBin(db, clock, sets, journals.forget),
    sensors: createSensors(db, clock),
    settings: createSettings(db, notify),
    imports: createImports(db, clock),
    ...createHistoryQueries(db, athletes, now),
    exportRows: (table, query) => exportRows(db, table, query),
    csvLines: (query, table = 'reps', style = {}) => csvOf(exportRows(db, table, query), style),
    everything: createEverything(db, now),
    outbox: createOutbox(db, now, journals.forget),
    backup: (why) => (options.backUp ?? backUpBeside)({ folder, now_epoch_ms: now(), why: why ?? '' }),
    dailyBackups: () => dailiesOf(listBackups(folder)),
    tidyBackups() {
      for (const file of superfluous(listBackups(folder))) removeQuietly(file.path);
    },
    backups: () => listBackups(folder),
    async restore(name) {
      const done = await restoreBackup({ db, folder, file }, name, now());
      if (done.ok) startedEmpty = false;
      return done;
    },
    startedEmpty: () => startedEmpty,
    info: () => ({
      database_bytes: bytesOf(path.join(folder, DATABASE_FILE)),
      ...(db
        .prepare(`
          SELECT count(*) AS sets, ifnull(sum(reps), 0) AS reps FROM sets JOIN athletes ON athletes.id = athlete_id
          WHERE sets.deleted_at IS NULL AND athletes.deleted_at IS NULL`)
        .get() as { sets: number; reps: number }),
    }),
    close() {
      journals.close();
      db.close();
      release();
    },
  });
}

/** With the write-ahead log, which holds the latest sets until SQLite folds it in. */
const bytesOf = (file: string): number =>
  [file, `${file}-wal`].reduce((sum, part) => sum + (fs.existsSync(part) ? fs.statSync(part).size : 0), 0);
