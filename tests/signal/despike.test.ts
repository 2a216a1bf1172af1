import { describe, expect, test } from 'vitest';
import { G_MPS2 } from '../../src/recording/units.ts';
import { conditionRecording } from '../../src/signal/condition-recording.ts';
import { recordingOf } from './batches.ts';

// an overhead press: 1 g with a push of half a g once a second
const press = (t: number): [number, number, number] => [
  0.05,
  0.02 * Math.sin(7 * t),
  1 + 0.5 * Math.sin(2 * Math.PI * t),
];

function spiked(spikes: Readonly<Record<number, number>>) {
  return recordingOf({
    seconds: 4,
    accel: (t, i) => press(t).map((g) => g * (spikes[i] ?? 1)) as [number, number, number],
  });
}

describe('despiking', () => {
  test.each([
    ['one frame halved', { 150: 0.5 }],
    ['one frame times four', { 150: 4 }],
    ['two frames doubled', { 150: 2, 151: 2 }],
    ['a pair times two and eight', { 150: 2, 151: 8 }],
    ['a pair in the middle of a push', { 100: 4, 101: 16 }],
  ])('restores %s', (_name, spikes) => {
    const clean = conditionRecording(spiked({}), null);
    const mended = conditionRecording(spiked(spikes), null);
    expect(mended.facts.despiked).toBe(Object.keys(spikes).length);
    for (let i = 0; i < 3 * clean.count; i += 1) {
      expect(Math.abs((mended.accel_mps2[i] as number) - (clean.accel_mps2[i] as number))).toBeLessThan(0.01);
    }
  });

  test('leaves an impact alone: it rings, it does not double', () => {
    const ringing = recordingOf({
      seconds: 4,
      accel: (t) => {
        const since = t - 2;
        const ring = since < 0 ? 0 : 3 * Math.exp(-since / 0.03) * Math.sin(2 * Math.PI * 25 * since);
        return [0, 0.3 * ring, 1 + ring];
      },
    });
    expect(conditionRecording(ringing, null).facts.despiked).toBe(0);
  });

  test.each([2.7, 3.5, 5.2])(
    'leaves plates that stop within one of 50 readings a second at %d g alone',
    (peak_g) => {
      const landing = recordingOf({
        seconds: 8,
        rate_hz: 50,
        accel: (_t, i) => [0, 0.1 * (i === 200 ? peak_g : 1), i === 200 ? peak_g : 1],
      });
      expect(conditionRecording(landing, null).facts.despiked).toBe(0);
    },
  );

  test('leaves plates alone that land at twice gravity and ring on', () => {
    // 50 Hz readings of a simulated landing: the fifth is nearly twice its neighbours, by chance
    const landing = [
      [0.52, -0.48, -0.72],
      [0.79, -0.92, -1.54],
      [0.35, -0.22, -0.22],
      [0.51, -0.54, -0.85],
      [0.45, -0.43, -0.65],
    ] as const;
    const set = recordingOf({
      seconds: 4,
      rate_hz: 50,
      accel: (_t, i) => landing[i - 100] ?? [0.47, -0.45, -0.66],
    });
    expect(conditionRecording(set, null).facts.despiked).toBe(0);
  });

  test('mends the spoilt half of a reading sent twice, even while plates land', () => {
    const landing = [0.95, 3.03, 0.72, 1.09, 0.9];
    const sentTwice = (spoilt: number) =>
      recordingOf({
        seconds: 4,
        accel: (_t, i) => {
          const g = landing[(i >> 1) - 100] ?? 1 + 0.001 * ((i >> 1) % 3);
          return [(g - 1) * (i === 203 ? spoilt : 1), 0, g * (i === 203 ? spoilt : 1)];
        },
        gyro: (_t, i) => [(i >> 1) % 7, 3, 1],
      });
    const mended = conditionRecording(sentTwice(4), null);
    expect(mended.facts.despiked).toBe(1);
    expect(mended.accel_mps2).toEqual(conditionRecording(sentTwice(1), null).accel_mps2);
  });

  test('leaves a reading alone that stands where the bar is pushed, whatever power of two it is', () => {
    const pushed = recordingOf({ seconds: 4, accel: (_t, i) => [0, 0, i < 200 ? 1 : i === 200 ? 0.8 : 2.2] });
    expect(conditionRecording(pushed, null).facts.despiked).toBe(0);
  });

  test('says nothing at 10 Hz, where a bounce looks like a spike', () => {
    const bouncing = recordingOf({
      seconds: 10,
      rate_hz: 10,
      accel: (_t, i) => [0, 0, i % 10 === 5 ? 2 : 1],
    });
    const conditioned = conditionRecording(bouncing, null);
    expect(conditioned.facts.despiked).toBe(0);
    expect(Math.max(...conditioned.accel_mps2)).toBeCloseTo(2 * G_MPS2, 6);
  });
});
