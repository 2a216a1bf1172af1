import type { Rep } from '../../../src/reps/rep.ts';

/** Slow full reps asked for: chosen here as the fewest that have a median and show one that was not full. */
export const WANTED_REPS = 3;
/** Spread of range above which one of the reps was not full, %; chosen here above the 3-6 % seen within real sets. */
export const SPREAD_PCT = 10;

/** Least range beside the largest. */
export function rangeSpread_pct(reps: readonly Rep[]): number {
  const roms = reps.flatMap((rep) => (rep.rom_m === null ? [] : [rep.rom_m]));
  const largest = Math.max(...roms);
  return ((largest - Math.min(...roms)) / largest) * 100;
}
