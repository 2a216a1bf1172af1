import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AppendFile } from '../../main/store/index.ts';
import { createAppender } from '../../main/store/journal/appender.ts';
import { parseJournal, wholeJournal } from '../../main/store/journal/format.ts';
import { joinBatches } from '../../src/recording/join.ts';
import { aFolder, anAthlete, aRecording, aStore, problem, value } from './given.ts';
import { aBatch, aHeader } from './journal-given.ts';
import { aSmallDisk, CAN_MOUNT } from './small-disk.ts';

const fault = (code: string) => Object.assign(new Error(code), { code });

test('is said to be safe only with every byte written and synced, whatever fails on the way (property)', async () => {
  const step = fc.record({
    bytes: fc.integer({ min: 1, max: 40 }),
    write: fc.constantFrom('ok', 'ENOSPC', 'EIO', 'EROFS', 'short'),
    sync: fc.constantFrom('ok', 'EIO'),
    named: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
      let now = steps[0] as (typeof steps)[number];
      const written: number[] = [];
      let durable = 0;
      const file: AppendFile = {
        write(bytes, position) {
          const done = now.write === 'ok' ? bytes.length : now.write === 'short' ? bytes.length >> 1 : 0;
          for (let i = 0; i < done; i++) written[position + i] = bytes[i] as number;
          if (now.write !== 'ok') throw fault(now.write === 'short' ? 'ENOSPC' : now.write);
        },
        async sync() {
          if (now.sync !== 'ok') throw fault(now.sync);
          durable = written.length;
        },
        isNamed: () => now.named,
        close() {},
      };
      const appender = createAppender(file, () => {});
      const wanted: number[] = [];
      for (now of steps) {
        const bytes = Buffer.alloc(now.bytes, wanted.length % 251);
        wanted.push(...bytes);
        appender.append(bytes);
        await appender.flush();
        if (appender.isSafe()) {
          expect(now.named).toBe(true);
          expect(durable).toBe(wanted.length);
          expect(written).toEqual(wanted);
        }
      }
      now = { bytes: 0, write: 'ok', sync: 'ok', named: true };
      await appender.flush();
      expect(appender.isSafe()).toBe(true);
      expect(written).toEqual(wanted);
      appender.close();
    }),
  );
});

test('a journal in a folder that was deleted or replaced is not safe', async () => {
  const folder = aFolder();
  const store = aStore({ folder });
  const journal = store.journals.start(aHeader(anAthlete(store)));
  journal.append(aBatch(0, 50));
  await journal.flush();
  expect(journal.isSafe()).toBe(true);
  const file = path.join(folder, 'journal', `${journal.id}.journal`);
  fs.renameSync(path.join(folder, 'journal'), path.join(folder, 'elsewhere'));
  expect(journal.isSafe()).toBe(false);
  fs.mkdirSync(path.join(folder, 'journal'));
  fs.copyFileSync(path.join(folder, 'elsewhere', `${journal.id}.journal`), file);
  expect(journal.isSafe()).toBe(false);
});

test('written at once it reads back like one that was appended to', () => {
  const recording = aRecording(2345);
  const { records, lost_bytes } = parseJournal(wholeJournal(aHeader(1), recording));
  expect(lost_bytes).toBe(0);
  const batches = records.flatMap((record) => (record.kind === 'samples' ? [record.batch] : []));
  expect(joinBatches(batches, recording.sensor, recording.clock)).toEqual(recording);
});

test.skipIf(!CAN_MOUNT)('where there is no room nothing is left that looks like a whole journal', () => {
  const disk = aSmallDisk(2);
  const store = aStore({ folder: disk.folder });
  const header = aHeader(anAthlete(store));
  disk.fill();
  expect(problem(store.journals.keep('x', header, aRecording(5000))).code).toBe('disk-full');
  expect(fs.readdirSync(path.join(disk.folder, 'journal'))).toEqual([]);
  disk.makeRoom();
  value(store.journals.keep('x', header, aRecording(5000)));
  expect(fs.readdirSync(path.join(disk.folder, 'journal'))).toEqual(['x.journal']);
});
