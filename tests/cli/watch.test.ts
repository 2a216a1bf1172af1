import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createSettled, STILL_MS } from '../../main/cli/watch/settled.ts';
import { togetherOf } from '../../main/cli/watch/watch.ts';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { lockout } from './lockout.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lockout-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a watched folder', () => {
  const here = path.join(folder, 'here');
  const put = (name: string, text: string): void => writeFileSync(path.join(here, name), text);
  const signal = (seed: number): string =>
    [...recordingToCsv(simulatedSet({ seed, reps: 3 }).recording)].join('');
  const watch = () =>
    lockout(['watch', here, '--once', '--athlete', 'Eva', '--data', path.join(folder, 'data')]);

  test('takes in what it can, explains the rest beside it, and nothing twice', async () => {
    mkdirSync(here);
    put('monday.csv', signal(1));
    put('holiday.csv', 'Place,Nights\nRome,3\n');
    put('half.csv.part', signal(3));
    const first = await watch();
    expect(first.code).toBe(0);
    expect(first.out).toContain('monday.csv: 1 set with 3 reps');
    expect(readdirSync(here).sort()).toEqual([
      'half.csv.part',
      'holiday.csv',
      'holiday.csv.not-imported.txt',
      'imported',
    ]);
    expect(readFileSync(path.join(here, 'holiday.csv.not-imported.txt'), 'utf8')).toMatch(
      /holiday\.csv was not imported\.[\s\S]*column[\s\S]*tried again/,
    );

    // the power went between storing and putting aside; another name changes nothing
    put('monday-again.csv', signal(1));
    put('holiday.csv', signal(2));
    const second = await watch();
    expect(second.out).toContain('monday-again.csv: imported before, as import 1');
    expect(second.out).toContain('holiday.csv: 1 set with 3 reps');
    expect(readdirSync(here).sort()).toEqual(['half.csv.part', 'imported']);
    expect(readdirSync(path.join(here, 'imported')).sort()).toEqual([
      'holiday.csv',
      'monday-again.csv',
      'monday.csv',
    ]);
  });

  test('that is none is said', async () => {
    const ran = await lockout(['watch', path.join(folder, 'nowhere')]);
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('is no folder that can be read') });
  });
});

test('a file is read once it has stopped growing, and one that comes again is new', () => {
  const settled = createSettled();
  const at = (now_ms: number, size: number, changed_ms: number) =>
    settled([{ name: 'set.csv', size, changed_ms }], now_ms).length;
  expect(at(0, 10, 0)).toBe(0);
  expect(at(STILL_MS, 20, 900)).toBe(0);
  expect(at(2 * STILL_MS - 1, 20, 900)).toBe(0);
  expect(at(2 * STILL_MS, 20, 900)).toBe(1);
  expect(settled([], 2 * STILL_MS + 1)).toEqual([]);
  expect(at(3 * STILL_MS, 20, 900)).toBe(0);
  expect(at(9 * STILL_MS, 0, 900)).toBe(0);
  expect(at(12 * STILL_MS, 0, 900), 'nothing is in it yet').toBe(0);
});

test('the two files of one recording go together, whichever comes first', () => {
  expect(togetherOf(['a.csv', 'TotalAcceleration.csv', 'Gyroscope.csv', 'Accelerometer.csv'])).toEqual([
    ['a.csv'],
    ['TotalAcceleration.csv', 'Gyroscope.csv'],
    ['Accelerometer.csv'],
  ]);
  expect(togetherOf(['x_Gyroscope_1.csv', 'x_Accelerometer_1.csv'])).toEqual([
    ['x_Gyroscope_1.csv', 'x_Accelerometer_1.csv'],
  ]);
  expect(togetherOf(['Polar_ACC.txt', 'Polar_GYRO.txt'])).toHaveLength(1);
});
