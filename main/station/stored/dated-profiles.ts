import type { OpenProfile } from '../../../src/contract/dated-profiles.ts';
import { failure, type Result } from '../../../src/contract/result.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { liftOf } from '../../../src/lifts/catalogue.ts';
import {
  measureProfile,
  type ProfilePoint,
  TYPED_SIGMA_MPS,
} from '../../../src/training/line/dated-profile.ts';
import { lastWeeks } from '../../../src/training/line/points.ts';
import { profileSteps } from '../../../src/training/line/profile-steps.ts';
import { risingLoads } from '../../../src/training/next/rising-loads.ts';
import { localDay } from '../../../src/training/weeks.ts';
import { words } from '../../../src/words/index.ts';
import type { Store, TrainingQuery } from '../../store/types.ts';
import { goalOf, trainingOf } from './profile.ts';

/** The profile that is being measured; null where none was begun today. */
export function openProfileOf(store: Store, query: TrainingQuery, now_epoch_ms: number): OpenProfile | null {
  const begun = store.speedProfiles.begun(query);
  if (begun === null || localDay(begun.begun_epoch_ms) !== localDay(now_epoch_ms)) return null;
  const sets = store.inShort(query)?.filter(({ at_epoch_ms }) => at_epoch_ms >= begun.begun_epoch_ms) ?? [];
  const steps = profileSteps(begun.loads_kg, sets);
  return {
    begun_epoch_ms: begun.begun_epoch_ms,
    steps,
    next_kg: steps.find(({ point }) => point === null)?.load_kg ?? null,
  };
}

/** Loads to measure a profile with; null when there is no such athlete. */
export function proposedLoads(store: Store, settings: Settings, query: TrainingQuery): number[] | null {
  const record = store.training(query);
  if (record === null) return null;
  const { report } = trainingOf(settings, query, record);
  const [, recent] = lastWeeks(record.sets);
  const usual = recent.flatMap(({ kind, load_kg }) => (kind === 'work' && load_kg ? [load_kg] : []));
  return risingLoads({
    max_kg: report?.max?.middle_kg ?? null,
    usual_kg: usual.length === 0 ? null : Math.max(...usual),
    goal: goalOf(record).id,
    plates: { bar_kg: settings.bar_kg, plates_kg: settings.plates_kg },
  });
}

/** What the sets of an open profile come to is kept, under the name of the sensor that measured them. */
export function keepProfile(store: Store, query: TrainingQuery, now_epoch_ms: number): Result<null> {
  const open = openProfileOf(store, query, now_epoch_ms);
  if (open === null) return failure('no-profile', words.says.data.noOpenProfile);
  const points = open.steps.flatMap(({ point }) => point ?? []);
  const figures = measureProfile(points, liftOf(query.lift).velocity_at_1rm_mps);
  if (figures === null) return failure('few-loads', words.says.data.fewLoads);
  const sensors = open.steps.flatMap(
    ({ set_id }) => (set_id === null ? null : store.sets.get(set_id))?.labels.sensor_name || [],
  );
  return store.speedProfiles.keep(query.athlete_id, open.begun_epoch_ms, {
    typed: false,
    instrument: [...new Set(sensors)].join(', '),
    figures,
  });
}

/** Loads and velocities that were measured elsewhere, by whatever the coach says. */
export function typeProfile(
  store: Store,
  query: TrainingQuery,
  instrument: string,
  typed: readonly Pick<ProfilePoint, 'load_kg' | 'mcv_mps'>[],
): Result<null> {
  const points = typed.map((point) => ({ ...point, sigma_mps: TYPED_SIGMA_MPS }));
  const figures = measureProfile(points, liftOf(query.lift).velocity_at_1rm_mps);
  if (figures === null) return failure('few-loads', words.says.data.fewLoads);
  const begun = store.speedProfiles.begin(
    query,
    figures.points.map(({ load_kg }) => load_kg),
  );
  if (!begun.ok) return begun;
  return store.speedProfiles.keep(query.athlete_id, begun.value, { typed: true, instrument, figures });
}
