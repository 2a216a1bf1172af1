import { useState } from 'react';
import type { LiftId, VariationId } from '../../../src/contract/setup.ts';
import type { StationState } from '../../../src/contract/station.ts';

/** Whose history of what is shown; `variation` null: all of them together. */
export interface Subject {
  readonly athlete_id: number;
  readonly lift: LiftId;
  readonly variation: VariationId | null;
}

/** Kept while the page is open, so that coming back from a set shows the same history again. */
let last: Subject | null = null;

/** Begins with who is at the station and what they lift. */
export function useSubject(state: StationState): [Subject, (subject: Subject) => void] {
  const { athlete, lift, variation } = state.setup;
  const [subject, setSubject] = useState<Subject>(() => last ?? { athlete_id: athlete.id, lift, variation });
  return [
    subject,
    (next) => {
      last = next;
      setSubject(next);
    },
  ];
}
