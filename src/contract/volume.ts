import type { MuscleWeek } from '../training/volume.ts';

/** What one athlete lifted in a week, all lifts together; weeks without training are listed with nothing. */
export interface VolumeWeek {
  /** Its Monday, ms since epoch. */
  readonly monday_epoch_ms: number;
  readonly sets: number;
  readonly tonnage_kg: number;
  readonly muscles: readonly MuscleWeek[];
}

export interface VolumeReport {
  /** From the first week with training in the period to the last, or to this week where the period has no end. */
  readonly weeks: readonly VolumeWeek[];
  /** Sessions of the period. */
  readonly sessions: number;
}
