import type { TrainingProfile } from '../training/profile.ts';
import type { MuscleWeek } from '../training/volume.ts';
import type { Athlete, LiftId, Side, VariationId } from './setup.ts';

/** What of an athlete a profile can be of. */
export interface ProfileSubject {
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly side: Side | null;
}

/** One athlete's profile of a lift, variation and side. */
export interface AthleteProfile extends ProfileSubject {
  readonly athlete: Athlete;
  /** All there are sets of, the latest first. */
  readonly subjects: readonly ProfileSubject[];
  readonly training: TrainingProfile;
  /** Work sets of this week, of all lifts. */
  readonly muscles: readonly MuscleWeek[];
  /** Until when coaches would leave this lift alone after its last session, ms since epoch; null when that is over. */
  readonly rest_until_epoch_ms: number | null;
}
