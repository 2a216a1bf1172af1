import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variationOf } from '../../src/lifts/catalogue.ts';
import type { LiftId } from '../../src/lifts/lift.ts';
import { readCsv } from '../../src/recording/csv.ts';
import type { Recording } from '../../src/recording/samples.ts';
import type { SetContext } from '../../src/reps/rep.ts';

/** Real recordings beside the repository: without a licence, so they are read in place and never copied. */
export const FOLDER =
  process.env.LOCKOUT_RECORDINGS ?? new URL('../../../shared/recordings', import.meta.url).pathname;
export const PRESENT = existsSync(join(FOLDER, 'witmotion-bar', 'GROUND_TRUTH.csv'));
export const ABSENT = `No recordings at ${FOLDER}: set LOCKOUT_RECORDINGS to the folder that holds witmotion-bar and feather-bar.`;

export interface FieldRecording {
  /** Folder and file name. */
  readonly file: string;
  readonly lift: LiftId;
  /** Reps performed; null when nobody counted. */
  readonly reps: number | null;
  /** Its label is doubted by those who collected it: listed, not summed. */
  readonly doubtful: boolean;
}

const LIFT_OF: Readonly<Record<string, LiftId>> = {
  'back squat': 'squat',
  'bench press': 'bench-press',
  'leg press (sled)': 'other',
  'overhead press': 'overhead-press',
  'seated overhead press': 'overhead-press',
  none: 'hip-thrust',
  curl: 'other',
  deadlift: 'deadlift',
  rdl: 'romanian-deadlift',
  row: 'row',
  press: 'overhead-press',
  squat: 'squat',
};
const DOUBTFUL = 'press_p04_set2_reps10_b.csv';

export function fieldRecordings(): FieldRecording[] {
  const rows = (path: string): string[][] =>
    readFileSync(join(FOLDER, path), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
  const entry = (folder: string, file: string, exercise: string, reps: string): FieldRecording => ({
    file: `${folder}/${file}`,
    lift: LIFT_OF[exercise] ?? 'other',
    reps: reps === '' ? null : Number(reps),
    doubtful: file === DOUBTFUL,
  });
  return [
    ...rows('witmotion-bar/GROUND_TRUTH.csv').map((cells) =>
      entry('witmotion-bar', cells[0] ?? '', cells[1] ?? '', cells[2] ?? ''),
    ),
    ...rows('feather-bar/index.csv').map((cells) =>
      entry('feather-bar', cells[0] ?? '', cells[1] ?? '', cells[4] ?? ''),
    ),
  ];
}

export function readRecording(file: string): Recording {
  const read = readCsv(readFileSync(join(FOLDER, file), 'utf8'));
  if (!read.ok) throw new Error(`${file}: ${read.error.message}`);
  return read.recording;
}

export function contextOf(lift: LiftId): SetContext {
  return {
    lift,
    variation: 'barbell',
    load_kg: null,
    targets: variationOf(lift, 'barbell').targets,
    reference: null,
    calibration: null,
    set_end_s: 8,
  };
}
