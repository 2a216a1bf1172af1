import { expect, test } from 'vitest';
import { replayLive } from '../../src/reps/live/replay.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { ABSENT, contextOf, fieldRecordings, PRESENT, readRecording } from './recordings.ts';

/** Share of all reps by which the counts may be off, of the final and of the live path. */
const FINAL_SHARE = 0.02;
const LIVE_SHARE = 0.03;

if (!PRESENT) console.warn(ABSENT);
const withRecordings = test.skipIf(!PRESENT);

interface Counted {
  readonly file: string;
  readonly truth: number | null;
  readonly final: number;
  readonly live: number;
  readonly summed: boolean;
}

const counted: Counted[] = PRESENT
  ? fieldRecordings().map(({ file, lift, reps, doubtful }) => {
      const recording = readRecording(file);
      const context = contextOf(lift);
      return {
        file,
        truth: reps,
        final: analyzeSet(recording, context).reps.length,
        live: replayLive(recording, context).analysis.reps.length,
        summed: reps !== null && !doubtful,
      };
    })
  : [];

function errors(which: 'final' | 'live'): { wrong: number; reps: number } {
  const summed = counted.filter((row) => row.summed);
  return {
    wrong: summed.reduce((sum, row) => sum + Math.abs(row[which] - (row.truth ?? 0)), 0),
    reps: summed.reduce((sum, row) => sum + (row.truth ?? 0), 0),
  };
}

withRecordings('prints what was counted in every recording', () => {
  const line = (file: string, truth: string, final: string, live: string): string =>
    `${file.padEnd(50)} ${truth.padStart(6)} ${final.padStart(6)} ${live.padStart(6)}`;
  const rows = counted.map((row) => {
    const doubt = row.truth !== null && !row.summed ? '  (doubtful label, not summed)' : '';
    return line(row.file, String(row.truth ?? '?'), String(row.final), String(row.live)) + doubt;
  });
  const { wrong, reps } = errors('final');
  const live = errors('live');
  console.log(
    [
      line('file', 'truth', 'final', 'live'),
      ...rows,
      line('sum of |count - truth|', String(reps), String(wrong), String(live.wrong)),
    ].join('\n'),
  );
  expect(counted.length).toBeGreaterThan(30);
});

withRecordings('the end-of-set counts are off by at most 2 % of the reps', () => {
  const { wrong, reps } = errors('final');
  expect(wrong / reps).toBeLessThanOrEqual(FINAL_SHARE);
});

withRecordings('the live counts are off by at most 3 % of the reps', () => {
  const { wrong, reps } = errors('live');
  expect(wrong / reps).toBeLessThanOrEqual(LIVE_SHARE);
});

withRecordings('a sensor that did not move lifted nothing', () => {
  const still = counted.find((row) => row.file.endsWith('field-still-0rep.csv'));
  expect(still?.final).toBe(0);
  expect(still?.live).toBe(0);
});

withRecordings('no rep in the two minutes before a squat set in which the bar is quiet', () => {
  const recording = readRecording('witmotion-bar/field-backsquat-10hz-set5.csv');
  const context = contextOf('squat');
  const early = (reps: readonly { readonly start_s: number }[]): number =>
    reps.filter((rep) => rep.start_s < 120).length;
  expect(early(analyzeSet(recording, context).reps)).toBe(0);
  expect(early(replayLive(recording, context).analysis.reps)).toBe(0);
});
