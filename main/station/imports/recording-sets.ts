import { DEFAULT_SETTINGS } from '../../../src/contract/settings.ts';
import { variationOf } from '../../../src/lifts/catalogue.ts';
import type { NamedLift } from '../../../src/lifts/exercise-name.ts';
import type { MountId } from '../../../src/lifts/mount.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import type { Analysis, SetContext } from '../../../src/reps/rep.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import { plainLine } from '../../../src/words/plain-text.ts';
import { packRecording } from '../../store/index.ts';
import type { NewSet, RecordingBlob, SetLabels, Store } from '../../store/types.ts';
import { findReference } from '../desk/references.ts';
import { analyzeParts, type RecordedSet } from './analyze-parts.ts';

export interface RecordingLabels {
  readonly athlete_id: number;
  readonly lift: NamedLift;
  /** What the sensor sat on; left out where nobody said. */
  readonly mount?: MountId | null;
  readonly load_kg: number | null;
  readonly started_epoch_ms: number;
  readonly name: string;
  /** Its sets move trends from the start. */
  readonly accepted?: boolean | undefined;
}

/** As what the sets of a recording made elsewhere are analysed: as if they had been lifted here. */
export function labelsOfRecording(
  store: Store,
  { athlete_id, lift, mount = null, load_kg, started_epoch_ms, name, accepted = false }: RecordingLabels,
): SetLabels {
  return {
    athlete_id,
    ...lift,
    bench: '',
    side: null,
    mount,
    kind: 'work',
    load_kg,
    load_unit: null,
    goal: { preset: 'custom', reps: null, velocity_loss_pct: null, velocity_mps: null, power_w: null },
    targets: variationOf(lift.lift, lift.variation).targets,
    reference: findReference(
      store,
      { athlete_id, ...lift, bench: '', side: null },
      { simulated: false, before_epoch_ms: started_epoch_ms },
    ),
    calibration: null,
    set_end_s: DEFAULT_SETTINGS.set_end_s,
    sensor_id: null,
    sensor_name: plainLine(name),
    simulated: false,
    replayed: true,
    accepted,
  };
}

/** A set of a recording, packed as it is stored. */
export type SetToStore = RecordedSet & { readonly packed: RecordingBlob };

export function partsOfRecording(
  recording: Recording,
  context: SetContext,
  tell?: (done: number, of: number) => void,
): SetToStore[] {
  const analyze = (part: Recording): Analysis => analyzeSet(part, context);
  const several = analyzeParts(recording, analyze, tell);
  const parts = several.length > 1 ? several : [{ start_s: 0, recording, analysis: analyze(recording) }];
  return parts.map((part) => ({ ...part, packed: packRecording(part.recording) }));
}

export const setsFrom = (
  parts: readonly SetToStore[],
  labels: SetLabels,
  started_epoch_ms: number,
): readonly NewSet[] =>
  parts.map(({ start_s, recording, analysis, packed }) => ({
    labels,
    started_epoch_ms: Math.round(started_epoch_ms + start_s * 1000),
    analysis,
    recording,
    packed,
    interrupted: false,
    live_reps: null,
    note: '',
    deleted_reps: [],
  }));
