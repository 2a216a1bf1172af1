import { describe, expect, test } from 'vitest';
import type { Recording } from '../../../src/recording/samples.ts';
import { createRandom } from '../../../src/recording/synthetic/random.ts';
import { conditionRecording } from '../../../src/signal/condition-recording.ts';
import { anyMount, type Bar, barRecording, between, rad } from './bar.ts';

type Part = Pick<Bar, 'angle' | 'along' | 'up'>;
const W = 2 * Math.PI;

/** Twists of other hands than the generator's, at 2 s. */
const sine = (degrees: number, hz: number, seconds: number) => {
  const twisting = between(2, 2 + seconds);
  return (t: number): number => rad(degrees) * twisting(t) * Math.sin(W * hz * (t - 2));
};
const damped = (t: number): number =>
  t < 2 ? 0 : rad(60) * (1 - Math.exp((2 - t) / 0.05)) * Math.exp((2 - t) / 0.8) * Math.sin(W * 2 * (t - 2));

/** What the bar does meanwhile. */
const lying = (angle: Bar['angle']): Part => ({ angle });
const rollingOnTheFloor = (angle: Bar['angle']): Part => ({ angle, along: (t) => -0.225 * angle(t) });
const rollingInHooks = (angle: Bar['angle']): Part => ({ angle, along: (t) => -0.014 * angle(t) });
const onAPad = (angle: Bar['angle']): Part => ({
  angle,
  along: (t) => -0.07 * angle(t),
  up: (t) => 0.003 * angle(t),
});
const shaken = (angle: Bar['angle']): Part => ({
  angle,
  along: (t) => between(1.9, 5)(t) * (0.004 * Math.sin(7 * t) + 0.001 * Math.sin(17 * t + 1)),
  up: (t) => between(1.9, 5)(t) * (0.002 * Math.sin(9 * t) + 0.0003 * Math.sin(29 * t + 2)),
});
/** Held in the hands: it turns about the wrists, and trembles. */
const inTheHands = (angle: Bar['angle']): Part => ({
  angle,
  along: (t) => -0.07 * Math.sin(angle(t)),
  up: (t) => 0.07 * (Math.cos(angle(t)) - 1) + 0.0002 * Math.sin(W * 7 * t),
});

const leverOf = (recording: Recording) => conditionRecording(recording, null).lever;
const sensed = (part: Part, length_m: number, seed: number, more: Partial<Bar> = {}): Bar => {
  const random = createRandom(seed).fork('lever');
  const way = random.uniform(0, W);
  return {
    seconds: 7,
    ...part,
    lever: [length_m * Math.cos(way), length_m * Math.sin(way)],
    mount: anyMount(seed),
    offset_g: [random.normal(0.04), random.normal(0.04), random.normal(0.04)],
    noise_g: 0.002,
    random,
    ...more,
  };
};
/** How far a found lever is from the true one, m. */
function miss(bar: Bar): number {
  const lever = leverOf(barRecording(bar));
  const { mount = [] } = bar;
  const truth = [0, 1, 2].map(
    (r) => (mount[3 * r + 1] ?? 0) * bar.lever[0] + (mount[3 * r + 2] ?? 0) * bar.lever[1],
  );
  if (lever === null) return Number.POSITIVE_INFINITY;
  return Math.hypot(lever.x - (truth[0] ?? 0), lever.y - (truth[1] ?? 0), lever.z - (truth[2] ?? 0));
}

const TWISTS: readonly (readonly [string, Bar['angle']])[] = [
  ['20 degrees at 3 Hz', sine(20, 3, 2)],
  ['30 degrees at 2 Hz', sine(30, 2, 2.5)],
  ['45 degrees at 1.5 Hz', sine(45, 1.5, 3)],
  ['one that dies away', damped],
];
const BARS: readonly (readonly [string, (angle: Bar['angle']) => Part])[] = [
  ['lying still', lying],
  ['rolling in hooks', rollingInHooks],
  ['rolling on a pad', onAPad],
  ['shaken', shaken],
];

