import { DEFAULT_SETTINGS } from '../../../src/contract/settings.ts';
import { variationOf } from '../../../src/lifts/catalogue.ts';
import type { NamedLift } from '../../../src/lifts/exercise-name.ts';
import type { MountId } from '../../../src/lifts/mount.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import type { Analysis } from '../../../src/reps/rep.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import { plainLine } from '../../../src/words/plain-text.ts';
import type { NewSet, SetLabels, Store } from '../../store/types.ts';
import { findReference } from '../desk/references.ts';
import { contextOfLabels } from '../stored/labels.ts';
import { analyzeParts, type RecordedSet } from './analyze-parts.ts';

export interface RecordingLabels {
  readonly athlete_id: number;
  readonly lift: NamedLift;
  /** What the sensor sat on; left out where nobody said. */
  readonly mount?: MountId | null;
  readonly load_kg: number | null;
  readonly started_epoch_ms: number;
  readonly name: string;
}

/** The sets of a recording made elsewhere, analysed as if they had been lifted here. */
export function setsOfRecording(
  store: Store,
  recording: Recording,
  { athlete_id, lift, mount = null, load_kg, started_epoch_ms, name }: RecordingLabels,
): { readonly parts: readonly RecordedSet[]; readonly sets: readonly NewSet[] } {
  const labels: SetLabels = {
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
  };
  const analyze = (part: Recording): Analysis => analyzeSet(part, contextOfLabels(labels));
  const several = analyzeParts(recording, analyze);
  const parts = several.length > 1 ? several : [{ start_s: 0, recording, analysis: analyze(recording) }];
  const sets = parts.map((part) => ({
    labels,
    started_epoch_ms: Math.round(started_epoch_ms + part.start_s * 1000),
    analysis: part.analysis,
    recording: part.recording,
    interrupted: false,
    live_reps: null,
    note: '',
    deleted_reps: [],
  }));
  return { parts, sets };
}
