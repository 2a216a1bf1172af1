import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../main/store/index.ts';
import { words } from '../../src/words/index.ts';
import { aClock, aFolder, anAthlete, aStore, problem, value } from './given.ts';
import { aBatch, aHeader } from './journal-given.ts';
import { aSmallDisk, CAN_MOUNT } from './small-disk.ts';

const clock = aClock();

/** A data folder that has been used, closed again. */
function aUsedFolder(): string {
  const folder = aFolder();
  const store = value(openStore(folder, { clock }));
  const journal = store.journals.start(aHeader(anAthlete(store)));
  journal.append(aBatch(0, 50));
  store.close();
  fs.mkdirSync(path.join(folder, 'backups'));
  fs.mkdirSync(path.join(folder, 'journal', 'discarded'));
  return folder;
}

describe('what only looks like a file of ours', () => {
  test('a broken link among the backups is not listed, the whole ones are', async () => {
    const folder = aUsedFolder();
    fs.symlinkSync('/nowhere/at/all', path.join(folder, 'backups', 'lockout-2026-01-01-120000.sqlite'));
    fs.mkdirSync(path.join(folder, 'backups', 'lockout-folder.sqlite'));
    const store = aStore({ folder });
    const made = value(await store.backup());
    expect(store.backups().map((file) => file.name)).toEqual([made.name]);
  });

  test('a broken link among the discarded journals does not keep the station from starting', () => {
    const folder = aUsedFolder();
    fs.symlinkSync('/nowhere/at/all', path.join(folder, 'journal', 'discarded', 'x.journal'));
    expect(aStore({ folder }).journals.recoverable()).toHaveLength(1);
  });

  test.skipIf(process.platform === 'win32')(
    'a journal that never ends is not read, but moved aside and named',
    () => {
      const folder = aUsedFolder();
      const endless = path.join(folder, 'journal', 'endless.journal');
      fs.symlinkSync('/dev/zero', endless);
      const store = aStore({ folder });
      expect(store.journals.recoverable()).toHaveLength(1);
      expect(store.notices.map((notice) => notice.message)).toEqual([
        words.store.journal.keptIn(
          words.store.journal.odd('endless.journal'),
          path.join(folder, 'journal', 'discarded'),
        ),
      ]);
      expect(fs.lstatSync(endless, { throwIfNoEntry: false })).toBeUndefined();
      expect(problem(store.journals.read('endless')).code).toBe('no-journal');
    },
  );

  test.each([
    ['of garbage', (file: string) => fs.writeFileSync(file, 'once upon a time '.repeat(90))],
    ['that is a folder', (file: string) => fs.mkdirSync(file)],
    ['that is a broken link', (file: string) => fs.symlinkSync('/nowhere/at/all', file)],
  ])('a lock file %s is moved away, and the folder is locked all the same', (_, spoil) => {
    const folder = aUsedFolder();
    const lock = path.join(folder, 'station.lock');
    fs.rmSync(lock);
    spoil(lock);
    aStore({ folder });
    expect(problem(openStore(folder, { clock })).code).toBe('folder-in-use');
    expect(fs.readdirSync(folder)).toContain('station.lock.damaged');
  });
});

test.skipIf(!CAN_MOUNT)('a full disk at the start is called a full disk', () => {
  const disk = aSmallDisk(2);
  value(openStore(disk.folder, { clock })).close();
  disk.fill();
  const refused = problem(openStore(disk.folder, { clock }));
  expect(refused.code).toBe('disk-full');
  expect(refused.message).toContain(words.store.cures.diskFull);
  disk.makeRoom();
  value(openStore(disk.folder, { clock })).close();
});
