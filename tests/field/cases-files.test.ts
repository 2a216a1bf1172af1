import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { variationOf } from '../../src/lifts/catalogue.ts';
import { joinFiles } from '../../src/recording/files/read-files.ts';
import { createSignalFile } from '../../src/recording/files/signal-file.ts';
import type { SetContext } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { splitSession } from '../../src/reps/whole-set/split-session.ts';

/** Files of other tools, all of one simulated set, kept beside the repository. */
const FOLDER =
  process.env.LOCKOUT_FILE_CASES ?? new URL('../../../shared/cases/files', import.meta.url).pathname;
const PRESENT = existsSync(join(FOLDER, 'raw', '00-reference.csv'));
if (!PRESENT)
  console.warn(`No files of other tools at ${FOLDER}: set LOCKOUT_FILE_CASES to the folder that holds raw.`);

const TRUE_REPS = [
  { mcv_mps: 0.581, rom_m: 0.326, hold_s: 1.34 },
  { mcv_mps: 0.529, rom_m: 0.322, hold_s: 0.98 },
  { mcv_mps: 0.505, rom_m: 0.329, hold_s: 1.26 },
  { mcv_mps: 0.473, rom_m: 0.327, hold_s: 1.3 },
];
/** Times rounded to milliseconds and readings to thousandths may cost this much, m/s, m and s. */
const ROUNDED = { mcv_mps: 0.002, rom_m: 0.002, hold_s: 0.02 };
/** Without a gyroscope: within 1 cm/s and 1 cm. */
const THREE_AXES = { mcv_mps: 0.01, rom_m: 0.01, hold_s: 0.03 };

const context: SetContext = {
  lift: 'hip-thrust',
  variation: 'barbell',
  load_kg: 100,
  targets: variationOf('hip-thrust', 'barbell').targets,
  reference: {
    rom_m: 0.33,
    rom_sigma_m: 0.003,
    lockout_height_m: null,
    lockout_height_sigma_m: null,
    steadiness: null,
    origin: 'given',
  },
  calibration: null,
  set_end_s: 8,
};

const read = (...names: string[]) =>
  joinFiles(
    names.map((name) => {
      const file = createSignalFile(basename(name));
      file.push(readFileSync(join(FOLDER, name)));
      return file.end();
    }),
  );

function analyzed(...names: string[]) {
  const whole = read(...names);
  if (!whole.ok) throw new Error(whole.error.message);
  return { analysis: analyzeSet(whole.recording, context), remarks: whole.remarks };
}

function expectReference(names: readonly string[], allowed = ROUNDED, axes = 6) {
  const { analysis, remarks } = analyzed(...names);
  expect(analysis.recording.axes).toBe(axes);
  expect(analysis.reps.map((rep) => rep.verdict.range)).toEqual(['full', 'full', 'full', 'full']);
  analysis.reps.forEach((rep, i) => {
    const truth = TRUE_REPS[i] as (typeof TRUE_REPS)[number];
    expect(Math.abs((rep.mcv_mps ?? 0) - truth.mcv_mps)).toBeLessThanOrEqual(allowed.mcv_mps);
    expect(Math.abs((rep.rom_m ?? 0) - truth.rom_m)).toBeLessThanOrEqual(allowed.rom_m);
    expect(Math.abs((rep.lockout.hold_s ?? 0) - truth.hold_s)).toBeLessThanOrEqual(allowed.hold_s);
  });
  return remarks;
}

const phone = 'raw/08-sensorlogger';
const whole: string[][] = [
  ['raw/00-reference.csv'],
  ['raw/01-witmotion-pc-en.txt'],
  ['raw/02-witmotion-cn.csv'],
  ['raw/03-metabase_Accelerometer.csv', 'raw/03-metabase_Gyroscope.csv'],
  ['raw/04-dot-rate-quantities.csv'],
  ['raw/06-polar_ACC.txt', 'raw/06-polar_GYRO.txt'],
  ['raw/06-polar_GYRO.txt', 'raw/06-polar_ACC.txt'],
  ['raw/07-phyphox-Accelerometer.csv', 'raw/07-phyphox-Gyroscope.csv'],
  ['raw/07d-phyphox-export.zip'],
  [`${phone}/TotalAcceleration.csv`, `${phone}/Gyroscope.csv`],
  [`${phone}/Accelerometer.csv`, `${phone}/Gravity.csv`, `${phone}/Gyroscope.csv`],
  ['raw/09-sensorlog-ios.csv'],
];
const threeAxes: string[] = [
  'raw/03-metabase_Accelerometer.csv',
  'raw/05-movesense-showcase-acc.csv',
  'raw/06-polar_ACC.txt',
  'raw/07b-phyphox-semicolon-comma-Accelerometer.csv',
  'raw/10-applewatch-devicemotion.csv',
  'robust/acc-only.csv',
];
const RIGHT =
  /^(?:bom|crlf|cr-only|semicolon-|tabs|quoted-|trailing-commas|bracket-units|upper-case|comment-line|sep-line|units-row|iso-time|epoch-(?:s|ms|us)\.|ms-rounded|time-swapped|duplicated|empty-last|no-final|truncated|nan-row|empty-cells|ios-sign)/;
