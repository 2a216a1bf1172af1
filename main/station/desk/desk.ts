import type { GoalPatch } from '../../../src/contract/goal-patch.ts';
import type { LastTime } from '../../../src/contract/last-time.ts';
import type { Athlete, SetKind, Setup, Units } from '../../../src/contract/setup.ts';
import { variationOf } from '../../../src/lifts/catalogue.ts';
import { GOALS } from '../../../src/lifts/goals.ts';
import type { LiftId, Side, VariationId } from '../../../src/lifts/lift.ts';
import type { MountId } from '../../../src/lifts/mount.ts';
import type { AthleteChoice, Store } from '../../store/types.ts';
import type { StationClock } from '../clock.ts';
import { defined, goalAfter, presetGoal } from './goal.ts';
import { findLastTime } from './last-time.ts';
import { findReference } from './references.ts';
import type { Turns } from './turns.ts';

/** What the lifter is about to do. Choosing here labels the next set, never a finished one. */
export interface Desk {
  readonly setup: Setup;
  readonly last_time: LastTime | null;
  /** Tonight's group. */
  readonly turns: Turns;
  /** With what this athlete lifted last; `at_lift`: it is known to be the lift of now, for its reps are coming. */
  chooseAthlete(athlete: Athlete, at_lift?: boolean): void;
  chooseLift(lift: LiftId, variation: VariationId, more: SetUpPatch): void;
  chooseSide(side: Side | null): void;
  chooseLoad(load_kg: number | null, load_unit?: Units | null): void;
  chooseKind(kind: SetKind): void;
  chooseGoal(patch: GoalPatch): void;
  /** The reference may have changed, or what feeds the station. */
  refresh(): void;
}

/** What is said with a lift, or left as it was. */
export interface SetUpPatch {
  readonly bench?: string | undefined;
  readonly mount?: MountId | null | undefined;
}

interface DeskDeps {
  readonly store: Store;
  readonly clock: StationClock;
  readonly first: Athlete;
  readonly turns: Turns;
  /** Whether what feeds the station is simulated; null while nothing does. */
  readonly isSimulated: () => boolean | null;
  /** A choice could not be stored: it holds until another athlete is chosen. */
  readonly notKept: (problem: string) => void;
}

/** What nobody has chosen anything for yet. */
const fresh = (lift: LiftId, variation: VariationId): AthleteChoice => {
  const { unilateral, targets } = variationOf(lift, variation);
  const { hold_s, eccentric_s, constant_tension } = targets;
  return {
    ...{
      lift,
      variation,
      bench: '',
      side: unilateral ? 'left' : null,
      mount: null,
      load_kg: null,
      load_unit: null,
    },
    goal: presetGoal('hypertrophy'),
    targets: { hold_s, eccentric_s, constant_tension },
  };
};

export function createDesk({ store, clock, first, turns, isSimulated, notKept }: DeskDeps): Desk {
  let athlete = first;
  let kind: SetKind = 'work';
  let choice = store.choices.last(first.id) ?? fresh('hip-thrust', 'barbell');

  const lastTime = (): LastTime | null => findLastTime(store, setup, clock.now_epoch_ms());
  const resolve = (): Setup => {
    const { lift, variation, bench, side } = choice;
    return {
      ...choice,
      athlete,
      kind,
      targets: { ...variationOf(lift, variation).targets, ...choice.targets },
      reference: findReference(
        store,
        { athlete_id: athlete.id, lift, variation, bench, side },
        { simulated: isSimulated() ?? athlete.simulated, before_epoch_ms: clock.now_epoch_ms() },
      ),
    };
  };
  let setup = resolve();
  let last_time = lastTime();
  const refresh = (): void => {
    setup = resolve();
    last_time = lastTime();
  };
  const choose = (changes: Partial<AthleteChoice>): void => {
    choice = { ...choice, ...changes };
    const kept = store.choices.put(athlete.id, choice);
    if (!kept.ok) notKept(kept.error.message);
    refresh();
  };

  return {
    get setup() {
      return setup;
    },
    get last_time() {
      return last_time;
    },
    turns,
    chooseAthlete(chosen, at_lift = false) {
      athlete = chosen;
      const { lift, variation } = choice;
      choice =
        (at_lift ? store.choices.of(chosen.id, lift, variation) : store.choices.last(chosen.id)) ??
        fresh(lift, variation);
      kind = 'work';
      refresh();
    },
    chooseLift(lift, wished, { bench, mount }) {
      const variation = variationOf(lift, wished).id;
      const before = choice;
      const { goal } = before;
      const other = lift !== before.lift || variation !== before.variation;
      if (other)
        choice = store.choices.of(athlete.id, lift, variation) ?? { ...fresh(lift, variation), goal };
      const kept = lift === before.lift ? before.bench : choice.bench;
      choose({ bench: bench ?? kept, mount: mount === undefined ? choice.mount : mount });
    },
    chooseSide(side) {
      choose({ side });
    },
    chooseLoad(load_kg, load_unit = null) {
      choose({ load_kg, load_unit });
    },
    chooseKind(chosen) {
      kind = chosen;
      refresh();
    },
    chooseGoal(patch) {
      const { preset, hold_s, eccentric_s, constant_tension } = patch;
      const usual = GOALS.find(({ id }) => id === preset);
      choose({
        goal: goalAfter(choice.goal, patch),
        targets: {
          ...choice.targets,
          ...(usual && { constant_tension: usual.constant_tension }),
          ...defined({ hold_s, eccentric_s, constant_tension }),
        },
      });
    },
    refresh,
  };
}
