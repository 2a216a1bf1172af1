import { describe, expect, test } from 'vitest';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import { createLiveTracker } from '../../src/reps/live/tracker.ts';
import { contextFor } from '../accuracy/context.ts';
import { play } from '../accuracy/live-score.ts';
import { findRung } from '../accuracy/rungs.ts';

const mixed = (seed: number) => {
  const set = simulatedSet({ seed, reps: 6, hold_s: 1.3, half_reps: [2, 4] });
  const context = contextFor('hip-thrust', set.truth);
  return { ...set, context, events: play(set.recording, createLiveTracker(set.recording.sensor, context)) };
};

describe('half reps held for longer than the target', () => {
  test.each([3, 5])('never get the lockout tone, full ones always do (seed %i)', (seed) => {
    const { truth, events } = mixed(seed);
    const near = (kind: string, at_s: number) =>
      events.filter((event) => event.kind === kind && Math.abs((event as { t_s: number }).t_s - at_s) < 0.4)
        .length;
    for (const rep of truth.reps) {
      const half = rep.rom_m < 0.7 * truth.reference_rom_m;
      expect(near('hold-start', rep.concentric.end_s)).toBe(half ? 0 : 1);
      expect(near('short-start', rep.concentric.end_s)).toBe(half ? 1 : 0);
      expect(near('short-end', rep.lockout.end_s ?? 0)).toBe(half ? 1 : 0);
    }
  });

  test('say how far is missing', () => {
    const { truth, events } = mixed(3);
    const half = truth.reps.find((rep) => rep.rom_m < 0.7 * truth.reference_rom_m);
    const told = events.find((event) => event.kind === 'short-start');
    const missing_m = 0.85 * truth.reference_rom_m - (half?.rom_m ?? 0);
    expect(Math.abs((told?.missing_m ?? 0) - missing_m)).toBeLessThan(0.03);
  });

  test('are held like any other where no range is known', () => {
    const { recording, context } = mixed(3);
    const events = play(recording, createLiveTracker(recording.sensor, { ...context, reference: null }));
    expect(events.filter((event) => event.kind === 'hold-start')).toHaveLength(6);
    expect(events.filter((event) => event.kind === 'short-start')).toHaveLength(0);
  });
});

describe('reps whose lowering is slow or goes on further down, seen live', () => {
  const countLive = (rung: string, seed: number) => {
    const made = findRung(rung)?.make(seed);
    if (made === undefined) throw new Error(`no rung ${rung}`);
    const { lift, recording, truth } = made;
    const { reps } = replayLive(recording, contextFor(lift, truth)).analysis;
    return { counted: reps.length, there: truth.reps.length, reps };
  };

  test('six seconds down: all are counted, and no hold is made up', () => {
    const { counted, there, reps } = countLive('slow-lowering', 5001);
    expect(counted).toBe(there);
    for (const rep of reps) expect(rep.lockout.hold_s === null || rep.lockout.hold_s < 2).toBe(true);
  });

  test('one and a half: the half at the top did not fail', () => {
    const { counted, there } = countLive('one-and-half', 5002);
    expect(counted).toBe(there);
  });
});
