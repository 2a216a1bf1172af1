import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { liftOfExercise } from '../../src/lifts/exercise-name.ts';
import { readForeignHistory } from '../../src/recording/histories/read-history.ts';
import { parseRoster } from '../../src/recording/roster.ts';

/** Histories and rosters of other tools, kept beside the repository. */
const FOLDER =
  process.env.LOCKOUT_FILE_CASES ?? new URL('../../../shared/cases/files', import.meta.url).pathname;
const PRESENT = existsSync(join(FOLDER, 'history'));

const sets = (name: string) => {
  const read = readForeignHistory(readFileSync(join(FOLDER, 'history', name), 'utf8'), {
    today: '2026-11-30',
  });
  if (!read?.ok) throw new Error(read?.message ?? 'no history');
  return read.history.sets;
};
const velocities = [
  [0.62, 0.6, 0.57],
  [0.55, 0.52, 0.47],
];

describe.skipIf(!PRESENT)('histories of other tools', () => {
  test.each([
    ['openbarbell.csv', 2],
    ['vitruve.csv', 2],
    ['gymaware-set.csv', 1],
  ])('%s: the velocities as in the file', (name, count) => {
    const read = sets(name);
    expect(read.map(({ measured }) => measured.map(({ mcv_mps }) => mcv_mps))).toEqual(
      velocities.slice(0, count),
    );
    expect(read.every(({ day, load_kg }) => day === '2026-11-20' && load_kg === 100)).toBe(true);
    const roms = read.flatMap(({ measured }) => measured.flatMap(({ rom_m }) => rom_m ?? []));
    expect(roms.every((rom_m) => rom_m >= 0.4 && rom_m <= 0.41)).toBe(true);
  });

  test.each([
    ['strong-v1.csv', [100, 105]],
    ['hevy.csv', [60, 100]],
    ['fitnotes-android.csv', [100]],
    ['fitnotes-ios.csv', [100]],
  ])('%s: the sets as in the file', (name, loads) => {
    const read = sets(name);
    expect(read.map(({ load_kg }) => load_kg)).toEqual(loads);
    expect(read.every(({ day }) => day === '2026-11-20')).toBe(true);
    expect(read.map(({ exercise }) => liftOfExercise(exercise)?.lift)).toEqual(loads.map(() => 'hip-thrust'));
  });

  test.each([
    ['roster.csv', ['Zoë O’Connor', 'José "Pepe" Núñez', 'Smith, Anna', 'Łukasz Żółć', '李 小龍']],
    ['roster-de.csv', ['Jürgen Müller', 'Änne Groß']],
  ])('%s: the names unchanged', (name, names) => {
    const roster = parseRoster(readFileSync(join(FOLDER, 'roster', name), 'utf8'));
    expect(roster.ok && roster.entries.map((entry) => entry.name)).toEqual(names);
  });
});
