import type { LiftId } from '../../lifts/lift.ts';

/** What two good instruments on one bar differ by, 1-sigma, beyond what each knows of its own errors. */
interface InstrumentDifference {
  /** Of a mean velocity, m/s. */
  readonly mcv_mps: number;
  /** Of a range, as a share of it. */
  readonly rom_share: number;
}

/**
 * Share of a range by which an inertial sensor and a linear encoder differ, 1-sigma: 5 to 8 % in every lift of 32 recorded
 * sets. Part of it is the encoder's cable, which does not hang straight, part the wrist or collar the sensor rides on.
 */
const ROM_SHARE = 0.055;

/**
 * By lift, chosen on 32 sets recorded beside a linear encoder (`npm run accuracy -- --encoder`): bias and scatter together,
 * less 0.02 m/s of the encoder's own. Lifts without such a recording have the pooled value.
 */
const POOLED_MPS = 0.025;
const MCV_MPS: Readonly<Partial<Record<LiftId, number>>> = {
  row: 0.018,
  squat: 0.018,
  'bench-press': 0.0225,
  deadlift: 0.025,
  // the only lift with a clear bias: +0.06 m/s with a scatter of 0.017
  'romanian-deadlift': 0.034,
};

function differenceOf(lift: LiftId): InstrumentDifference {
  return { mcv_mps: MCV_MPS[lift] ?? POOLED_MPS, rom_share: ROM_SHARE };
}

/**
 * Sigma of a mean velocity, m/s, and of a range, m, against what a good instrument on the same bar would read. `repeat` is
 * the part that differs from rep to rep: it judges a rep against the athlete's own range from the same set-up, where what
 * two instruments differ by cancels out. `scale_share`: by which the sensor's scale may be off, as it is in every rep; `place`: what not
 * knowing where the sensor sits adds.
 */
export function againstInstrument(
  lift: LiftId,
  measured: { readonly mcv_mps: number; readonly rom_m: number },
  repeat: { readonly mcv_mps: number; readonly rom_m: number },
  scale_share: number,
  place: { readonly mcv_mps: number; readonly rom_m: number },
): { readonly mcv_mps: number; readonly rom_m: number } {
  const difference = differenceOf(lift);
  return {
    mcv_mps: Math.hypot(repeat.mcv_mps, difference.mcv_mps, scale_share * measured.mcv_mps, place.mcv_mps),
    rom_m: Math.hypot(
      repeat.rom_m,
      difference.rom_share * measured.rom_m,
      scale_share * measured.rom_m,
      place.rom_m,
    ),
  };
}