const SAID = /^(?:time-swapped|duplicated|truncated-mid-row|nan-row|empty-cells)/;

describe.skipIf(!PRESENT)('files of other tools', () => {
  test.each(whole.map((names) => [names.join(' + '), names] as const))('%s: the reference', (_, names) => {
    expectReference(names);
  });

  test.each(threeAxes)('%s: three axes', (name) => {
    expectReference([name], THREE_AXES, 3);
  });

  const robust = PRESENT ? readdirSync(join(FOLDER, 'robust')) : [];
  test.each(robust.filter((name) => RIGHT.test(name)))('robust/%s: the reference', (name) => {
    const remarks = expectReference([`robust/${name}`]);
    expect(remarks).toHaveLength(SAID.test(name) ? 1 : 0);
  });

  test.each([
    ['raw/03-metabase_Gyroscope.csv', '03-metabase_Accelerometer.csv'],
    ['raw/06-polar_GYRO.txt', '06-polar_ACC.txt'],
    [`${phone}/Gyroscope.csv`, 'TotalAcceleration.csv'],
    ['robust/gyro-only.csv', 'the file with the acceleration'],
  ])('%s: says which file is missing', (name, missing) => {
    expect(read(name)).toMatchObject({ ok: false, error: { message: expect.stringContaining(missing) } });
  });

  test.each([
    'raw/04b-dot-freeacc-only.csv',
    'raw/07c-phyphox-linear-only.csv',
    `${phone}/Accelerometer.csv`,
  ])('%s: refused, gravity was taken out', (name) => {
    expect(read(name)).toMatchObject({ ok: false, error: { message: expect.stringContaining('gravity') } });
  });

  test.each([
    ['robust/time-restarts.csv', /goes back/],
    ['robust/reversed-file.csv', /backwards/],
    ['robust/empty.csv', /empty/],
  ])('%s: refused in words', (name, sentence) => {
    expect(read(name)).toMatchObject({ ok: false, error: { message: expect.stringMatching(sentence) } });
  });

  test.each([
    ['linear-g-6axis', /gravity was removed/],
    ['linear-g-acc-only', /gravity was removed/],
    ['linear-mps2-6axis', /gravity was removed/],
    ['linear-mps2-acc-only', /gravity was removed/],
    ['linear-plus-gravity-columns-g_x', /gravity was removed/],
    ['mps2-in-g-column', /m\/s2/],
    ['g-in-mps2-column', /these numbers are g/],
    ['mg-in-g-column', /mg/],
    ['raw-lsb-in-g-column', /raw counts/],
    ['ms-in-t_s', /milliseconds/],
    ['us-in-t_ms', /time column/],
    ['s-in-t_ms', /time column/],
    ['ms-in-t_us', /time column/],
    ['epoch-ms-in-t_s', /milliseconds/],
    ['epoch-ns-in-t_us', /time column/],
  ])('robust/%s.csv: no number, and why', (name, sentence) => {
    const { analysis, remarks } = analyzed(`robust/${name}.csv`);
    expect(analysis.recording.quality).toBe('unusable');
    expect(analysis.recording.reasons).toContainEqual(expect.stringMatching(sentence));
    expect(analysis.reps.filter((rep) => rep.mcv_mps !== null)).toEqual([]);
    expect(remarks.join()).not.toMatch(/angular/);
  });

  test.each(['dps-in-rads-column', 'gyro-lsb-in-dps-column', 'one-axis-flipped', 'axes-swapped-acc-only-xy'])(
    'robust/%s.csv: never good',
    (name) => {
      const { analysis } = analyzed(`robust/${name}.csv`);
      expect(analysis.recording.quality).not.toBe('good');
      expect(analysis.recording.reasons).not.toEqual([]);
    },
  );

  test('robust/session-three-sets-one-file.csv: three sets of four reps', () => {
    const session = read('robust/session-three-sets-one-file.csv');
    const sets = session.ok ? splitSession(session.recording) : [];
    expect(sets.map(({ recording }) => analyzeSet(recording, context).reps.length)).toEqual([4, 4, 4]);
  });

  test.each(['header-only', 'one-row'])('robust/%s.csv: a recording without reps', (name) => {
    expect(analyzed(`robust/${name}.csv`).analysis.reps).toEqual([]);
  });
});
