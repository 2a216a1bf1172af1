import { useEffect, useRef, useState } from 'react';
import type { StationState } from '../../../src/contract/station.ts';
import { usePage } from '../../page/use-page.ts';

export interface TonightOrder {
  /** Ids in their order, with what was just changed here and the station has not told yet. */
  readonly ids: readonly number[];
  /** From the order as it is at that moment: two changes in a row are both kept. False: refused. */
  change(by: (ids: readonly number[]) => readonly number[]): Promise<boolean>;
}

/** Tonight's group as it is changed in a dialog, at once and without waiting for the station. */
export function useTonightOrder({ tonight }: StationState): TonightOrder {
  const { ask } = usePage();
  const told = tonight.map(({ athlete }) => athlete.id);
  const [draft, setDraft] = useState<readonly number[] | null>(null);
  const latest = useRef<readonly number[]>(told);
  const both = `${told} ${draft}`;
  useEffect(() => {
    const [stored, own] = both.split(' ');
    if (stored === own) setDraft(null);
  }, [both]);
  const ids = draft ?? told;
  latest.current = ids;
  return {
    ids,
    async change(by) {
      const next = by(latest.current);
      latest.current = next;
      setDraft(next);
      const kept = await ask('tonight:put', { athlete_ids: [...next] });
      if (kept === null) setDraft(null);
      return kept !== null;
    },
  };
}
