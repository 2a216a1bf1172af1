import { describe, expect, test } from 'vitest';
import { createCounterClock } from '../../src/sensors/common/counter-clock.ts';

const microseconds = () => createCounterClock({ tick_s: 1e-6, bits: 32 });

describe('a microsecond counter of 32 bits', () => {
  test('goes on smoothly over its wrap after 71.6 minutes', () => {
    const clock = microseconds();
    const before = clock.advance(2 ** 32 - 5_000, 100) ?? Number.NaN;
    const after = clock.advance(5_000, 100.01) ?? Number.NaN;
    expect(after - before).toBeCloseTo(0.01, 9);
  });

  test('counts the wraps that a long silence hid', () => {
    const clock = microseconds();
    const start = clock.advance(1_000_000, 0) ?? Number.NaN;
    const silence_s = 2 * 4294.967296 + 60;
    const later = clock.advance(61_000_000, silence_s) ?? Number.NaN;
    expect(later - start).toBeCloseTo(silence_s, 6);
  });

  test('refuses a repeated stamp and a late one', () => {
    const clock = microseconds();
    clock.advance(1_000_000, 0);
    expect(clock.advance(1_000_000, 0.01)).toBeNull();
    expect(clock.advance(990_000, 0.02)).toBeNull();
    expect(clock.advance(1_010_000, 0.03)).toBeCloseTo(1.01, 9);
  });

  test('a catch-up burst after a two-second stall keeps the sensor’s spacing', () => {
    const clock = microseconds();
    clock.advance(0, 0);
    const times = [1, 2, 3, 4].map((n) => clock.advance(n * 50_000, 2 + n * 0.001));
    expect(times.map((t) => Math.round((t ?? 0) * 1000))).toEqual([50, 100, 150, 200]);
  });

  test('a sensor that restarted its clock goes on where the silence ended', () => {
    const clock = microseconds();
    const before = clock.advance(900_000_000, 10) ?? Number.NaN;
    const after = clock.advance(20_000, 13) ?? Number.NaN;
    expect(after - before).toBeCloseTo(3, 6);
    expect(clock.advance(30_000, 13.01)).toBeCloseTo(after + 0.01, 6);
  });

  test.each([0.6, 2, 4.9])('one stamp %s s ahead is refused, and the next ones are not', (ahead_s) => {
    const clock = microseconds();
    for (let n = 0; n < 20; n++) clock.advance(n * 50_000, n * 0.05);
    expect(clock.advance(1_000_000 + ahead_s * 1e6, 1)).toBeNull();
    for (let n = 21; n < 120; n++) expect(clock.advance(n * 50_000, n * 0.05)).toBeCloseTo(n * 0.05, 9);
  });

  test('what was lost in a stall costs one packet more, and the sensor’s clock is kept', () => {
    const clock = microseconds();
    clock.advance(0, 0);
    // held back for 2 s; the packets of the 1.9 s after it never came
    expect(clock.advance(50_000, 2.0)).toBeCloseTo(0.05, 9);
    expect(clock.advance(1_950_000, 2.001)).toBeNull();
    expect(clock.advance(2_000_000, 2.002)).toBeCloseTo(2, 9);
  });

  test.each([0.6, 2, 4.9])('a sensor that restarts its clock after %s s loses one packet', (ran_s) => {
    const clock = microseconds();
    for (let s = 0; s < ran_s; s += 0.05) clock.advance(Math.round(s * 1e6), s);
    expect(clock.advance(0, ran_s + 0.05)).toBeNull();
    for (let n = 1; n < 100; n++) {
      const t_s = clock.advance(n * 50_000, ran_s + (n + 1) * 0.05);
      expect(t_s).not.toBeNull();
      expect(Math.abs((t_s ?? 0) - (ran_s + (n + 1) * 0.05))).toBeLessThan(0.06);
    }
  });

  test('a wild jump ahead does not open a hole of minutes', () => {
    const clock = microseconds();
    const before = clock.advance(0, 0) ?? Number.NaN;
    const after = clock.advance(1_200_000_000, 0.05) ?? Number.NaN;
    expect(after - before).toBeCloseTo(0.05, 6);
  });
});

test('a counter of nanoseconds since 2000 keeps better than a microsecond', () => {
  const clock = createCounterClock({ tick_s: 1e-9, bits: 0 });
  const stamp = 762_028_708.863 * 1e9;
  const first = clock.advance(stamp, 0) ?? Number.NaN;
  const second = clock.advance(stamp + 340_000_000, 0.3) ?? Number.NaN;
  expect(second - first).toBeCloseTo(0.34, 6);
});
