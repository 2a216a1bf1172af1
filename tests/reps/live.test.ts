import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liftOf } from '../../src/lifts/catalogue.ts';
import type { LiftId } from '../../src/lifts/lift.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { CALIBRATED_SENSOR, UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { LiveEvent } from '../../src/reps/live/events.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import { createLiveTracker } from '../../src/reps/live/tracker.ts';
import type { Rep, SetContext } from '../../src/reps/rep.ts';
import { cut } from '../signal/batches.ts';

function contextOf(lift: LiftId = 'hip-thrust'): SetContext {
  return {
    lift,
    variation: 'barbell',
    load_kg: 100,
    targets: liftOf(lift).variations[0].targets,
    reference: null,
    calibration: null,
    set_end_s: 8,
  };
}

function said(recording: Recording, sizes: readonly number[], context = contextOf()): LiveEvent[] {
  const tracker = createLiveTracker(recording.sensor, context);
  return Array.from(cut(recording, sizes)).flatMap((batch) => [...tracker.push(batch)]);
}

const ofKind = <K extends LiveEvent['kind']>(events: readonly LiveEvent[], kind: K) =>
  events.filter((event): event is Extract<LiveEvent, { kind: K }> => event.kind === kind);

const paused = simulatedSet({ seed: 11, reps: 8, hold_s: 1.2, roll_deg: 20, sensor: UNCALIBRATED_SENSOR });

describe('a set of eight hip thrusts with a hold', () => {
  const { analysis, events } = replayLive(paused.recording, contextOf());

  test('counts eight', () => {
    expect(analysis.reps).toHaveLength(8);
    expect(analysis.failed).toHaveLength(0);
    expect(ofKind(events, 'rep-withdrawn')).toHaveLength(0);
  });

  test('measures velocity, range and hold', () => {
    paused.truth.reps.forEach((truth, i) => {
      const rep = analysis.reps[i] as Rep;
      expect(Math.abs((rep.mcv_mps ?? 0) - truth.mcv_mps)).toBeLessThan(0.05);
      expect(Math.abs((rep.rom_m ?? 0) - truth.rom_m)).toBeLessThan(0.04);
      expect(Math.abs((rep.lockout.hold_s ?? 0) - (truth.lockout.hold_s ?? 0))).toBeLessThan(0.1);
    });
  });

  test('says lockout within a tenth of a second, and the rep with it; the first, of unknown range, in two', () => {
    const starts = ofKind(events, 'hold-start');
    expect(starts).toHaveLength(8);
    paused.truth.reps.forEach((truth, i) => {
      const end_s = truth.concentric.end_s;
      expect(Math.abs((starts[i]?.said_s ?? 0) - end_s)).toBeLessThan(i === 0 ? 0.2 : 0.1);
      expect(Math.abs((analysis.reps[i]?.announced_s ?? 0) - end_s)).toBeLessThan(0.25);
    });
  });

  test('ends the hold when the bar comes down', () => {
    const ends = ofKind(events, 'hold-end');
    expect(ends).toHaveLength(8);
    paused.truth.reps.forEach((truth, i) => {
      expect(Math.abs((ends[i]?.t_s ?? 0) - (truth.lockout.end_s ?? 0))).toBeLessThan(0.12);
    });
  });

  test('every rep is drawn provisionally, then settles under the same number', () => {
    for (let index = 1; index <= 8; index += 1) {
      const words = ofKind(events, 'rep').filter((event) => event.rep.index === index);
      expect(words[0]?.settled).toBe(false);
      expect(words.at(-1)?.settled).toBe(true);
    }
  });

  test('nothing is said before it happened', () => {
    for (const event of events) {
      if ('t_s' in event) expect(event.said_s).toBeGreaterThanOrEqual(event.t_s);
    }
  });
});

describe('the end of a set', () => {
  test('is told after eight seconds at the bottom', () => {
    const { recording, truth } = simulatedSet({
      seed: 4,
      reps: 3,
      hold_s: 1,
      after: [{ kind: 'still', duration_s: 15 }],
    });
    const rests = ofKind(said(recording, [8]), 'set-rest');
    expect(rests).toHaveLength(1);
    const down_s = truth.reps.at(-1)?.eccentric?.end_s ?? 0;
    expect(Math.abs((rests[0]?.said_s ?? 0) - down_s - 8)).toBeLessThan(1);
  });

  test('never by a lockout of twelve seconds', () => {
    const { recording, truth } = simulatedSet({
      seed: 6,
      reps: 3,
      hold_s: [1, 12, 1],
      sensor: CALIBRATED_SENSOR,
    });
    const events = said(recording, [8]);
    const last_s = truth.reps.at(-1)?.concentric.end_s ?? 0;
    expect(ofKind(events, 'set-rest').filter((event) => event.said_s < last_s)).toHaveLength(0);
    expect(ofKind(events, 'hold-end')[1]?.hold_s).toBeGreaterThan(11);
  });

  test('the next set starts at one again, with clock and gravity kept', () => {
    const { recording } = simulatedSet({ seed: 8, reps: 3, hold_s: 1 });
    const tracker = createLiveTracker(recording.sensor, contextOf());
    const batches = Array.from(cut(recording, [16]));
    for (const batch of batches) tracker.push(batch);
    const before_s = tracker.state.t_s;
    tracker.nextSet(contextOf());
    const duration_s = before_s + 0.01;
    const again = batches.flatMap((batch) => [
      ...tracker.push({ ...batch, t_s: batch.t_s.map((t) => t + duration_s) }),
    ]);
    const reps = ofKind(again, 'rep');
    expect(reps[0]?.rep.index).toBe(1);
    expect(Math.max(...reps.map((event) => event.rep.index))).toBe(3);
    expect(reps[0]?.rep.concentric.start_s).toBeGreaterThan(before_s);
  });
});

