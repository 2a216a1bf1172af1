import { useState } from 'react';
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
  /** null: done; else why not, in words. */
  readonly onPick: (patch: SetPatch) => Promise<string | null>;
  readonly onClose: () => void;
}

/** The station's own pickers, for a set that is done; a refusal is told in the picker that caused it. */
export function Pickers({ name, detail, state, onPick, onClose }: PickersProps) {
  const { row, athlete } = detail;
  const [problem, setProblem] = useState<string | null>(null);
  const pick = async (patch: SetPatch): Promise<void> => {
    const refused = await onPick(patch);
    if (refused === null) onClose();
    else setProblem(refused);
  };
  const common = { onPick: pick, onClose, problem };
  switch (name) {
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
