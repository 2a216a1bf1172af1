import type { SetPatch } from '../../../src/contract/requests.ts';
import type { SetDetail } from '../../../src/contract/sets.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { PickAthlete } from '../../parts/pickers/pick-athlete.tsx';
import { PickLift } from '../../parts/pickers/pick-lift.tsx';
import { PickLoad } from '../../parts/pickers/pick-load.tsx';
import type { OpenPicker } from '../../parts/pickers/use-picking.ts';
import { PickDate } from './pick-date.tsx';

export type Picking = 'athlete' | 'lift' | 'load' | 'date';

interface PickersProps {
  readonly picking: OpenPicker<Picking>;
  readonly detail: SetDetail;
  readonly state: StationState;
  /** null: done; else why not, in words. */
  readonly onPick: (patch: SetPatch) => Promise<string | null>;
}

/** The station's own pickers, for a set that is done: the one that is open, if one is. */
export function Pickers({ picking, detail, state, onPick }: PickersProps) {
  const { row, athlete } = detail;
  const { open, close: onClose, closeUnless } = picking;
  if (open === null) return null;
  const pick = (patch: SetPatch): Promise<void> => closeUnless(onPick(patch));
  const common = { onPick: pick, onClose, problem: open.problem };
  switch (open.name) {
    case 'athlete':
      return <PickAthlete {...common} current={athlete} onPick={(athlete_id) => pick({ athlete_id })} />;
    case 'lift':
      return <PickLift {...common} setup={row} />;
    case 'date':
      return <PickDate {...common} row={row} />;
    case 'load':
      return <PickLoad {...common} state={state} before={row} />;
  }
}
