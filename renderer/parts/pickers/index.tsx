import type { Argument, SetPatch } from '../../../src/contract/requests.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { usePage } from '../../page/use-page.ts';
import { useSetLabels } from '../edit/use-set-labels.ts';
import { PickAthlete } from './pick-athlete.tsx';
import { PickGoal } from './pick-goal.tsx';
import { PickLift } from './pick-lift.tsx';
import { PickLoad } from './pick-load.tsx';
import { PickTonight } from './pick-tonight.tsx';
import type { OpenPicker, PickerName } from './use-picking.ts';

type ChosenBy = 'station:athlete' | 'station:lift' | 'station:load' | 'station:goal';

interface PickerDialogProps {
  readonly picking: OpenPicker<PickerName>;
  readonly state: StationState;
}

/** The picker that is open, if one is. */
export function PickerDialog({ picking, state }: PickerDialogProps) {
  const { bridge } = usePage();
  const { open, close: onClose, closeUnless } = picking;
  const setup = open?.name.startsWith('relabel') ? (state.set?.setup ?? state.setup) : state.setup;
  const set_id = state.set?.set_id ?? null;
  const changeSet = useSetLabels(set_id ?? 0);

  const choose = <C extends ChosenBy>(channel: C, argument: Argument<C>): Promise<void> =>
    closeUnless(bridge.request(channel, argument).then((reply) => (reply.ok ? null : reply.error.message)));
  const relabel = async (patch: SetPatch): Promise<void> => {
    if (set_id === null) onClose();
    else await closeUnless(changeSet(patch, { ...setup, athlete_name: setup.athlete.name }));
  };

  if (open === null) return null;
  const common = { onClose, problem: open.problem };
  switch (open.name) {
    case 'athlete':
      return (
        <PickAthlete
          {...common}
          current={setup.athlete}
          onPick={(athlete_id) => choose('station:athlete', { athlete_id })}
        />
      );
    case 'relabelAthlete':
      return (
        <PickAthlete {...common} current={setup.athlete} onPick={(athlete_id) => relabel({ athlete_id })} />
      );
    case 'lift':
      return <PickLift {...common} setup={setup} onPick={(lift) => choose('station:lift', lift)} />;
    case 'relabelLift':
      return <PickLift {...common} setup={setup} onPick={relabel} />;
    case 'load':
      return (
        <PickLoad {...common} state={state} before={setup} onPick={(load) => choose('station:load', load)} />
      );
    case 'relabelLoad':
      return <PickLoad {...common} state={state} before={setup} onPick={relabel} />;
    case 'tonight':
      return <PickTonight state={state} onClose={onClose} />;
    case 'goal':
      return <PickGoal {...common} setup={setup} onApply={(goal) => choose('station:goal', goal)} />;
  }
}
