import { describe, expect, test } from 'vitest';
import { liftOf } from '../../src/lifts/catalogue.ts';
import type { LiftId } from '../../src/lifts/lift.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { Truth } from '../../src/recording/synthetic/true-rep.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import { plainSet } from '../accuracy/plain-world.ts';

const sensor = UNCALIBRATED_SENSOR;
const delivery = DEVICE_CLOCK;

/** Moments a hold was said to start at, s, by an athlete whose range is known. */
function holdStarts(lift: LiftId, recording: Recording, truth: Truth): number[] {
  const rom_m = truth.reference_rom_m;
  const { events } = replayLive(recording, {
    lift,
    variation: 'barbell',
    load_kg: 100,
    targets: liftOf(lift).variations[0].targets,
    reference: {
      rom_m,
      rom_sigma_m: 0.008,
      lockout_height_m: rom_m,
      lockout_height_sigma_m: 0.008,
      steadiness: null,
      origin: 'simulated',
    },
    calibration: null,
    set_end_s: 8,
  });
  return events.flatMap((event) => (event.kind === 'hold-start' ? [event.t_s] : []));
}

/** Each stop at the top is told once, near where it truly was. */
function expectOneEach(starts: readonly number[], ends_s: readonly number[]): void {
  expect(starts).toHaveLength(ends_s.length);
  starts.forEach((start_s, i) => {
    expect(Math.abs(start_s - (ends_s[i] as number))).toBeLessThan(0.4);
  });
}

const seeds = [201, 202, 203, 204, 205, 206, 207, 208];

describe('a bar that nothing pushes has not begun to move', () => {
  test.each(seeds)('a lockout of many seconds without any movement is one hold (%i)', (seed) => {
    const { recording, truth } = plainSet(seed, {
      reps: 3,
      roll_deg: 30,
      offset_g: 0.04,
      scale: 0.01,
      rate_hz: 100,
      hold_s: (random) => random.uniform(5, 12),
      bottom_s: () => 0.6,
      rise_s: (random) => random.uniform(0.5, 1),
      half: 0,
    });
    expectOneEach(
      holdStarts('hip-thrust', recording, truth),
      truth.reps.map((rep) => rep.concentric.end_s),
    );
  });

  test('squats and presses walked out and back: a stop is told once and where it is, racking tells few', () => {
    let wrong = 0;
    for (const lift of ['squat', 'overhead-press'] as const) {
      for (let seed = 61; seed < 77; seed += 1) {
        const { recording, truth } = simulatedSet({ seed, lift, reps: 6, sensor, delivery });
        const free = new Set(truth.reps.map((rep) => rep.concentric.end_s));
        for (const at_s of holdStarts(lift, recording, truth)) {
          const near = [...free].find((end_s) => Math.abs(end_s - at_s) <= 0.4);
          if (near === undefined) wrong += 1;
          else free.delete(near);
        }
      }
    }
    // of 192
    expect(wrong).toBeLessThanOrEqual(8);
  });
});

describe('a bar that is struck where it lies', () => {
  test('plates, rolling and knocks start hardly a hold in thirty handlings', () => {
    const still = (duration_s: number) => ({ kind: 'still', duration_s }) as const;
    let starts = 0;
    for (let seed = 121; seed <= 150; seed += 1) {
      const { recording, truth } = simulatedSet({
        seed,
        reps: 0,
        before: [
          still(4),
          { kind: 'load-plates', plates: 4 },
          { kind: 'roll-floor', distance_m: 0.8 },
          { kind: 'thump', count: 3 },
          { kind: 'settle-in', duration_s: 3 },
        ],
        after: [still(10)],
      });
      starts += holdStarts('hip-thrust', recording, truth).length;
    }
    expect(starts).toBeLessThanOrEqual(1);
  });
});

describe('a fight', () => {
  test('is seldom taken for a hold while the bar still creeps upwards', () => {
    let early = 0;
    for (const seed of seeds) {
      const { recording, truth } = simulatedSet({
        seed,
        reps: 4,
        hold_s: 1,
        roll_deg: 30,
        mcv_mps: 0.3,
        failed_attempts: 1,
        sensor,
        delivery,
      });
      const starts = holdStarts('hip-thrust', recording, truth);
      for (const { concentric } of truth.failed)
        early += starts.filter((at_s) => at_s > concentric.start_s && at_s < concentric.end_s - 0.4).length;
    }
    expect(early).toBeLessThanOrEqual(seeds.length / 2);
  });
});
