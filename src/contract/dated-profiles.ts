import type { ProfileStep } from '../training/line/profile-steps.ts';

/** A profile that is being measured today. */
export interface OpenProfile {
  readonly begun_epoch_ms: number;
  readonly steps: readonly ProfileStep[];
  /** Load of the step that comes next, kg; null: all are lifted. */
  readonly next_kg: number | null;
}
