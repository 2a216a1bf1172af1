import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AnalysisReport } from '../../src/contract/analysis.ts';
import { LIFT_IDS } from '../../src/lifts/lift.ts';
import { lockout } from './lockout.ts';

let folder: string;
let set: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-cli-'));
  set = path.join(folder, 'set.csv');
  const options = ['--reps', '5', '--seed', '3', '--rom-m', '0.33', '--mcv-mps', '0.5'];
  const made = await lockout(['simulate', ...options, '--half-reps', '3', '--hold-s', '1.3']);
  writeFileSync(set, made.out);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function analyze(...args: string[]): Promise<AnalysisReport> {
  const { code, out, err } = await lockout(['analyze', ...args]);
  expect(err).toBe('');
  expect(code).toBe(0);
  return AnalysisReport.parse(JSON.parse(out));
}

test.concurrent('prints what the published schema says, with the reps of the set', async () => {
  const report = await analyze(set, '--reference-rom-m', '0.33', '--load-kg', '100', '--json');
  expect(report).toMatchObject({ lift: 'hip-thrust', variation: 'barbell', schema: 1, live: false });
  expect(report.reps.map((rep) => rep.index)).toEqual([1, 2, 3, 4, 5]);
  expect(report.reps.map((rep) => rep.verdict.range)[2]).toBe('partial');
  expect(report.set).toMatchObject({ reps: 5, partial: 1, reference_rom_m: 0.33 });
  expect(report.recording).toMatchObject({ axes: 6, gaps: 0 });
  for (const rep of report.reps) {
    expect(rep.announced_s).toBeNull();
    expect(rep.lockout.hold_s).toBeGreaterThan(1);
    expect(rep.mean_power_w).toBeGreaterThan(100 * 9.81 * (rep.mcv_mps ?? 0) * 0.9);
  }
});

/** What was said at a sample is dated more finely once the rep is closed: by a sample at most. */
const SAMPLE_S = 0.01;

test.concurrent('--live tells when each rep and lockout was announced', async () => {
  const report = await analyze(set, '--live', '--reference-rom-m', '0.33');
  expect(report.live).toBe(true);
  expect(report.reps).toHaveLength(5);
  for (const rep of report.reps) {
    expect(rep.announced_s).toBeGreaterThanOrEqual(rep.concentric.end_s - SAMPLE_S);
    expect((rep.announced_s ?? 0) - rep.concentric.end_s).toBeLessThan(1);
    // the half rep never came to lockout
    if (rep.index === 3)
      expect(rep).toMatchObject({ lockout: { announced_s: null }, verdict: { hold: 'no-lockout' } });
    else expect(rep.lockout.announced_s).toBeGreaterThanOrEqual(rep.lockout.start_s - SAMPLE_S);
  }
});

test.concurrent('--explain is a table of every movement, for the end of the set and while it ran', async () => {
  const carried = path.join(folder, 'squat.csv');
  writeFileSync(carried, (await lockout(['simulate', '--lift', 'squat', '--reps', '3', '--seed', '1'])).out);
  const { code, out } = await lockout(['analyze', carried, '--lift', 'squat', '--explain']);
  expect(code).toBe(0);
  const [final, live] = out.split('\n\n');
  for (const table of [final, live]) {
    expect(table).toContain('why not');
    for (const rep of ['rep 1', 'rep 2', 'rep 3']) expect(table).toContain(rep);
    expect(table).toMatch(/ no +It rose less than a rep of this lift has to\./);
  }
});

test.concurrent('--explain --json adds the movements to the report, and only that', async () => {
  const plain = await analyze(set, '--reference-rom-m', '0.33');
  expect(plain.movements).toBeUndefined();
  for (const path_ of [[], ['--live']]) {
    const { movements, ...report } = await analyze(
      set,
      '--explain',
      '--json',
      '--reference-rom-m',
      '0.33',
      ...path_,
    );
    expect(movements?.flatMap(({ rep }) => rep ?? [])).toEqual(report.reps.map(({ index }) => index));
    for (const { rep, why_not } of movements ?? []) expect(rep === null).toBe(why_not !== null);
    if (path_.length === 0) expect(report).toEqual(plain);
  }
});

