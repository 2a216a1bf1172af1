import type { SetPatch } from '../../../src/contract/requests.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { PickAthlete } from './pick-athlete.tsx';
import { PickGoal } from './pick-goal.tsx';
import { PickLift } from './pick-lift.tsx';
import { PickLoad } from './pick-load.tsx';
import { PickTonight } from './pick-tonight.tsx';

/** The `relabel` ones put right what the finished set was; the others choose for the next. */
export type PickerName =
  | 'athlete'
  | 'lift'
  | 'load'
  | 'goal'
  | 'tonight'
  | 'relabelAthlete'
  | 'relabelLift'
  | 'relabelLoad';

interface PickerDialogProps {
  readonly name: PickerName;
  readonly state: StationState;
  readonly onClose: () => void;
}

export function PickerDialog({ name, state, onClose }: PickerDialogProps) {
  const { ask, notices } = usePage();
  const setup = name.startsWith('relabel') ? (state.set?.setup ?? state.setup) : state.setup;

  /** Close at once; a refusal comes as a notice. */
  const done = (asked: Promise<unknown>): void => {
    void asked;
    onClose();
  };
  const relabel = (patch: SetPatch): void => {
    const id = state.set?.set_id;
    if (id != null) {
      ask('sets:update', { id, patch }).then(
        (set) => set && notices.show({ tone: 'info', text: words.station.relabelled }),
      );
    }
    onClose();
  };

  switch (name) {
    case 'athlete':
      return (
        <PickAthlete
          current={setup.athlete}
          onPick={(athlete_id) => done(ask('station:athlete', { athlete_id }))}
          onClose={onClose}
        />
      );
    case 'relabelAthlete':
      return (
        <PickAthlete
          current={setup.athlete}
          onPick={(athlete_id) => relabel({ athlete_id })}
          onClose={onClose}
        />
      );
    case 'lift':
      return <PickLift setup={setup} onPick={(lift) => done(ask('station:lift', lift))} onClose={onClose} />;
    case 'relabelLift':
      return <PickLift setup={setup} onPick={relabel} onClose={onClose} />;
    case 'load':
      return (
        <PickLoad
          state={state}
          before={setup}
          onPick={(load) => done(ask('station:load', load))}
          onClose={onClose}
        />
      );
    case 'relabelLoad':
      return <PickLoad state={state} before={setup} onPick={relabel} onClose={onClose} />;
    case 'tonight':
      return <PickTonight state={state} onClose={onClose} />;
    case 'goal':
      return <PickGoal setup={setup} onApply={(goal) => done(ask('station:goal', goal))} onClose={onClose} />;
  }
}
