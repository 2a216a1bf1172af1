import type { GoalPatch } from '../../../src/contract/requests.ts';
import type { Athlete, Goal, SetKind, Setup } from '../../../src/contract/setup.ts';
import { variationOf } from '../../../src/lifts/catalogue.ts';
import { GOALS } from '../../../src/lifts/goals.ts';
import type { LiftId, Side, Targets, VariationId } from '../../../src/lifts/lift.ts';
import type { SetLabels, Store } from '../../store/types.ts';
import type { StationClock } from '../clock.ts';
import { defined, goalAfter, presetGoal } from './goal.ts';
import { findReference } from './references.ts';

type OwnTargets = Partial<Pick<Targets, 'hold_s' | 'eccentric_s' | 'constant_tension'>>;
/** How far back an athlete's last load for a lift is looked for, sets. */
const LOOK_BACK_SETS = 60;

/** What the lifter is about to do. Choosing here labels the next set, never a finished one. */
export interface Desk {
  readonly setup: Setup;
  chooseAthlete(athlete: Athlete): void;
  chooseLift(lift: LiftId, variation: VariationId, bench: string | undefined): void;
  chooseSide(side: Side | null): void;
  chooseLoad(load_kg: number | null): void;
  chooseKind(kind: SetKind): void;
  chooseGoal(patch: GoalPatch): void;
  /** The reference may have changed, or what feeds the station. */
  refresh(): void;
}

export function createDesk(
  store: Store,
  clock: StationClock,
  first: Athlete,
  /** Whether what feeds the station is simulated; null while nothing does. */
  isSimulated: () => boolean | null,
): Desk {
  const last = store.sets.list({ athlete_id: first.id, limit: 1 })[0];
  const labels: SetLabels | undefined = last && store.sets.get(last.id)?.labels;
  let athlete = first;
  let lift: LiftId = labels?.lift ?? 'hip-thrust';
  let variation: VariationId = labels?.variation ?? 'barbell';
  let bench = labels?.bench ?? '';
  let side: Side | null = labels?.side ?? null;
  let load_kg: number | null = labels?.load_kg ?? null;
  let kind: SetKind = 'work';
  let goal: Goal = labels?.goal ?? presetGoal('hypertrophy');
  const own = new Map<string, OwnTargets>();
  const loads = new Map<string, number | null>();

  const liftKey = (): string => `${lift}|${variation}`;
  const loadKey = (): string => `${athlete.id}|${liftKey()}`;
  if (labels) own.set(liftKey(), ownTargets(labels));

  const lastLoad = (): number | null => {
    const kept = loads.get(loadKey());
    if (kept !== undefined) return kept;
    const rows = store.sets.list({ athlete_id: athlete.id, limit: LOOK_BACK_SETS });
    return rows.find((row) => row.lift === lift && row.variation === variation)?.load_kg ?? null;
  };

  const resolve = (): Setup => ({
    athlete,
    lift,
    variation,
    bench,
    side,
    load_kg,
    kind,
    goal,
    targets: { ...variationOf(lift, variation).targets, ...own.get(liftKey()) },
    reference: findReference(
      store,
      { athlete_id: athlete.id, lift, variation, bench, side },
      { simulated: isSimulated() ?? athlete.simulated, before_epoch_ms: clock.now_epoch_ms() },
    ),
  });
  let setup = resolve();
  const refresh = (): void => {
    setup = resolve();
  };

  return {
    get setup() {
      return setup;
    },
    chooseAthlete(chosen) {
      athlete = chosen;
      load_kg = lastLoad();
      kind = 'work';
      refresh();
    },
    chooseLift(chosenLift, chosenVariation, chosenBench) {
      const other = chosenLift !== lift;
      lift = chosenLift;
      variation = variationOf(chosenLift, chosenVariation).id;
      bench = chosenBench ?? (other ? '' : bench);
      side = variationOf(lift, variation).unilateral ? (side ?? 'left') : null;
      load_kg = lastLoad();
      refresh();
    },
    chooseSide(chosen) {
      side = chosen;
      refresh();
    },
    chooseLoad(chosen) {
      load_kg = chosen;
      loads.set(loadKey(), chosen);
      refresh();
    },
    chooseKind(chosen) {
      kind = chosen;
      refresh();
    },
    chooseGoal(patch) {
      if (patch.preset !== undefined && patch.preset !== 'custom') {
        const constant_tension = GOALS.find((entry) => entry.id === patch.preset)?.constant_tension ?? false;
        own.set(liftKey(), { ...own.get(liftKey()), constant_tension });
      }
      goal = goalAfter(goal, patch);
      const { hold_s, eccentric_s, constant_tension } = patch;
      own.set(liftKey(), { ...own.get(liftKey()), ...defined({ hold_s, eccentric_s, constant_tension }) });
      refresh();
    },
    refresh,
  };
}

const ownTargets = ({ targets }: SetLabels): OwnTargets => ({
  hold_s: targets.hold_s,
  eccentric_s: targets.eccentric_s,
  constant_tension: targets.constant_tension,
});
