import type { Reference } from '../../lifts/lift.ts';
import { median } from '../definition/median.ts';
import type { Rep, RepSteadiness } from '../rep.ts';

/** ROMs of one earlier set of the same athlete, lift, variation and set-up. */
export interface TaughtBy {
  readonly reps: readonly { readonly rom_m: number; readonly rom_sigma_m: number }[];
}

/** So many of an earlier set's reps teach the range, its best: the others may be half reps. */
const BEST = 3;
/** A range is learned from no fewer earlier sets than this: one may have been cut short as a whole. */
const LEAST_SETS = 2;
/** A set with fewer reps than this teaches nothing (chosen here: one rep says nothing of how alike they are). */
const LEAST_REPS = 2;
/** Least reps of a calibration set: three are asked for, and one of them may not be measured. */
const CALIBRATION_REPS = 2;
/** Variance of a median in units of that of a mean: pi / 2 for many normal values. */
const MEDIAN_VARIANCE = Math.PI / 2;
/** No range is known better than this, m (chosen here: people do not move alike twice). */
const FLOOR_M = 0.005;

/**
 * A range learned from training: the median of the best three reps of each earlier set, and of those the
 * median; null before two sets have taught one. Half-repped sets pull it down less than a mean would.
 */
export function learnReference(earlier: readonly TaughtBy[]): Reference | null {
  const teaching = earlier.filter((set) => set.reps.length >= LEAST_REPS);
  if (teaching.length < LEAST_SETS) return null;
  const best = teaching.flatMap((set) => [...set.reps].sort((a, b) => b.rom_m - a.rom_m).slice(0, BEST));
  const middle = medianWithSigma(best);
  return {
    rom_m: middle.value,
    rom_sigma_m: middle.sigma,
    lockout_height_m: null,
    lockout_height_sigma_m: null,
    steadiness: null,
    origin: 'learned',
  };
}

/**
 * The reference of a calibration set, with how steady its reps were (`Analysis.steadiness`): medians of its reps;
 * null when fewer than two could be measured.
 */
export function calibrationReference(
  reps: readonly Rep[],
  steadiness: readonly RepSteadiness[] = [],
): Reference | null {
  const ranges = reps.flatMap((rep) =>
    rep.rom_m === null || rep.quality === 'unusable'
      ? []
      : [{ rom_m: rep.rom_m, rom_sigma_m: rep.rom_repeat_sigma_m ?? 0 }],
  );
  if (ranges.length < CALIBRATION_REPS) return null;
  const middle = medianWithSigma(ranges);
  return {
    rom_m: middle.value,
    rom_sigma_m: middle.sigma,
    lockout_height_m: middle.value,
    lockout_height_sigma_m: middle.sigma,
    steadiness: usualSteadiness(steadiness),
    origin: 'calibration',
  };
}

/** null unless both numbers are known: half a steadiness is not stored. */
function usualSteadiness(reps: readonly RepSteadiness[]): Reference['steadiness'] {
  const tilts = reps.flatMap((rep) => rep.tilt_deg ?? []);
  const sways = reps.flatMap((rep) => rep.sway_m ?? []);
  if (Math.min(tilts.length, sways.length) < CALIBRATION_REPS) return null;
  return { tilt_deg: median(tilts), sway_m: median(sways) };
}

function medianWithSigma(reps: readonly { readonly rom_m: number; readonly rom_sigma_m: number }[]): {
  value: number;
  sigma: number;
} {
  const value = median(reps.map((rep) => rep.rom_m));
  const spread2 = reps.reduce((sum, rep) => sum + (rep.rom_m - value) ** 2, 0) / Math.max(1, reps.length - 1);
  const stated2 = reps.reduce((sum, rep) => sum + rep.rom_sigma_m ** 2, 0) / reps.length;
  // spread and stated uncertainty describe the same errors: the larger counts, not the sum
  const variance = (MEDIAN_VARIANCE * Math.max(spread2, stated2)) / reps.length;
  return { value, sigma: Math.hypot(Math.sqrt(variance), FLOOR_M) };
}
