import type { Setup } from '../../../src/contract/setup.ts';
import type { Correction } from '../../../src/reps/correction.ts';
import type { SetContext } from '../../../src/reps/rep.ts';
import type { SensorCalibration } from '../../../src/signal/calibration.ts';
import type { SetLabels } from '../../store/types.ts';
import type { ConnectedSource } from '../sources/sources.ts';

/** What a set's samples are judged by: everything the core wants to know besides them. */
export function contextOf(
  setup: Setup,
  calibration: SensorCalibration | null,
  set_end_s: number,
): SetContext {
  const { lift, variation, mount, load_kg, targets, reference } = setup;
  return { lift, variation, mount, load_kg, targets, reference, calibration, set_end_s };
}

/** The same as it is written beside the samples. */
export function labelsOfSetup(
  setup: Setup,
  entry: ConnectedSource,
  calibration: SensorCalibration | null,
  set_end_s: number,
): SetLabels {
  const { athlete, lift, variation, bench, side, mount, kind, load_kg, load_unit, goal, targets, reference } =
    setup;
  return {
    athlete_id: athlete.id,
    lift,
    variation,
    bench,
    side,
    mount,
    kind,
    load_kg,
    load_unit,
    goal,
    targets,
    reference,
    calibration,
    set_end_s,
    sensor_id: entry.source.kind === 'sensor' ? entry.facts.id : null,
    sensor_name: entry.name,
    simulated: entry.facts.simulated,
    replayed: entry.source.kind === 'replay',
    accepted: entry.source.kind !== 'replay',
  };
}

/** The context a stored set was judged by; what a coach said about its movements comes on top of it. */
export function contextOfLabels(labels: SetLabels, corrections: readonly Correction[] = []): SetContext {
  const { lift, variation, mount, load_kg, targets, reference, calibration, set_end_s } = labels;
  return { lift, variation, mount, load_kg, targets, reference, calibration, set_end_s, corrections };
}
