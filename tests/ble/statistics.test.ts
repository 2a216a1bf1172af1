import { describe, expect, test } from 'vitest';
import { createLinkStatistics } from '../../main/ble/link/statistics.ts';
import { createTimeline } from '../../main/ble/link/timeline.ts';
import type { SampleBatch } from '../../src/recording/samples.ts';
import type { Decoded } from '../../src/sensors/driver.ts';
import { seededRandom } from '../virtual-air/air.ts';

const batch = (
  clock: SampleBatch['clock'],
  t_s: readonly number[],
  values: readonly number[],
): SampleBatch => ({
  count: t_s.length,
  clock,
  t_s: Float64Array.from(t_s),
  accel_g: Float64Array.from(values.flatMap((value) => [value, 0, 1])),
  gyro_dps: null,
});
const decoded = (from: SampleBatch | null, lost = 0, malformed = 0): Decoded => ({
  batch: from,
  battery_percent: null,
  lost,
  malformed,
});

/** A stream of `frames` samples a notification at this rate, arriving with up to `jitter_s` of delay. */
function stream(
  statistics: ReturnType<typeof createLinkStatistics>,
  options: {
    rate_hz: number;
    seconds: number;
    frames: number;
    jitter_s?: number;
    value?: (sample: number) => number;
  },
) {
  const random = seededRandom(3);
  let arrival_s = 0;
  for (let sample = 0; sample < options.rate_hz * options.seconds; sample += options.frames) {
    const due_s = (sample + options.frames) / options.rate_hz;
    arrival_s = Math.max(arrival_s, 1000 + due_s + random() * (options.jitter_s ?? 0));
    const samples = Array.from({ length: options.frames }, (_, at) => sample + at);
    statistics.push(
      decoded(
        batch(
          'arrival',
          samples.map(() => arrival_s),
          samples.map(options.value ?? ((each) => each)),
        ),
      ),
      arrival_s,
    );
  }
}

describe('the rate of a link', () => {
  test.each([
    [100, 4],
    [200, 8],
    [200, 16],
    [10, 1],
  ])('%d Hz in notifications of %d, with jitter', (rate_hz, frames) => {
    const statistics = createLinkStatistics();
    statistics.configured(rate_hz);
    stream(statistics, { rate_hz, seconds: 20, frames, jitter_s: 0.06 });
    expect(statistics.value().rate_hz).toBeGreaterThan(rate_hz * 0.97);
    expect(statistics.value().rate_hz).toBeLessThan(rate_hz * 1.03);
    expect(statistics.value().samples).toBe(rate_hz * 20);
  });

  test('is not told before there is enough', () => {
    const statistics = createLinkStatistics();
    stream(statistics, { rate_hz: 100, seconds: 0.5, frames: 4 });
    expect(statistics.value().rate_hz).toBeNull();
  });

  test('of a sensor that repeats every sample is half as effective', () => {
    const statistics = createLinkStatistics();
    statistics.configured(100);
    stream(statistics, { rate_hz: 100, seconds: 20, frames: 4, value: (sample) => Math.floor(sample / 2) });
    expect(statistics.value().effective_rate_hz).toBeGreaterThan(45);
    expect(statistics.value().effective_rate_hz).toBeLessThan(55);
    expect(statistics.holding()).toBe(true);
  });
});

describe('what is lost', () => {
  test('is counted where the sensor counts', () => {
    const statistics = createLinkStatistics();
    for (let at = 0; at < 100; at++) {
      statistics.push(
        decoded(batch('device', [at / 100], [at]), at === 50 ? 5 : 0, at === 60 ? 1 : 0),
        at / 100,
      );
    }
    expect(statistics.value()).toMatchObject({ lost: 5, samples: 100, malformed: 1 });
    expect(statistics.value().loss_share).toBeCloseTo(5 / 105, 6);
  });

  test('shows in the rate where the sensor does not', () => {
    const statistics = createLinkStatistics();
    statistics.configured(100);
    stream(statistics, { rate_hz: 95, seconds: 20, frames: 1 });
    expect(statistics.value().loss_share).toBeGreaterThan(0.03);
    expect(statistics.value().loss_share).toBeLessThan(0.07);
  });

  test('is nothing while clocks merely differ', () => {
    const statistics = createLinkStatistics();
    statistics.configured(100);
    stream(statistics, { rate_hz: 99.3, seconds: 20, frames: 1 });
    expect(statistics.value().loss_share).toBe(0);
  });

  test('a lost link and its length are kept, and its pause is no pause of the stream', () => {
    const statistics = createLinkStatistics();
    stream(statistics, { rate_hz: 100, seconds: 2, frames: 4 });
    statistics.linkLost();
    statistics.resumed(7);
    statistics.push(decoded(batch('arrival', [1009], [1])), 1009);
    expect(statistics.value()).toMatchObject({ losses: 1, lost_s: 7 });
    expect(statistics.value().longest_pause_s).toBeLessThan(0.1);
  });
});

describe('the drift of a sensor clock', () => {
  test.each([-700, -50, 0, 50, 700])('of %d ppm is found under 60 ms of jitter', (ppm) => {
    const random = seededRandom(5);
    const statistics = createLinkStatistics();
    for (let at = 0; at < 300 * 25; at++) {
      const true_s = at / 25;
      const arrival_s = 5000 + true_s + random() * 0.06;
      statistics.push(decoded(batch('device', [true_s * (1 + ppm / 1e6)], [at])), arrival_s);
    }
    expect(Math.abs((statistics.value().clock_drift_ppm ?? Number.NaN) - ppm)).toBeLessThan(20);
  });

  test('is not told within the first minute', () => {
    const statistics = createLinkStatistics();
    for (let at = 0; at < 50; at++) statistics.push(decoded(batch('device', [at], [at])), at);
    expect(statistics.value().clock_drift_ppm).toBeNull();
  });
});

describe('the timeline over a reconnect', () => {
  test('leaves arrival times alone', () => {
    const timeline = createTimeline();
    const first = batch('arrival', [5, 5], [1, 2]);
    expect(timeline.place(first, 5)).toBe(first);
    timeline.reconnected();
    const second = batch('arrival', [9, 9], [1, 2]);
    expect(timeline.place(second, 9)).toBe(second);
  });

  test('sets a clock that began anew on where the stream goes on', () => {
    const timeline = createTimeline();
    timeline.place(batch('device', [10, 10.01, 10.02], [1, 2, 3]), 100);
    timeline.reconnected();
    const placed = timeline.place(batch('device', [0, 0.01, 0.02], [1, 2, 3]), 103);
    expect(placed.t_s[2]).toBeCloseTo(13.02, 6);
    expect(placed.t_s[0]).toBeCloseTo(13, 6);
    expect(timeline.place(batch('device', [0.03], [4]), 103.01).t_s[0]).toBeCloseTo(13.03, 6);
  });

  test('goes forward even when the clock that went on says less', () => {
    const timeline = createTimeline();
    timeline.place(batch('device', [10, 10.5], [1, 2]), 100);
    timeline.reconnected();
    const placed = timeline.place(batch('device', [3, 3.5], [1, 2]), 100.1);
    expect(placed.t_s[0]).toBeGreaterThan(10.5);
  });

  test('keeps a clock that was never interrupted', () => {
    const timeline = createTimeline();
    timeline.reconnected();
    const first = batch('device', [7, 7.01], [1, 2]);
    expect(timeline.place(first, 50)).toBe(first);
  });
});
