import type { AthleteProfile } from '../../../src/contract/profile.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { liftOf } from '../../../src/lifts/catalogue.ts';
import { GOALS, type GoalProfile } from '../../../src/lifts/goals.ts';
import { type TrainingProfile, trainingProfile } from '../../../src/training/profile.ts';
import { REST_HOURS, setsPerMuscle } from '../../../src/training/volume.ts';
import type { Store, TrainingQuery, TrainingRecord } from '../../store/types.ts';

const HOUR_MS = 3600_000;

/** What the Profile screen shows of one athlete, lift, variation and side; null when there is no such athlete. */
export function profileOf(store: Store, settings: Settings, query: TrainingQuery): AthleteProfile | null {
  const athlete = store.athletes.get(query.athlete_id);
  const record = store.training(query);
  if (athlete === null || record === null) return null;
  const { now_epoch_ms, sets, week, hard, subjects } = record;
  const rested_ms = (sets.at(-1)?.at_epoch_ms ?? 0) + REST_HOURS * HOUR_MS;
  return {
    athlete,
    lift: query.lift,
    variation: query.variation,
    side: query.side,
    subjects,
    training: trainingOf(settings, query, record),
    muscles: setsPerMuscle(hard, week),
    rest_until_epoch_ms: rested_ms > now_epoch_ms ? rested_ms : null,
  };
}

export const trainingOf = (
  settings: Settings,
  { lift }: Pick<TrainingQuery, 'lift'>,
  record: TrainingRecord,
): TrainingProfile =>
  trainingProfile({
    now_epoch_ms: record.now_epoch_ms,
    sets: record.sets,
    today: record.today,
    at_1rm: liftOf(lift).velocity_at_1rm_mps,
    most_power: lift === 'hip-thrust',
    goal: goalOf(record),
    plates: { bar_kg: settings.bar_kg, plates_kg: settings.plates_kg },
  });

/** What the last set was for; a goal of the coach's own is read as the usual one, with its own reps. */
export const goalOf = ({ preset }: TrainingRecord): GoalProfile =>
  GOALS.find(({ id }) => id === preset) ?? (GOALS.find(({ id }) => id === 'hypertrophy') as GoalProfile);
