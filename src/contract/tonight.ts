import type { Athlete, LiftId } from './setup.ts';

/** One of tonight's group, in the order in which they take turns. */
export interface TonightEntry {
  readonly athlete: Athlete;
  /** N brings them to the station. */
  readonly next: boolean;
  /** Their next turn passes to whoever comes after; the place is kept. */
  readonly skips: boolean;
  /** What they do; null: nobody has chosen anything yet. */
  readonly lift: LiftId | null;
  readonly load_kg: number | null;
  /** On the station's steady clock; null: no set yet. */
  readonly resting_since_epoch_ms: number | null;
  readonly rest_target_s: number | null;
}
