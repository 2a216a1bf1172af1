import type { ProfileSubject } from '../../src/contract/profile.ts';
import type { GoalPreset } from '../../src/contract/setup.ts';
import type { LiftId, Side, VariationId } from '../../src/lifts/lift.ts';
import type { LiftedSet } from '../../src/training/lifted.ts';
import type { HardSet } from '../../src/training/volume.ts';

export interface HistoryQuery {
  readonly athlete_id: number;
  readonly lift: LiftId;
  readonly variation?: VariationId | undefined;
  readonly side?: Side | null | undefined;
  readonly since_epoch_ms?: number | undefined;
  /** The moment after the last. */
  readonly until_epoch_ms?: number | undefined;
}

export type VolumeQuery = Pick<HistoryQuery, 'athlete_id' | 'since_epoch_ms' | 'until_epoch_ms'>;

/** One lift, variation and side: their speeds are different things. */
export interface TrainingQuery extends Pick<HistoryQuery, 'athlete_id' | 'lift'> {
  readonly variation: VariationId;
  readonly side: Side | null;
}

/** `load_kg` null: without a load. */
export interface AtLoadQuery extends TrainingQuery {
  readonly load_kg: number | null;
  readonly simulated: boolean;
}

/** What a profile is made of, as of `now`. */
export interface TrainingRecord {
  readonly now_epoch_ms: number;
  /** ISO week of now. */
  readonly week: string;
  /** Of half a year, oldest first. */
  readonly sets: readonly LiftedSet[];
  /** Session of today; null when there is none. */
  readonly today: number | null;
  /** What the last set was for. */
  readonly preset: GoalPreset | null;
  /** Work sets of all lifts, of the last fourteen days. */
  readonly hard: readonly HardSet[];
  readonly subjects: readonly ProfileSubject[];
}
