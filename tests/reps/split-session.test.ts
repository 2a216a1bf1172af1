import { expect, test } from 'vitest';
import type { Recording } from '../../src/recording/samples.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { joinSets, laterRep } from '../../src/reps/whole-set/join-sets.ts';
import { splitSession } from '../../src/reps/whole-set/split-session.ts';
import { conditionRecording } from '../../src/signal/condition-recording.ts';
import { contextOf } from '../field/recordings.ts';

const { recording: set } = simulatedSet({ seed: 21, reps: 3 });
const RATE_HZ = 100;
const context = contextOf('hip-thrust');

/** Sets with the bar lying still between them for so long, s. */
function session(...pauses_s: number[]): Recording {
  const t: number[] = [];
  const accel: number[] = [];
  const gyro: number[] = [];
  const add = (part: Recording, from_s: number): void => {
    for (const each of part.t_s) t.push(from_s + each);
    accel.push(...part.accel_g);
    gyro.push(...(part.gyro_dps ?? []));
  };
  add(set, 0);
  for (const pause_s of pauses_s) {
    const from_s = (t.at(-1) as number) + 1 / RATE_HZ;
    const n = Math.round(pause_s * RATE_HZ);
    add(
      {
        ...set,
        t_s: Float64Array.from({ length: n }, (_, i) => i / RATE_HZ),
        accel_g: Float64Array.from({ length: 3 * n }, (_, k) => set.accel_g[k % 3] as number),
        gyro_dps: Float64Array.from({ length: 3 * n }, (_, k) => set.gyro_dps?.[k % 3] as number),
      },
      from_s,
    );
    add(set, (t.at(-1) as number) + 1 / RATE_HZ);
  }
  return {
    ...set,
    t_s: Float64Array.from(t),
    accel_g: Float64Array.from(accel),
    gyro_dps: Float64Array.from(gyro),
  };
}

test('a session is parted by long pauses, and each part is the set it was', () => {
  const alone = analyzeSet(set, context);
  const parts = splitSession(session(60, 45));
  const analyses = parts.map(({ recording }) => analyzeSet(recording, context));
  expect(analyses.map(({ reps }) => reps.length)).toEqual([3, 3, 3]);
  for (const { reps } of analyses)
    for (const [i, rep] of reps.entries())
      expect(rep.mcv_mps).toBeCloseTo(alone.reps[i]?.mcv_mps as number, 2);
});

test('a short pause is within the set', () => {
  expect(splitSession(session(20))).toHaveLength(1);
  expect(splitSession(set)).toEqual([{ start_s: 0, recording: set }]);
});

test('joined, reps are counted through on the clock of the session, without a velocity loss', () => {
  const whole = session(60);
  const parts = splitSession(whole).map((part) => ({
    ...part,
    analysis: analyzeSet(part.recording, context),
  }));
  const joined = joinSets(parts, conditionRecording(whole, null).facts);
  expect(joined.reps.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(joined.set).toMatchObject({ reps: 6, velocity_loss_pct: null });
  const starts = joined.reps.map(({ start_s }) => start_s);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  const [, second] = parts;
  expect(joined.reps[3]?.lockout).toEqual(
    laterRep(second?.analysis.reps[0] as (typeof joined.reps)[number], second?.start_s as number).lockout,
  );
});
