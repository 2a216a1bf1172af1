import type { SetPatch } from '../../../src/contract/requests.ts';
import type { SetDetail } from '../../../src/contract/sets.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { PickAthlete } from '../../parts/pickers/pick-athlete.tsx';
import { PickLift } from '../../parts/pickers/pick-lift.tsx';
import { PickLoad } from '../../parts/pickers/pick-load.tsx';
import { PickDate } from './pick-date.tsx';

export type Picking = 'athlete' | 'lift' | 'load' | 'date';

interface PickersProps {
  readonly name: Picking;
  readonly detail: SetDetail;
  readonly state: StationState;
  readonly onPick: (patch: SetPatch) => void;
  readonly onClose: () => void;
}

/** The station's own pickers, for a set that is done. */
export function Pickers({ name, detail, state, onPick, onClose }: PickersProps) {
  const { row, athlete } = detail;
  switch (name) {
    case 'athlete':
      return (
        <PickAthlete current={athlete} onPick={(athlete_id) => onPick({ athlete_id })} onClose={onClose} />
      );
    case 'lift':
      return <PickLift setup={row} onPick={onPick} onClose={onClose} />;
    case 'date':
      return <PickDate row={row} onPick={onPick} onClose={onClose} />;
    case 'load':
      return <PickLoad state={state} before={row} onPick={onPick} onClose={onClose} />;
  }
}
