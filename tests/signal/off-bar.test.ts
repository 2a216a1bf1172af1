import { expect, test } from 'vitest';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { conditionRecording } from '../../src/signal/condition-recording.ts';
import { stretchesInHand } from '../../src/signal/off-bar/stretches-in-hand.ts';
import { contextFor } from '../accuracy/context.ts';
import { findRung } from '../accuracy/rungs.ts';

const inHand = (spec: SetSpec) => stretchesInHand(conditionRecording(simulatedSet(spec).recording, null));

test.each([5003, 5007, 5011])('set %i ends where its sensor is taken off the bar and carried', (seed) => {
  const made = findRung('taken-off')?.make(seed);
  if (made === undefined) throw new Error('no such rung');
  const { recording, truth, lift } = made;
  const last = truth.reps.at(-1)?.concentric.end_s ?? 0;
  const [taken] = stretchesInHand(conditionRecording(recording, null));
  expect(taken?.from_s).toBeGreaterThan(last);
  for (const context of [contextFor(lift, truth), contextFor(lift, null)]) {
    expect(analyzeSet(recording, context).reps).toHaveLength(truth.reps.length);
    const live = replayLive(recording, context);
    expect(live.analysis.reps).toHaveLength(truth.reps.length);
    expect(live.events.some((event) => event.kind === 'set-rest')).toBe(true);
  }
});

test('a bar that rolls, is unracked, walked out, re-racked, dropped or loaded is in no hand', () => {
  for (const seed of [1, 2]) {
    expect(inHand({ seed, roll_deg: 60 })).toEqual([]);
    expect(inHand({ seed, lift: 'squat' })).toEqual([]);
    expect(inHand({ seed, lift: 'deadlift', dropped_reps: [2, 4] })).toEqual([]);
    expect(
      inHand({
        seed,
        before: [
          { kind: 'load-plates', plates: 4 },
          { kind: 'roll-floor', distance_m: 1 },
        ],
      }),
    ).toEqual([]);
  }
});

test('a plate that spins while its bar is walked out is in no hand', () => {
  const made = findRung('plate')?.make(12);
  if (made === undefined) throw new Error('no such rung');
  expect(stretchesInHand(conditionRecording(made.recording, null))).toEqual([]);
});
