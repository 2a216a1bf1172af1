import { useLocation } from 'wouter';
import type { StationState } from '../../../src/contract/station.ts';
import { variationOf } from '../../../src/lifts/catalogue.ts';
import { useNextSensor } from '../../page/use-next-sensor.ts';
import { useActions, usePage } from '../../page/use-page.ts';
import type { PickerName } from '../pickers/use-picking.ts';

export interface StationActions {
  readonly open: Record<
    | 'athlete'
    | 'lift'
    | 'load'
    | 'goal'
    | 'side'
    | 'tonight'
    | 'warmUp'
    | 'relabelAthlete'
    | 'relabelLift'
    | 'relabelLoad',
    () => void
  >;
  undo(): void;
  /** The selected rep. */
  deleteRep(): void;
  endSet(): void;
  nextSet(): void;
  /** Of tonight's group. */
  nextAthlete(): void;
  review(): void;
}

/** What can be done on the station, by click and by key alike. */
export function useStationActions(
  state: StationState,
  selected: number | null,
  onSelect: (id: number | null) => void,
  onPick: (name: PickerName) => void,
): StationActions {
  const { ask } = usePage();
  const [, go] = useLocation();
  const { set, setup } = state;
  const nextSensor = useNextSensor();
  const finished = set?.status === 'finished' ? set : null;
  const sided = variationOf(setup.lift, setup.variation).unilateral;

  const step = (by: 1 | -1): void => {
    const ids = set?.reps.map(({ id }) => id) ?? [];
    const at = selected === null ? (by === 1 ? -1 : ids.length) : ids.indexOf(selected);
    onSelect(ids[at + by] ?? null);
  };
  const deleteRep = (): void => {
    const entry = set?.reps.find(({ id }) => id === selected);
    if (entry) ask('station:delete-rep', { rep_id: entry.id, deleted: !entry.deleted });
  };

  const actions: StationActions = {
    open: {
      athlete: () => onPick('athlete'),
      lift: () => onPick('lift'),
      load: () => onPick('load'),
      goal: () => onPick('goal'),
      side: () => ask('station:side', { side: setup.side === 'left' ? 'right' : 'left' }),
      tonight: () => onPick('tonight'),
      warmUp: () => ask('station:kind', { kind: setup.kind === 'work' ? 'warm-up' : 'work' }),
      relabelAthlete: () => onPick('relabelAthlete'),
      relabelLift: () => onPick('relabelLift'),
      relabelLoad: () => onPick('relabelLoad'),
    },
    undo: () => ask('station:undo', {}),
    deleteRep,
    endSet: () => ask('station:end-set', {}),
    nextSet: () => {
      onSelect(null);
      ask('station:next', {});
    },
    nextAthlete: () => {
      onSelect(null);
      ask('tonight:next', {});
    },
    review: () => finished?.set_id != null && go(`/review/${finished.set_id}`),
  };

  const { open } = actions;
  const rotates = state.tonight.some(({ next }) => next);
  useActions({
    athlete: open.athlete,
    lift: open.lift,
    load: open.load,
    goal: open.goal,
    ...(sided && { side: open.side }),
    tonight: open.tonight,
    warmUp: open.warmUp,
    nextSensor,
    calibrate: () => go('/calibrate'),
    ...(state.can_undo && { undo: actions.undo }),
    ...(set?.status === 'running' && { endSet: actions.endSet }),
    ...(set && { previousRep: () => step(-1), nextRep: () => step(1) }),
    ...(selected !== null && { deleteRep }),
    ...(finished && {
      nextSet: actions.nextSet,
      endSet: actions.nextSet,
      review: actions.review,
      relabelAthlete: open.relabelAthlete,
      relabelLift: open.relabelLift,
      relabelLoad: open.relabelLoad,
    }),
    // of a group the next one comes, whatever is on the screen
    ...(rotates && { nextSet: actions.nextAthlete }),
  });
  return actions;
}
