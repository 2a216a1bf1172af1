import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/recording/csv.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextOf, FOLDER } from './recordings.ts';

/** Signals that once went wrong, with the right answer. They stand beside the repository and are read in place. */
const CASES = join(FOLDER, '../cases/signal');
const present = existsSync(CASES);
if (!present) console.warn(`No signal cases at ${CASES}: skipped.`);

function recordingOf(file: string) {
  const read = readCsv(readFileSync(join(CASES, file), 'utf8'));
  if (!read.ok) throw new Error(`${file}: ${read.error.message}`);
  return read.recording;
}

test.skipIf(!present)('fifteen explosive banded reps are counted while they happen', () => {
  const recording = recordingOf('banded-fast-2.csv');
  const context = { ...contextOf('hip-thrust'), variation: 'banded' as const };
  expect(analyzeSet(recording, context).reps).toHaveLength(15);
  expect(replayLive(recording, context).analysis.reps).toHaveLength(15);
});

const ranged = { ...contextOf('hip-thrust'), variation: 'barbell' as const };

test.skipIf(!present)('one reading of -5 g in a hold changes neither velocity nor hold', () => {
  const recording = recordingOf('one-bad-sample-in-hold.csv');
  for (const { reps } of [analyzeSet(recording, ranged), replayLive(recording, ranged).analysis]) {
    expect(reps).toHaveLength(5);
    expect(Math.abs((reps[2]?.mcv_mps ?? 0) - 0.53)).toBeLessThan(0.02);
    expect(Math.abs((reps[2]?.lockout.hold_s ?? 0) - 1.26)).toBeLessThan(0.05);
  }
});

test.skipIf(!present)('a dead gyroscope leaves five reps measured on three axes, with a warning', () => {
  const recording = recordingOf('dead-gyro.csv');
  for (const analysis of [analyzeSet(recording, ranged), replayLive(recording, ranged).analysis]) {
    expect(analysis.reps).toHaveLength(5);
    expect(analysis.recording.quality).toBe('fair');
    expect(analysis.recording.reasons).toContain('3-axis only');
  }
});

test.skipIf(!present)('a gyroscope that is negated is turned round, and all eight reps are there', () => {
  const recording = recordingOf('gyro-all-negated-2.csv');
  for (const analysis of [analyzeSet(recording, ranged), replayLive(recording, ranged).analysis]) {
    expect(analysis.reps).toHaveLength(8);
    expect(analysis.recording.reasons.join(' ')).toMatch(/turned round/);
  }
});

test.skipIf(!present)('a gyro bias that drifts by 1 deg/s costs the end of the set nothing', () => {
  const recording = recordingOf('gyro-drift-1dps-1.csv');
  const { reps } = analyzeSet(recording, ranged);
  const live = replayLive(recording, ranged).analysis.reps;
  expect(reps).toHaveLength(8);
  reps.forEach((rep, k) => {
    expect(Math.abs((rep.mcv_mps ?? 0) - (live[k]?.mcv_mps ?? 0))).toBeLessThan(0.02);
  });
});

test.skipIf(!present)('a sensor on the belt is unsure until the belt is said', () => {
  const recording = recordingOf('hip-belt-1.csv');
  const reference = {
    rom_m: 0.32,
    rom_sigma_m: 0.003,
    lockout_height_m: null,
    lockout_height_sigma_m: null,
    steadiness: null,
    origin: 'given' as const,
  };
  const asked = { ...ranged, reference };
  for (const { reps } of [analyzeSet(recording, asked), replayLive(recording, asked).analysis]) {
    expect(reps).toHaveLength(9);
    for (const rep of reps) expect(rep).toMatchObject({ quality: 'fair', verdict: { range: 'unsure' } });
  }
  const said = { ...asked, mount: 'belt' as const };
  for (const { reps } of [analyzeSet(recording, said), replayLive(recording, said).analysis])
    expect(Math.abs((reps[4]?.rom_m ?? 0) - 0.313)).toBeLessThan(0.03);
});

test.skipIf(!present)('a sensor that is carried away after five reps leaves five, final and live', () => {
  for (const [file, lift] of [
    ['carried-sensor-loses-set.csv', 'hip-thrust'],
    ['carried-sensor-phantom-deadlift.csv', 'deadlift'],
  ] as const) {
    const recording = recordingOf(file);
    expect(analyzeSet(recording, contextOf(lift)).reps, file).toHaveLength(5);
    expect(replayLive(recording, contextOf(lift)).analysis.reps, file).toHaveLength(5);
  }
});
