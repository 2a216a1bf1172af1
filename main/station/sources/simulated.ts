import type { Argument } from '../../../src/contract/requests.ts';
import type { LiftId, VariationId } from '../../../src/lifts/lift.ts';
import type { MotionSpec } from '../../../src/recording/synthetic/stream.ts';
import { createSimulatedMotion } from '../../../src/recording/synthetic/stream.ts';
import type { StationClock } from '../clock.ts';
import { createPacedSource, type PacedSource } from './pace.ts';

export type Scenario = NonNullable<Argument<'pair:simulate'>['scenario']>;

export interface SimulatedLifter {
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly reps: number;
  readonly seed: number;
  readonly scenario: Scenario;
  readonly speed: number;
}

/** Long enough to press a key or two before the first rep, s. */
const FIRST_REST_S = 6;
/** Between sets: the rest timer is worth looking at, and nobody has to wait long for another set, s. */
const REST_S = 30;
/** A steady lifter who does what is asked; scenarios change what they are about. */
const GOOD: MotionSpec = {
  mcv_mps: 0.6,
  fatigue: 0.16,
  hold_s: 1.4,
  lowering_s: 1.5,
  rom_spread_m: 0.004,
  first_rest_s: FIRST_REST_S,
  rest_s: REST_S,
};

const every = (reps: number, step: number, first = step): number[] =>
  Array.from({ length: reps }, (_, i) => i + 1).filter(
    (index) => (index - first) % step === 0 && index >= first,
  );

/** What each named behaviour changes. */
function scenarioSpec(scenario: Scenario, reps: number): MotionSpec {
  switch (scenario) {
    case 'good':
      return GOOD;
    case 'half-reps':
      return { ...GOOD, half_reps: every(reps, 3) };
    case 'missed-holds':
      return { ...GOOD, hold_s: every(reps, 1).map((index) => (index % 2 === 0 ? 0.4 : 1.4)) };
    case 'dropped':
      return { ...GOOD, dropped_reps: every(reps, 4) };
    case 'constant-tension':
      return { ...GOOD, bottom: 'hover', bottom_s: 0.3, floor_rest_reps: every(reps, 4, 3) };
    case 'over-extended':
      return { ...GOOD, over_extended_reps: every(reps, 4, 3) };
    case 'grind':
      return { ...GOOD, mcv_mps: 0.3, fatigue: 0.35, hold_s: 0.8, failed_attempts: 1 };
  }
}

export interface SimulatedSource {
  readonly source: PacedSource;
  /** The simulated lifter's own full range, m. */
  readonly reference_rom_m: number;
}

/** The simulator as a source: seeded, paced by the clock, sets without end. */
export function createSimulated(clock: StationClock, name: string, lifter: SimulatedLifter): SimulatedSource {
  const { lift, variation, reps, seed, scenario, speed } = lifter;
  const spec = { ...scenarioSpec(scenario, reps), lift, variation, reps };
  const motion = createSimulatedMotion(seed, spec);
  const source = createPacedSource(clock, { kind: 'simulated', name, sensor: motion.sensor }, speed, () => {
    const { at_s, batch } = motion.next();
    return { due_s: at_s, batch };
  });
  return { source, reference_rom_m: motion.reference_rom_m };
}

/** The seed of the simulated lifter everybody meets first. */
export const DEFAULT_SEED = 1;

/** One set in which every verdict comes once: two good reps, a missed hold, a short and a half one, a dropped, a fast and a high one, and an attempt that fails. */
const EVERY_VERDICT: MotionSpec = {
  ...GOOD,
  reps: 8,
  hold_s: [1.4, 1.3, 0.4, 1.2, 0.8, 1.3, 1.2, 1.3],
  lowering_s: [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 0.5, 1.5],
  short_reps: [4],
  half_reps: [5],
  dropped_reps: [6],
  over_extended_reps: [8],
  failed_attempts: 1,
};
/** The bar rests this long after that set, s: by default a set ends after 8. */
const REST_AFTER_S = 12;

/** That set, once; `onEnd` when it is over. */
export function createDemonstration(clock: StationClock, name: string, onEnd: () => void): SimulatedSource {
  const motion = createSimulatedMotion(DEFAULT_SEED, EVERY_VERDICT);
  const reps = EVERY_VERDICT.reps ?? 0;
  let until_s = Infinity;
  const source = createPacedSource(clock, { kind: 'simulated', name, sensor: motion.sensor }, 1, () => {
    const { at_s, batch } = motion.next();
    // the rest before a second set is the rest after the first
    if (motion.told.length > reps) until_s = Math.min(until_s, at_s + REST_AFTER_S);
    if (at_s < until_s) return { due_s: at_s, batch };
    onEnd();
    return null;
  });
  return { source, reference_rom_m: motion.reference_rom_m };
}

/** That lifter's full range at the barbell hip thrust, m. */
export const simulatedRom_m = (): number => createSimulatedMotion(DEFAULT_SEED, GOOD).reference_rom_m;
