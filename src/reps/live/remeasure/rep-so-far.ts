import type { Turn } from '../../measure/turning.ts';
import type { RepAttempt } from '../rises/rep-attempt.ts';

/** What the live path knows of a rep besides its samples. */
export interface RepSoFar {
  readonly index: number;
  readonly attempt: RepAttempt;
  /** Samples up to here belong to it, s. */
  readonly until_s: number;
  /** Start of the next concentric, s; null while unknown. */
  readonly next_start_s: number | null;
  /** The sensor's error in its own axes, as believed. */
  readonly error_mps2: readonly [number, number, number];
  /** Acceleration the filter does not know, m/s2/sqrt(Hz). */
  readonly density: number;
  readonly reasons: readonly string[];
  /** How the sensor turned in the reps before it. */
  readonly turns: readonly Turn[];
  /** The rep began from the floor. */
  readonly known_bottom: boolean;
  /** Mean velocity and range usual in this set; null while there are none. */
  readonly usual: { readonly mcv_mps: number; readonly rom_m: number } | null;
}
