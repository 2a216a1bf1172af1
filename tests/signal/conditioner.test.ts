import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNKNOWN_SENSOR } from '../../src/recording/samples.ts';
import { G_MPS2 } from '../../src/recording/units.ts';
import { conditionRecording } from '../../src/signal/condition-recording.ts';
import { createConditioner } from '../../src/signal/conditioner.ts';
import { FrameFlag } from '../../src/signal/frame.ts';
import { arriving, cut, recordingOf, without } from './batches.ts';

const shake = (t: number): [number, number, number] => [
  0.2 * Math.sin(9 * t),
  0.1,
  1 + 0.3 * Math.sin(4 * t),
];

describe('held samples', () => {
  const twice = recordingOf({ seconds: 10, accel: (_t, i) => shake(Math.floor(i / 2) / 50) });

  test('100 frames of 50 readings are 50 readings a second', () => {
    const conditioned = conditionRecording(twice, null);
    expect(conditioned.facts.rate_hz).toBeCloseTo(100, 0);
    expect(conditioned.facts.effective_rate_hz).toBeCloseTo(50, 0);
    expect(conditioned.count).toBe(500);
  });

  test('a still bar is not a sensor that repeats itself, and time goes on', () => {
    const conditioned = conditionRecording(recordingOf({ seconds: 10 }), null);
    expect(conditioned.facts.effective_rate_hz).toBeCloseTo(100, 0);
    const steps = Array.from(conditioned.t_s.subarray(1), (t, i) => t - (conditioned.t_s[i] as number));
    expect(Math.max(...steps)).toBeLessThan(0.065);
  });
});

describe('clipping', () => {
  // it stands for three frames: a single one that far from its neighbours would be a bad reading and taken out
  const isPeak = (i: number): boolean => i >= 100 && i < 103;
  const peak = recordingOf({ seconds: 2, accel: (t, i) => (isPeak(i) ? [7.95, 0.5, 1] : shake(t)) });

  test('a reading at 98 % of a known range is clipped', () => {
    const known = { ...peak, sensor: { ...UNKNOWN_SENSOR, accel_range_g: 8 } };
    const conditioned = conditionRecording(known, null);
    expect(conditioned.facts.clipped).toBe(1);
    expect((conditioned.flags[100] as number) & FrameFlag.clipped).toBeTruthy();
    expect(conditioned.facts.reasons).toContain('clipping');
  });

  test('without a known range only a reading that stands at a usual one is', () => {
    expect(conditionRecording(peak, null).facts.clipped).toBe(0);
    const full = recordingOf({ seconds: 2, accel: (t, i) => (isPeak(i) ? [-7.9998, 0.5, 1] : shake(t)) });
    expect(conditionRecording(full, null).facts.clipped).toBe(1);
  });
});

describe('calibration and units', () => {
  test('corrected = scale * (raw - offset), in m/s2 and rad/s', () => {
    const recording = recordingOf({
      seconds: 1,
      accel: () => [0.02, -0.01, 1.03],
      gyro: () => [1.5, 0, -0.5],
    });
    const conditioned = conditionRecording(recording, {
      accel_offset_g: [0.02, -0.01, 0.01],
      accel_scale: [1, 1, 1 / 1.02],
      gyro_bias_dps: [1, 0, 0],
      residual_g: 0.001,
      rests: 9,
      origin: 'rests',
    });
    expect(conditioned.accel_mps2[0]).toBeCloseTo(0, 9);
    expect(conditioned.accel_mps2[2]).toBeCloseTo(G_MPS2, 9);
    expect(conditioned.rate_rads?.[0]).toBeCloseTo((0.5 * Math.PI) / 180, 9);
    expect(conditioned.rate_rads?.[2]).toBeCloseTo((-0.5 * Math.PI) / 180, 9);
  });

  test('a 3-axis sensor has no rates and says so', () => {
    const conditioned = conditionRecording(
      { ...recordingOf({ seconds: 2, accel: shake }), gyro_dps: null },
      null,
    );
    expect(conditioned.rate_rads).toBeNull();
    expect(conditioned.facts.axes).toBe(3);
    expect(conditioned.facts.quality).toBe('fair');
  });
});

describe('gaps', () => {
  test('missing samples are counted and marked on the sample after them', () => {
    const gappy = without(recordingOf({ seconds: 5, accel: shake }), (i) => i >= 200 && i < 220);
    const conditioned = conditionRecording(gappy, null);
    expect(conditioned.facts.gaps).toBe(1);
    expect(conditioned.facts.quality).toBe('fair');
    expect((conditioned.flags[200] as number) & FrameFlag.gap).toBeTruthy();
  });
});

describe('any batching', () => {
  const device = recordingOf({
    seconds: 6,
    accel: (_t, i) =>
      shake(Math.floor(i / 2) / 50).map((g) => g * (i === 300 ? 4 : 1)) as [number, number, number],
    gyro: (t) => [20 * Math.sin(t), 0, 0],
  });
  const arrival = arriving(device, 4, (burst) => 0.02 * ((burst * 7) % 5));

  function frames(recording: typeof device, sizes: readonly number[]): number[] {
    const conditioner = createConditioner(recording.sensor, null);
    const out: number[] = [];
    for (const batch of cut(recording, sizes)) {
      conditioner.push(batch, (f) => out.push(f.t_s, f.ax, f.ay, f.az, f.gx, f.gy, f.gz, f.flags));
    }
    conditioner.flush((f) => out.push(f.t_s, f.ax, f.ay, f.az, f.gx, f.gy, f.gz, f.flags));
    return out;
  }

  test.each([
    ['device clock', device],
    ['arrival clock', arrival],
  ])('gives the same frames, to the last bit: %s', (_name, recording) => {
    const whole = frames(recording, [recording.t_s.length]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }), (sizes) => {
        expect(frames(recording, sizes)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });
});
