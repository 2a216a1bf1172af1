import type { LiftId, Targets } from '../../src/lifts/lift.ts';
import type { Truth } from '../../src/recording/synthetic/true-rep.ts';
import type { SetContext } from '../../src/reps/rep.ts';

/** Verdict numbers of docs/definitions.md, written out so that a change of a default cannot move the ladder. */
const TARGETS: Targets = {
  hold_s: 1,
  eccentric_s: 1,
  dropped_mps: 1,
  full_ratio: 0.85,
  partial_ratio: 0.7,
  constant_tension: false,
  hover_m: 0.05,
};

/** An athlete's range is known to about this from a calibration set, m. */
const REFERENCE_SIGMA_M = 0.008;

export function contextFor(lift: LiftId, truth: Truth | null): SetContext {
  return {
    lift,
    variation: 'barbell',
    load_kg: null,
    targets: TARGETS,
    reference:
      truth === null
        ? null
        : {
            rom_m: truth.reference_rom_m,
            rom_sigma_m: REFERENCE_SIGMA_M,
            lockout_height_m: truth.reference_rom_m,
            lockout_height_sigma_m: REFERENCE_SIGMA_M,
            steadiness: null,
            origin: 'simulated',
          },
    calibration: null,
    set_end_s: 8,
  };
}
