import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LiftId } from '../../src/lifts/lift.ts';
import { readCsv } from '../../src/recording/csv.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { createLiveTracker } from '../../src/reps/live/tracker.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from './context.ts';
import { liveReps, play } from './live-score.ts';

/** Real sets with a counted number of reps; they live beside the repository, not in it. */
export interface FieldResult {
  readonly file: string;
  readonly truth: number;
  readonly final: number;
  readonly live: number;
  /** Whether it counts in the total: one label is doubtful. */
  readonly counted: boolean;
}

const LIFTS: Readonly<Record<string, LiftId>> = {
  backsquat: 'squat',
  squat: 'squat',
  bench: 'bench-press',
  ohp: 'overhead-press',
  seated: 'overhead-press',
  press: 'overhead-press',
  deadlift: 'deadlift',
  rdl: 'romanian-deadlift',
  row: 'row',
};
const DOUBTFUL = 'press_p04_set2_reps10_b.csv';
/** In this recording the bar is quiet for the first two minutes; what follows was not counted. */
const QUIET_START = { file: 'field-backsquat-10hz-set5.csv', until_s: 120 };

export function fieldFolder(): string | null {
  const folder = resolve(
    process.env.LOCKOUT_RECORDINGS ?? join(import.meta.dirname, '../../../shared/recordings'),
  );
  return existsSync(folder) ? folder : null;
}

const liftOf = (file: string): LiftId => LIFTS[file.replace('field-', '').split(/[-_]/)[0] ?? ''] ?? 'other';

const wantedReps = (file: string): number | null => {
  const label = /(?:reps(\d+)|(\d+)rep\b)/.exec(file.replace('-cues', ''));
  if (label !== null) return Number(label[1] ?? label[2]);
  if (file === 'field-ohp-100hz-bursty.csv') return 8;
  return file === QUIET_START.file ? 0 : null;
};

function startOf(recording: Recording, until_s: number): Recording {
  const n = recording.t_s.findIndex((t) => t >= until_s);
  const end = n === -1 ? recording.t_s.length : n;
  const { t_s, accel_g, gyro_dps } = recording;
  return {
    ...recording,
    t_s: t_s.slice(0, end),
    accel_g: accel_g.slice(0, 3 * end),
    gyro_dps: gyro_dps?.slice(0, 3 * end) ?? null,
  };
}

export function fieldResults(folder: string): FieldResult[] {
  const results: FieldResult[] = [];
  for (const part of ['witmotion-bar', 'feather-bar']) {
    for (const file of readdirSync(join(folder, part)).sort()) {
      const truth = file.endsWith('.csv') && !file.endsWith('-cues.csv') ? wantedReps(file) : null;
      if (truth === null) continue;
      const read = readCsv(readFileSync(join(folder, part, file), 'utf8'));
      if (!read.ok) throw new Error(`${file}: ${read.error.message}`);
      const recording =
        file === QUIET_START.file ? startOf(read.recording, QUIET_START.until_s) : read.recording;
      const context = contextFor(liftOf(file), null);
      const live = liveReps(play(recording, createLiveTracker(recording.sensor, context)));
      const final = analyzeSet(recording, context).reps;
      results.push({ file, truth, final: final.length, live: live.length, counted: file !== DOUBTFUL });
    }
  }
  return results;
}

export function fieldTotals(results: readonly FieldResult[]): { reps: number; final: number; live: number } {
  const counted = results.filter((result) => result.counted);
  const off = (count: (result: FieldResult) => number): number =>
    counted.reduce((sum, result) => sum + Math.abs(count(result) - result.truth), 0);
  return {
    reps: counted.reduce((sum, result) => sum + result.truth, 0),
    final: off((result) => result.final),
    live: off((result) => result.live),
  };
}