describe.each(BARS)('a bar %s', (_bar, moves) => {
  test.each(TWISTS)('twisted by %s tells a lever of 5 cm in any mounting', (_twist, angle) => {
    for (const seed of [1, 2, 3]) expect(miss(sensed(moves(angle), 0.05, seed))).toBeLessThan(0.008);
  });

  test.each(TWISTS)('twisted by %s tells none where there is none', (_twist, angle) => {
    for (const seed of [1, 2, 3]) expect(leverOf(barRecording(sensed(moves(angle), 0, seed)))).toBeNull();
  });
});

test('plates that roll over the floor with the bar are no lever', () => {
  for (const [, angle] of TWISTS.slice(0, 3)) {
    expect(miss(sensed(rollingOnTheFloor(angle), 0.05, 4))).toBeLessThan(0.005);
    expect(leverOf(barRecording(sensed(rollingOnTheFloor(angle), 0, 4)))).toBeNull();
  }
});

test.each([50, 100, 200])('the lever does not depend on the sampling rate: %i Hz', (rate_hz) => {
  const bar = sensed(lying(sine(30, 2.5, 2)), 0.05, 5, { rate_hz, noise_g: 0 });
  expect(miss(bar)).toBeLessThan(0.002);
});

describe('nothing is made up', () => {
  const nobody = (angle: Bar['angle'], part: Partial<Bar> = {}) =>
    leverOf(barRecording(sensed({ angle, ...part }, 0.05, 6, part)));

  test('without a twist: slow rolling, one turn to and fro', () => {
    expect(nobody(sine(30, 0.6, 4))).toBeNull();
    expect(nobody((t) => rad(40) * between(2, 2.6)(t))).toBeNull();
  });

  test('by a bar in the hands, which turns about the wrists', () => {
    for (const seed of [1, 2, 3])
      expect(leverOf(barRecording(sensed(inTheHands(sine(30, 2, 2.5)), 0, seed)))).toBeNull();
  });

  test('by quick reps whose bar turns with its height', () => {
    const angle = sine(17, 1.2, 4);
    const lifted: Part = { angle, up: (t) => (0.3 / rad(34)) * angle(t) };
    for (const seed of [1, 2, 3]) expect(leverOf(barRecording(sensed(lifted, 0.05, seed)))).toBeNull();
  });

  test('by a gyro that is cut off', () => {
    expect(nobody(sine(35, 3, 2), { gyro_range_dps: 250, mount: [1, 0, 0, 0, 1, 0, 0, 0, 1] })).toBeNull();
  });

  test('by a gap within the twist', () => {
    const whole = barRecording(sensed(lying(sine(30, 2, 1.6)), 0.05, 7));
    const kept = [...whole.t_s.keys()].filter((i) => Math.abs((whole.t_s[i] ?? 0) - 2.8) > 0.35);
    const triple = (values: Float64Array) =>
      Float64Array.from(kept.flatMap((i) => [...values.subarray(3 * i, 3 * i + 3)]));
    const gappy = {
      ...whole,
      t_s: Float64Array.from(kept.map((i) => whole.t_s[i] ?? 0)),
      accel_g: triple(whole.accel_g),
      gyro_dps: triple(whole.gyro_dps ?? new Float64Array(0)),
    };
    expect(leverOf(whole)).not.toBeNull();
    expect(leverOf(gappy)).toBeNull();
  });
});

test('the last twist counts: the clip may have been moved', () => {
  const first = barRecording(sensed(lying(sine(30, 2, 2)), 0.06, 8));
  const second = barRecording(sensed(lying(sine(30, 2, 2)), 0, 8));
  const glue = (a: Float64Array, b: Float64Array): Float64Array => Float64Array.of(...a, ...b);
  const joined = (a: Recording, b: Recording): Recording => ({
    ...a,
    t_s: glue(
      a.t_s,
      b.t_s.map((t) => t + 7),
    ),
    accel_g: glue(a.accel_g, b.accel_g),
    gyro_dps: glue(a.gyro_dps ?? new Float64Array(0), b.gyro_dps ?? new Float64Array(0)),
  });
  expect(leverOf(joined(first, second))).toBeNull();
  expect(leverOf(joined(second, first))?.length_m).toBeCloseTo(0.06, 2);
});

test('three axes tell no lever', () => {
  const recording = barRecording(sensed(lying(sine(30, 2, 2)), 0.05, 9));
  expect(leverOf({ ...recording, gyro_dps: null })).toBeNull();
});