describe('what is no rep', () => {
  test('unracking, walking out and racking a squat', () => {
    const { recording, truth } = simulatedSet({ seed: 3, lift: 'squat', reps: 5 });
    const { analysis } = replayLive(recording, contextOf('squat'));
    expect(truth.reps).toHaveLength(5);
    expect(analysis.reps).toHaveLength(5);
  });

  test('picking up and putting down a Romanian deadlift', () => {
    const { recording } = simulatedSet({ seed: 5, lift: 'romanian-deadlift', reps: 5 });
    expect(replayLive(recording, contextOf('romanian-deadlift')).analysis.reps).toHaveLength(5);
  });

  test('plates being loaded on a bar that stays where it is', () => {
    const { recording } = simulatedSet({
      seed: 9,
      reps: 0,
      before: [
        { kind: 'still', duration_s: 3 },
        { kind: 'load-plates', plates: 4 },
        { kind: 'still', duration_s: 10 },
      ],
      after: [],
    });
    expect(ofKind(said(recording, [8]), 'rep')).toHaveLength(0);
  });
});

describe('invariants', () => {
  const short = simulatedSet({ seed: 21, reps: 3, hold_s: 0.8, sensor: CALIBRATED_SENSOR });
  const whole = said(short.recording, [short.recording.t_s.length]);

  test('any batching says the same, to the last bit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        expect(said(short.recording, sizes)).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  test('the same samples always say the same', () => {
    expect(said(short.recording, [5])).toEqual(said(short.recording, [5]));
  });

  test('a clock that starts elsewhere changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (offset_s) => {
        const later = { ...short.recording, t_s: short.recording.t_s.map((t) => t + offset_s) };
        const reps = ofKind(said(later, [8]), 'rep');
        const expected = ofKind(whole, 'rep');
        expect(reps).toHaveLength(expected.length);
        reps.forEach((event, i) => {
          const other = expected[i]?.rep as Rep;
          expect(Math.abs((event.rep.mcv_mps ?? 0) - (other.mcv_mps ?? 0))).toBeLessThan(1e-3);
          expect(Math.abs(event.rep.concentric.end_s - other.concentric.end_s)).toBeLessThan(2e-3);
        });
      }),
      { numRuns: 5 },
    );
  });

  test('mounting and yaw change nothing: the same bar felt by a sensor turned anyhow', () => {
    const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
    fc.assert(
      fc.property(angle, angle, angle, (a, b, c) => {
        const turned = rotate(short.recording, a, b, c);
        const reps = lastReps(said(turned, [8]));
        const expected = lastReps(whole);
        expect(reps).toHaveLength(expected.length);
        reps.forEach((rep, i) => {
          const other = expected[i] as Rep;
          expect(Math.abs((rep.mcv_mps ?? 0) - (other.mcv_mps ?? 0))).toBeLessThan(0.002);
          expect(Math.abs((rep.rom_m ?? 0) - (other.rom_m ?? 0))).toBeLessThan(0.002);
        });
      }),
      { numRuns: 12 },
    );
  });

  test('50, 100 and 200 Hz agree within what they state', () => {
    const at = (rate_hz: number) =>
      lastReps(
        said(
          simulatedSet({ seed: 21, reps: 3, hold_s: 0.8, sensor: { ...CALIBRATED_SENSOR, rate_hz } })
            .recording,
          [8],
        ),
      );
    const [slow, middle, fast] = [at(50), at(100), at(200)];
    expect(slow).toHaveLength(3);
    expect(fast).toHaveLength(3);
    middle.forEach((rep, i) => {
      for (const other of [slow[i] as Rep, fast[i] as Rep]) {
        const sigma = Math.hypot(rep.mcv_repeat_sigma_mps ?? 0, other.mcv_repeat_sigma_mps ?? 0);
        expect(Math.abs((rep.mcv_mps ?? 0) - (other.mcv_mps ?? 0))).toBeLessThan(2 * sigma);
        const romSigma = Math.hypot(rep.rom_repeat_sigma_m ?? 0, other.rom_repeat_sigma_m ?? 0);
        expect(Math.abs((rep.rom_m ?? 0) - (other.rom_m ?? 0))).toBeLessThan(2 * romSigma);
      }
    });
  });
});

function lastReps(events: readonly LiveEvent[]): Rep[] {
  const reps: Rep[] = [];
  for (const { rep } of ofKind(events, 'rep')) reps[rep.index - 1] = rep;
  return reps;
}

function rotate(recording: Recording, a: number, b: number, c: number): Recording {
  const turn = (values: Float64Array) => {
    const out = new Float64Array(values.length);
    for (let i = 0; i < values.length; i += 3) {
      let x = values[i] as number;
      let y = values[i + 1] as number;
      let z = values[i + 2] as number;
      [x, y] = [x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)];
      [y, z] = [y * Math.cos(b) - z * Math.sin(b), y * Math.sin(b) + z * Math.cos(b)];
      [x, z] = [x * Math.cos(c) - z * Math.sin(c), x * Math.sin(c) + z * Math.cos(c)];
      out.set([x, y, z], i);
    }
    return out;
  };
  return {
    ...recording,
    accel_g: turn(recording.accel_g),
    gyro_dps: recording.gyro_dps === null ? null : turn(recording.gyro_dps),
  };
}
