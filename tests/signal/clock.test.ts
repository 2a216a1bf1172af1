import { describe, expect, test } from 'vitest';
import { UNKNOWN_SENSOR } from '../../src/recording/samples.ts';
import { fitArrivalTimes } from '../../src/signal/clock/arrival-fit.ts';
import { createConditioner } from '../../src/signal/conditioner.ts';
import { arriving, cut, recordingOf, without } from './batches.ts';

const wave = (t: number): [number, number, number] => [0.1 * Math.sin(3 * t), 0.05 * Math.cos(5 * t), 1];
const jitter = (burst: number) => 0.03 * Math.abs(Math.sin(burst * 12.9898)) ** 4;

function liveTimes(
  recording: ReturnType<typeof recordingOf>,
  sizes: number[],
  nominal: number | null = null,
) {
  const conditioner = createConditioner({ ...UNKNOWN_SENSOR, nominal_rate_hz: nominal }, null);
  const times: number[] = [];
  for (const batch of cut(recording, sizes)) conditioner.push(batch, (frame) => times.push(frame.t_s));
  conditioner.flush((frame) => times.push(frame.t_s));
  return times;
}

describe('sample clock', () => {
  test('a device clock starts at zero whatever it showed', () => {
    const recording = recordingOf({ seconds: 2, accel: wave });
    const later = { ...recording, t_s: recording.t_s.map((t) => t + 5000) };
    const times = liveTimes(later, [7]);
    expect(times[0]).toBe(0);
    expect(times[100]).toBeCloseTo(1, 9);
  });

  test.each([4.9, -4.9, 0.7, 3600])(
    'one notification stamped %d s away is put where it belongs, and the ones after it stay',
    (away_s) => {
      const recording = recordingOf({ seconds: 6, accel: wave });
      const t_s = recording.t_s.map((t, i) => (i >= 300 && i < 308 ? t + away_s : t));
      const times = liveTimes({ ...recording, t_s }, [8]);
      expect(times).toHaveLength(600);
      for (const [i, t] of times.entries()) expect(t).toBeCloseTo(0.01 * i, 6);
    },
  );

  test('a notification that comes after the one that follows it is lost, not the time after it', () => {
    const recording = recordingOf({ seconds: 6, accel: wave });
    const swapped = recording.t_s.map((_t, i) => {
      const late = i >= 300 && i < 308;
      const early = i >= 308 && i < 316;
      return 0.01 * (late ? i + 8 : early ? i - 8 : i);
    });
    const conditioner = createConditioner(UNKNOWN_SENSOR, null);
    const times: number[] = [];
    for (const batch of cut({ ...recording, t_s: swapped }, [8]))
      conditioner.push(batch, (frame) => times.push(frame.t_s));
    conditioner.flush((frame) => times.push(frame.t_s));
    expect(times).toHaveLength(592);
    expect(times.at(-1)).toBeCloseTo(5.99, 6);
  });

  test.each([5, 3600])('a clock that is set on by %d s goes on from there, and nothing is lost', (step_s) => {
    const recording = recordingOf({ seconds: 40, accel: wave });
    const t_s = recording.t_s.map((t, i) => (i >= 2000 ? t + step_s : t));
    const conditioner = createConditioner(UNKNOWN_SENSOR, null);
    let frames = 0;
    for (const batch of cut({ ...recording, t_s }, [8])) conditioner.push(batch, () => frames++);
    conditioner.flush(() => frames++);
    expect(frames).toBe(4000);
    expect(conditioner.facts.quality).toBe('fair');
    expect(conditioner.facts.reasons).toContain('gap');
  });

  test('bursts that share an arrival time are spread evenly', () => {
    const recording = arriving(recordingOf({ seconds: 20, accel: wave }), 4, jitter);
    const times = liveTimes(recording, [4]);
    const steps = times.slice(1).map((t, i) => t - (times[i] as number));
    expect(Math.min(...steps)).toBeGreaterThan(0.0095);
    expect(Math.max(...steps)).toBeLessThan(0.0105);
    expect(times.at(-1)).toBeCloseTo(19.99, 1);
  });

  test('a sensor that runs 0.7 % slow is timed by what it does, not by what it was asked for', () => {
    const recording = arriving(recordingOf({ seconds: 40, rate_hz: 99.3, accel: wave }), 4, jitter);
    const times = liveTimes(recording, [4], 100);
    const last20 = (times.at(-1) as number) - (times[times.length - 1 - 1986] as number);
    expect(last20).toBeCloseTo(20, 1);
    expect(Math.abs(last20 - 20)).toBeLessThan(0.02);
  });

  test('time goes forward through a stall of two seconds and its catch-up burst, and nothing is lost', () => {
    const steady = recordingOf({ seconds: 20, accel: wave });
    const stalled = arriving(steady, 4, (burst) => (burst >= 200 && burst < 250 ? (250 - burst) * 0.04 : 0));
    const times = liveTimes(stalled, [16]);
    expect(times).toHaveLength(2000);
    for (let i = 1; i < times.length; i += 1) expect(times[i]).toBeGreaterThan(times[i - 1] as number);
    expect((times[1100] as number) - (times[700] as number)).toBeCloseTo(4, 1);
  });

  test('a link that was away for five seconds leaves a gap of five seconds', () => {
    const whole = recordingOf({ seconds: 30, accel: wave });
    const away = arriving(
      without(whole, (i) => i >= 1000 && i < 1500),
      4,
      () => 0,
    );
    const conditioner = createConditioner(UNKNOWN_SENSOR, null);
    let longest = 0;
    let last = 0;
    for (const batch of cut(away, [4])) {
      conditioner.push(batch, (frame) => {
        longest = Math.max(longest, frame.t_s - last);
        last = frame.t_s;
      });
    }
    expect(longest).toBeCloseTo(5, 0);
    expect(conditioner.facts.gaps).toBeGreaterThan(0);
    expect(conditioner.facts.reasons).toContain('gap');
  });

  test('with all arrivals known, a lost notification is a jump where it was lost', () => {
    const whole = recordingOf({ seconds: 30, accel: wave });
    const lost = new Set([200, 201, 202, 203, 1500, 1501, 1502, 1503, 1504, 1505, 1506, 1507]);
    // arrival of a frame is set by its own burst on the sensor's clock
    const arrivals = arriving(whole, 4, jitter);
    const fitted = fitArrivalTimes(without(arrivals, (i) => lost.has(i)).t_s);
    expect(fitted.lost).toBe(12);
    expect((fitted.t_s[200] as number) - (fitted.t_s[199] as number)).toBeCloseTo(0.05, 2);
    expect((fitted.t_s[1496] as number) - (fitted.t_s[1495] as number)).toBeCloseTo(0.09, 2);
    expect(fitted.t_s.at(-1)).toBeCloseTo(29.99, 1);
  });

  test('all frames at one moment still get increasing times', () => {
    const recording = { ...recordingOf({ seconds: 1, accel: wave }), clock: 'arrival' as const };
    const times = liveTimes({ ...recording, t_s: recording.t_s.map(() => 0) }, [100]);
    expect(times).toHaveLength(100);
    for (let i = 1; i < times.length; i += 1) expect(times[i]).toBeGreaterThan(times[i - 1] as number);
  });
});
