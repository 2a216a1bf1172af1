import type { LiftId, VariationId } from '../../lifts/lift.ts';
import type { Carrier } from './carrier.ts';
import type { Delivery } from './delivery.ts';
import type { BottomStyle } from './performance.ts';
import type { Scene } from './scenes.ts';
import type { SensorModel } from './sensor-model.ts';

/** A set to be simulated. What is left out is drawn from the lift's own ranges by the seed. */
export interface SetSpec {
  readonly seed: number;
  readonly lift?: LiftId;
  readonly variation?: VariationId;
  readonly reps?: number;
  /** The athlete's full range, m. */
  readonly rom_m?: number;
  /** Mean concentric velocity of the first rep, m/s. */
  readonly mcv_mps?: number;
  /** Share of velocity lost from the first rep to the last. */
  readonly fatigue?: number;
  /** Hold at the top for every rep, or rep by rep (the last one repeats), s. */
  readonly hold_s?: number | readonly number[];
  /** Of every rep, or rep by rep (the last one repeats), s. */
  readonly lowering_s?: number | readonly number[];
  /** Every rise takes so long, at a steady pace, s: a prescribed tempo takes the place of the velocity. */
  readonly raise_s?: number;
  /** Stay at the bottom, s. */
  readonly bottom_s?: number;
  readonly bottom?: BottomStyle;
  /** 1-based reps that are different. */
  readonly half_reps?: readonly number[];
  /** Neither full nor half. */
  readonly short_reps?: readonly number[];
  /** The end of the range the half reps are done at; in the lower half of a concentric-first lift when left out. */
  readonly half_at?: 'bottom' | 'top';
  /** Pulses at lockout rep by rep, each so deep, m. */
  readonly pulses_m?: readonly (readonly number[])[];
  readonly dropped_reps?: readonly number[];
  readonly over_extended_reps?: readonly number[];
  readonly floor_rest_reps?: readonly number[];
  /** Attempts that fail, made after the last rep. */
  readonly failed_attempts?: number;
  /** Turn of the bar over one range, degrees. */
  readonly roll_deg?: number;
  /** Sensor's distance from the middle of the bar, m: so far a bar that tips lifts it. A hand turns it about itself: 0. */
  readonly along_m?: number;
  /** Sensor's distance from the bar's axis, m. */
  readonly lever_m?: number;
  /** What carries the sensor where it is not the bar; it brings its own distance from the axis. */
  readonly carrier?: Carrier;
  /** Spread of the full reps' range within the set, one sigma, m. */
  readonly rom_spread_m?: number;
  /** What happens before and after; the lift's own habit when left out. */
  readonly before?: readonly Scene[];
  readonly after?: readonly Scene[];
  readonly sensor?: SensorModel;
  readonly delivery?: Delivery;
}
