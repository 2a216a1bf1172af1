import type { Goal, SetKind, Units } from '../../src/contract/setup.ts';
import type { LiftId, Reference, Side, Targets, VariationId } from '../../src/lifts/lift.ts';
import type { MountId } from '../../src/lifts/mount.ts';
import type { SensorCalibration } from '../../src/signal/calibration.ts';

/** What a set is labelled with, beside its samples: enough to analyse it again. */
export interface SetLabels {
  readonly athlete_id: number;
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly bench: string;
  readonly side: Side | null;
  /** What the sensor sat on; null where nobody said. */
  readonly mount: MountId | null;
  readonly kind: SetKind;
  readonly load_kg: number | null;
  readonly load_unit: Units | null;
  readonly goal: Goal;
  readonly targets: Targets;
  /** The reference its reps were judged against. */
  readonly reference: Reference | null;
  /** The sensor calibration its samples were corrected with. */
  readonly calibration: SensorCalibration | null;
  readonly set_end_s: number;
  /** null for a replayed file or the simulator. */
  readonly sensor_id: string | null;
  readonly sensor_name: string;
  /** From the simulator: never counted among an athlete's real sets. */
  readonly simulated: boolean;
  /** Read or played back from a recording, not lifted here and now. */
  readonly replayed: boolean;
  /** It moves trends, lines, ranges and bests; a replayed set does only once somebody has said so. */
  readonly accepted: boolean;
}

/** What stood where an edit wrote. */
export interface ReplacedByEdit {
  readonly labels: Partial<SetLabels>;
  readonly note?: string;
  readonly started_epoch_ms?: number;
}