test.concurrent('without a reference range is not judged, without a load there is no power', async () => {
  const report = await analyze(set);
  expect(report.set).toMatchObject({ unsure: 5, reference_rom_m: null });
  expect(report.reps.every((rep) => rep.mean_power_w === null)).toBe(true);
});

test.concurrent('reads standard input', async () => {
  const { code, out } = await lockout(['analyze', '-'], 't_s,ax_g,ay_g,az_g\n');
  expect(code).toBe(0);
  expect(AnalysisReport.parse(JSON.parse(out)).reps).toEqual([]);
});

test.concurrent('a motionless recording has no reps', async () => {
  const still = path.join(folder, 'still.csv');
  const rows = Array.from({ length: 2000 }, (_, i) => `${i / 100},0.002,${(i % 3) / 1000},1.001,0.1,0,-0.1`);
  writeFileSync(still, `t_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps\n${rows.join('\n')}\n`);
  const report = await analyze(still);
  expect(report.set.reps).toBe(0);
  expect(report.failed).toEqual([]);
  const live = await analyze(still, '--live');
  expect(live.reps).toEqual([]);
});

test.concurrent.each(LIFT_IDS)('knows the lift %s', async (lift) => {
  const report = await analyze(set, '--lift', lift);
  expect(report.lift).toBe(lift);
});

describe('what it cannot read ends with 2 and one line', () => {
  const cases: [string, string, RegExp][] = [
    ['a word for a number', 't_s,ax_g,ay_g,az_g\n0,0,0,1\n0.01,0,oops,1\n', /[Rr]ow 3, column ay_g/],
    ['a missing value', 't_s,ax_g,ay_g,az_g\n0,0,0\n', /[Rr]ow 2, column az_g/],
    ['no time column', 'ax_g,ay_g,az_g\n0,0,1\n', /[Rr]ow 1.*time/],
    ['no acceleration', 't_s,gx_dps\n0,1\n', /[Rr]ow 1.*acceleration/],
    ['an empty file', '', /empty/],
    ['a picture', `\u0089PNG\r\n\u001a\n${'\u0000'.repeat(64)}`, /[Rr]ow 1/],
  ];
  test.concurrent.each(cases)('%s', async (_what, text, words) => {
    const file = path.join(mkdtempSync(path.join(folder, 'bad-')), 'bad.csv');
    writeFileSync(file, text);
    const { code, out, err } = await lockout(['analyze', file]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(words);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test.concurrent.each([
    [['analyze', '/nowhere/at/all.csv']],
    [['analyze']],
    [['analyze', 'a.csv', 'b.csv']],
    [['analyze', 'a.csv', '--lift', 'curl']],
    [['analyze', 'a.csv', '--lift', 'squat', '--variation', 'kas-bridge']],
    [['analyze', 'a.csv', '--mount', 'shoe']],
    [['analyze', 'a.csv', '--load-kg', 'heavy']],
    [['analyze', 'a.csv', '--reference-rom-m=-1']],
    [['analyze', 'a.csv', '--nonsense']],
    [['jump']],
  ])('%j', async (args) => {
    const { code, err } = await lockout(args);
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

test.concurrent('analyze and simulate load nothing native', async () => {
  // --import runs before the command: any attempt to load an addon ends the process
  const guard = `data:text/javascript,${encodeURIComponent(
    'process.dlopen = (_m, file) => { console.error("native: " + file); process.exit(77); };',
  )}`;
  const analyzed = await lockout(['analyze', set], '', ['--import', guard]);
  expect(analyzed.err).toBe('');
  expect(analyzed.code).toBe(0);
  expect((await lockout(['simulate', '--reps', '1'], '', ['--import', guard])).code).toBe(0);
  // and the guard does catch what does load one
  const stored = await lockout(['export', '--data', folder], '', ['--import', guard]);
  expect(stored.code).not.toBe(0);
});
