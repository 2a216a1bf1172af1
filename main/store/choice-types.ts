import type { Result } from '../../src/contract/result.ts';
import type { Goal, Units } from '../../src/contract/setup.ts';
import type { LiftId, Side, Targets, VariationId } from '../../src/lifts/lift.ts';
import type { MountId } from '../../src/lifts/mount.ts';

/** What of a lift's targets a coach chooses for an athlete; the rest comes from the catalogue. */
type ChosenTargets = Pick<Targets, 'hold_s' | 'eccentric_s' | 'constant_tension'>;

/** What an athlete lifts, with what and for what, as it was chosen last. */
export interface AthleteChoice {
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly bench: string;
  readonly side: Side | null;
  /** What the sensor sits on; null while nobody said. */
  readonly mount: MountId | null;
  readonly load_kg: number | null;
  readonly load_unit: Units | null;
  readonly goal: Goal;
  readonly targets: ChosenTargets;
}

/** What was chosen after an athlete's last set, else the labels of that set; null when there is neither. */
export interface ChoiceStore {
  /** Of any lift. */
  last(athlete_id: number): AthleteChoice | null;
  of(athlete_id: number, lift: LiftId, variation: VariationId): AthleteChoice | null;
  put(athlete_id: number, choice: AthleteChoice): Result<null>;
}
