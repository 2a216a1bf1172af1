import { useEffect, useState } from 'react';
import type { Athlete } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Picker } from '../../ui/picker.tsx';
import { athleteOptions } from './athlete-options.ts';
import { lastOnesFirst } from './last-ones-first.ts';

/** Sets looked through for who lifted last: a busy evening of a gym. */
const LOOK_BACK_SETS = 200;

interface PickAthleteProps {
  readonly current: Athlete;
  readonly onPick: (athlete_id: number) => void;
  readonly onClose: () => void;
  /** Why the pick was refused. */
  readonly problem?: string | null;
}

/** Type-ahead over athletes. Enter alone goes back to whoever lifted before: two lifters take turns. */
export function PickAthlete({ current, onPick, onClose, problem }: PickAthleteProps) {
  const { ask, bridge } = usePage();
  const [athletes, setAthletes] = useState<readonly Athlete[] | null>(null);
  const [notAdded, setNotAdded] = useState<string | null>(null);

  useEffect(() => {
    let gone = false;
    Promise.all([ask('athletes:list', {}), ask('sets:list', { limit: LOOK_BACK_SETS })]).then(
      ([all, sets]) => {
        if (!gone && all) setAthletes(lastOnesFirst(all, sets ?? [], current.id));
      },
    );
    return () => {
      gone = true;
    };
  }, [ask, current.id]);

  const create = async (name: string): Promise<void> => {
    const reply = await bridge.request('athletes:create', { name, body_mass_kg: null });
    if (reply.ok) onPick(reply.value.id);
    else setNotAdded(reply.error.message);
  };
  const options = athleteOptions(athletes ?? []);
  return (
    <Dialog title={words.actionNames.athlete} onClose={onClose} problem={notAdded ?? problem}>
      {/* There from the start: whoever types at once must not type into nothing. */}
      <Picker
        label={words.station.newAthlete}
        options={options}
        chosen={options[0]?.key ?? null}
        onPick={onPick}
        {...(athletes ? { onCreate: create } : { empty: words.loading })}
      />
    </Dialog>
  );
}
