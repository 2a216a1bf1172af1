import type { Random } from '../../src/recording/synthetic/random.ts';
import type { Scene } from '../../src/recording/synthetic/scenes.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';

const still = (duration_s: number): Scene => ({ kind: 'still', duration_s });

/** A real set with everything that happens around one. */
export function busyGym(random: Random): Partial<SetSpec> {
  return {
    before: [
      still(2),
      { kind: 'load-plates', plates: random.integer(1, 4) },
      { kind: 'roll-floor', distance_m: random.uniform(0.3, 0.8) },
      { kind: 'settle-in', duration_s: random.uniform(2, 5) },
      still(random.uniform(1, 2)),
    ],
    after: [
      still(random.uniform(2, 4)),
      { kind: 'roll-floor', distance_m: -random.uniform(0.3, 0.8) },
      { kind: 'load-plates', plates: random.integer(1, 3) },
      { kind: 'thump', count: 2 },
      still(2),
    ],
  };
}

/** The bar moves, or stands ten minutes, and nobody lifts: four kinds by seed. */
export function nothingLifted(random: Random): Partial<SetSpec> {
  const base: Partial<SetSpec> = { reps: 0, sensor: UNCALIBRATED_SENSOR, after: [still(3)] };
  switch (random.integer(0, 3)) {
    case 0:
      return {
        ...base,
        lift: random.pick(['squat', 'bench-press']),
        before: [still(3), { kind: 'unrack' }, { kind: 'rerack' }, still(5)],
      };
    case 1:
      return {
        ...base,
        before: [
          still(3),
          { kind: 'pick-up', height_m: random.uniform(0.6, 0.85) },
          { kind: 'walk', distance_m: random.uniform(3, 8) },
          { kind: 'put-down' },
          still(3),
        ],
      };
    case 2:
      return {
        ...base,
        before: [
          still(2),
          { kind: 'load-plates', plates: random.integer(3, 8) },
          { kind: 'roll-floor', distance_m: random.uniform(0.5, 1.5) },
          { kind: 'settle-in', duration_s: random.uniform(4, 12) },
        ],
      };
    default:
      return { ...base, before: [still(300), { kind: 'thump', count: random.integer(1, 8) }, still(280)] };
  }
}

/** The sensor is taken off after the set, carried about and put down; in some sets somebody carries it there before. */
export function takenOff(random: Random): Partial<SetSpec> {
  const lift = random.pick(['hip-thrust', 'squat', 'bench-press', 'deadlift'] as const);
  const racked = lift === 'squat' || lift === 'bench-press';
  return {
    lift,
    reps: random.integer(3, 8),
    sensor: UNCALIBRATED_SENSOR,
    along_m: 0,
    after: [
      ...(racked ? [{ kind: 'rerack' } as const] : []),
      still(random.uniform(0.5, 4)),
      { kind: 'in-hand', walked_s: random.uniform(6, 15) },
    ],
  };
}

/** A sensor that is carried about and never clipped on. */
export function onlyCarried(random: Random): Partial<SetSpec> {
  return {
    lift: random.pick(['hip-thrust', 'squat', 'bench-press', 'deadlift']),
    reps: 0,
    sensor: UNCALIBRATED_SENSOR,
    along_m: 0,
    before: [still(random.uniform(1, 3)), { kind: 'in-hand', walked_s: random.uniform(10, 30) }],
    after: [still(1)],
  };
}

const ANY_LIFT = [
  'hip-thrust',
  'squat',
  'deadlift',
  'romanian-deadlift',
  'bench-press',
  'overhead-press',
  'row',
] as const;

/** As `takenOff`, in every lift, with hands of every kind; in some sets the sensor is carried to the bar before too. */
export function walkedOff(random: Random): Partial<SetSpec> {
  const lift = random.pick(ANY_LIFT);
  const habit = habitOf(lift);
  const walk = (): Scene => ({ kind: 'walked-with', walked_s: random.uniform(8, 30) });
  const before = random.chance(0.3) ? [walk(), still(random.uniform(2, 5))] : [];
  return {
    lift,
    reps: random.integer(3, 8),
    sensor: { ...UNCALIBRATED_SENSOR, rate_hz: random.pick([50, 100, 200]) },
    along_m: 0,
    before: [still(random.uniform(2, 4)), ...before, ...habit.before],
    after: [...habit.after, still(random.uniform(0.5, 4)), walk()],
  };
}

/** How a lift gets to its first rep from where the bar lies, and back after the last. */
function habitOf(lift: (typeof ANY_LIFT)[number]): { before: readonly Scene[]; after: readonly Scene[] } {
  if (lift === 'squat' || lift === 'bench-press' || lift === 'overhead-press')
    return { before: [{ kind: 'unrack' }], after: [{ kind: 'rerack' }] };
  if (lift === 'row' || lift === 'romanian-deadlift')
    return { before: [{ kind: 'pick-up' }], after: [{ kind: 'put-down' }] };
  return { before: [{ kind: 'settle-in', duration_s: 1.5 }, still(1)], after: [] };
}

/** A sensor that is carried about and never clipped on, as in `walkedOff`. */
export function onlyWalked(random: Random): Partial<SetSpec> {
  return {
    lift: random.pick(ANY_LIFT),
    reps: 0,
    sensor: { ...UNCALIBRATED_SENSOR, rate_hz: random.pick([50, 100, 200]) },
    along_m: 0,
    before: [still(random.uniform(1, 3)), { kind: 'walked-with', walked_s: random.uniform(8, 30) }],
    after: [still(1)],
  };
}

/** Somebody strikes the resting bar, softly or hard, before and after a set. */
export function struck(random: Random): Partial<SetSpec> {
  const blows = (): Scene => ({
    kind: 'strike',
    count: random.integer(1, 6),
    speed_mps: random.pick([0.03, 0.1, 0.3]),
  });
  return {
    lift: random.pick(['hip-thrust', 'squat', 'bench-press', 'deadlift']),
    sensor: UNCALIBRATED_SENSOR,
    before: [still(random.uniform(1, 3)), blows(), still(random.uniform(1, 3))],
    after: [still(2), blows(), still(3)],
  };
}

/** The bar is rolled over the thighs into the hips before the first rep. */
export function rolledUp(random: Random): Partial<SetSpec> {
  return {
    sensor: UNCALIBRATED_SENSOR,
    before: [
      still(random.uniform(1, 3)),
      { kind: 'thigh-roll', height_m: random.uniform(0.05, 0.1) },
      { kind: 'settle-in', duration_s: random.uniform(1, 2) },
    ],
  };
}

/** The coach twists the bar quickly back and forth, then the lifter gets under it. */
export function twistedBefore(random: Random): Partial<SetSpec> {
  return {
    before: [
      still(random.uniform(1.5, 3)),
      { kind: 'twist', swings: random.integer(3, 5) },
      still(random.uniform(0.5, 2)),
      { kind: 'settle-in', duration_s: random.uniform(1, 3) },
      still(random.uniform(0.8, 1.8)),
    ],
  };
}
