import type { LiftId } from '../../src/lifts/lift.ts';
import type { MountId } from '../../src/lifts/mount.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { createRandom, type Random } from '../../src/recording/synthetic/random.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import type { Truth } from '../../src/recording/synthetic/true-rep.ts';

/** What a rung has to reach (docs/measurement.md); undefined where no target is set. */
export interface Goal {
  readonly mcv_rmse_mps?: number;
  readonly rom_mae_m?: number;
  readonly hold_mae_s?: number;
  readonly exact_share?: number;
  /**
   * Share of reps silently wrong, where that is asked instead of sigmas that hold: of a sensor off the bar they are mostly of
   * its place, which is the same in every rep.
   */
  readonly silent_share?: number;
}

/** One condition of the ladder: a seed becomes a set. */
export interface Rung {
  readonly name: string;
  readonly says: string;
  readonly goal?: Goal;
  make(seed: number): MadeSet;
}

/** What a rung hands to both paths, and what is true of it. */
export interface MadeSet {
  readonly lift: LiftId;
  readonly recording: Recording;
  readonly truth: Truth;
  /** Noise-free height on the grid of the truth. */
  readonly height_m: Float64Array;
  /** Nobody has measured this athlete's range yet. */
  readonly unknownRange?: boolean;
  /** What the sensor is said to sit on; left out where nobody says. */
  readonly mount?: MountId;
}

export type Draw = (random: Random) => Partial<SetSpec>;

export function rung(name: string, says: string, draw: Draw, goal?: Goal, mount?: MountId): Rung {
  return {
    name,
    says,
    ...(goal === undefined ? {} : { goal }),
    make: (seed) => {
      const spec: SetSpec = { seed, ...draw(createRandom(seed).fork('rung')) };
      const { recording, truth, felt } = simulatedSet(spec);
      const made = { lift: spec.lift ?? 'hip-thrust', recording, truth, height_m: felt.height_m };
      return mount === undefined ? made : { ...made, mount };
    },
  };
}
