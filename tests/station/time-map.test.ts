import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTimeMap } from '../../main/station/set/time-map.ts';
import { createVirtualClock } from './virtual-clock.ts';

test('the least delay seen is the one believed, whatever the bursts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 240 }), { minLength: 30, maxLength: 120 }), (delays) => {
      const clock = createVirtualClock(0);
      const map = createTimeMap(clock, 1);
      const least = Math.min(...delays);
      delays.forEach((delay, i) => {
        const sample_ms = i * 30;
        const arrival_ms = Math.max(clock.now_epoch_ms(), sample_ms + delay);
        clock.advance(arrival_ms - clock.now_epoch_ms());
        map.observe(sample_ms / 1000);
      });
      const seen = (map.toEpoch(0) ?? Number.NaN) - 0;
      expect(seen).toBeGreaterThanOrEqual(least);
      // arrivals keep their order, so a later sample can only be held up by an earlier one
      expect(seen).toBeLessThanOrEqual(240);
    }),
  );
});

test('a delay that changes for good is followed within two windows', () => {
  const clock = createVirtualClock(0);
  const map = createTimeMap(clock, 1);
  const run = (seconds: number, delay_ms: number): void => {
    for (let i = 0; i < seconds * 20; i++) {
      clock.advance(50);
      map.observe((clock.now_epoch_ms() - delay_ms) / 1000);
    }
  };
  run(30, 20);
  expect(map.toEpoch(10)).toBe(10_020);
  run(30, 80);
  expect(map.toEpoch(50)).toBe(50_080);
});

test('nothing is known before the first sample', () => {
  const map = createTimeMap(createVirtualClock(), 1);
  expect(map.toEpoch(1)).toBeNull();
});
