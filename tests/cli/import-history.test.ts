import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockout } from './lockout.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lockout-histories-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a history is planned, asked about, stored once and taken back', async () => {
  const data = ['--data', path.join(folder, 'data')];
  const file = path.join(folder, 'strong.csv');
  writeFileSync(
    file,
    'Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps\n' +
      '05/11/2026 18:30,A,Hip Thrust (Barbell),1,100,8\n05/11/2026 18:30,A,Leg Press,1,200,10\n',
  );
  const asked = await lockout(['import', file, ...data]);
  expect(asked.code).toBe(2);
  expect(asked.err).toContain('--dates day-first');
  const dated = ['import', file, '--dates', 'day-first', '--exercise', 'Leg press=other', ...data];
  const dry = await lockout([...dated, '--athlete', 'Eva', '--dry-run']);
  expect(dry.out).toContain('2 new sets with 18 reps, 0 there already, 0 rows refused');
  const stored = await lockout([...dated, '--athlete', 'Eva']);
  expect(stored.out).toContain('Import 1: 2 sets stored');
  const again = await lockout(['import', file, '--dates', 'day-first', '--athlete', 'eva', ...data]);
  expect(again.code).toBe(0);
  expect(again.out).toContain('0 new sets');
  expect(again.out).toContain('Leg Press: 1 sets, other, barbell (as before)');
  expect(again.out).toContain('imported before');
  expect((await lockout(['import', '--list', ...data])).out).toContain('Strong  strong.csv  2 sets');
  expect((await lockout(['import', '--undo', '1', ...data])).out).toContain('2 sets gone');
});

test('everything goes out and comes in again; tables go out in every format', async () => {
  const [here, there] = ['here', 'there'].map((name) => ['--data', path.join(folder, name)]);
  const file = path.join(folder, 'set.csv');
  writeFileSync(file, (await lockout(['simulate', '--reps', '3'])).out);
  await lockout(['import', file, '--athlete', 'Eva', ...(here ?? [])]);
  const out = await lockout(['export', '--format', 'everything', ...(here ?? [])]);
  const all = path.join(folder, 'all.json');
  writeFileSync(all, out.out);
  const loaded = await lockout(['import', all, ...(there ?? [])]);
  expect(loaded.out).toContain('1 athletes, 1 sets');
  const data = there ?? [];
  const [csv, workbook] = await Promise.all([
    lockout(['export', '--of', 'sets', '--bom', '--decimal', 'comma', ...data]),
    lockout(['export', '--format', 'xlsx', ...data]),
  ]);
  expect(csv?.out).toMatch(/^\ufeffathlete;[^\n]*\r\nEva;/);
  expect(workbook?.out).toMatch(/^PK/);
});
