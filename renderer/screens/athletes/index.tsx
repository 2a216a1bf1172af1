import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Athlete } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad } from '../../format/format.ts';
import { toldApart } from '../../format/told-apart.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useStation } from '../../page/use-page.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { BinButton } from '../../parts/bin/bin-button.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Screen } from '../../ui/screen.tsx';
import { AthleteCard } from './athlete-card.tsx';
import { AthleteDialog } from './athlete-dialog.tsx';
import css from './athletes.module.css';

/** Who trains here: a list, and everything about the one chosen. */
export default function Athletes() {
  const state = useStation();
  const [, go] = useLocation();
  const all = useAnswer('athletes:list', { archived: true }).value;
  const [withArchived, setWithArchived] = useState(false);
  const [chosenId, setChosenId] = useState<number | null>(null);
  const [creating, setCreating] = useState(false);
  if (!state || !all) return <p className={css.loading}>{words.loading}</p>;
  const list = all.filter(({ archived, id }) => withArchived || !archived || id === chosenId);
  const archived = all.filter((each) => each.archived).length;
  const here = state.setup.athlete.id;
  const chosen = list.find(({ id }) => id === chosenId) ?? list.find(({ id }) => id === here) ?? list[0];
  return (
    <Screen
      title={words.athletes.title}
      fill
      head={
        <>
          <span className={css.create}>
            {archived > 0 && (
              <Button kind="quiet" aria-pressed={withArchived} onClick={() => setWithArchived(!withArchived)}>
                {withArchived ? words.athletes.hideArchived : words.athletes.showArchived(archived)}
              </Button>
            )}
            <BinButton />
          </span>
          <Button onClick={() => go('/import')}>{words.settings.import}</Button>
          <Button kind="primary" onClick={() => setCreating(true)}>
            {words.athletes.create}
          </Button>
        </>
      }
    >
      <div className={css.columns}>
        <ul className={css.list} aria-label={words.athletes.list}>
          {list.map((athlete) => (
            <li key={athlete.id}>
              <Entry
                athlete={athlete}
                apart={toldApart(athlete, all)}
                chosen={athlete.id === chosen?.id}
                here={athlete.id === here}
                turn={state.tonight.findIndex((entry) => entry.athlete.id === athlete.id) + 1}
                mass={athlete.body_mass_kg === null ? '' : formatLoad(state.units, athlete.body_mass_kg)}
                onChoose={() => setChosenId(athlete.id)}
              />
            </li>
          ))}
        </ul>
        {chosen && <AthleteCard key={chosen.id} athlete={chosen} here={chosen.id === here} state={state} />}
      </div>
      {creating && (
        <AthleteDialog
          athlete={null}
          units={state.units}
          onDone={(made) => {
            setChosenId(made.id);
            setCreating(false);
          }}
          onClose={() => setCreating(false)}
        />
      )}
    </Screen>
  );
}

interface EntryProps {
  readonly athlete: Athlete;
  /** What tells them from another of the same name. */
  readonly apart: string;
  readonly chosen: boolean;
  readonly here: boolean;
  /** Whose turn it is tonight, 1-based; 0: does not train tonight. */
  readonly turn: number;
  readonly mass: string;
  readonly onChoose: () => void;
}

function Entry({ athlete, apart, chosen, here, turn, mass, onChoose }: EntryProps) {
  const detail = [
    apart,
    athlete.simulated && words.athletes.simulated,
    athlete.archived && words.athletes.archived,
    mass,
    turn > 0 && words.athletes.tonightPlace(turn),
    here && words.athletes.atStation,
  ];
  return (
    <button
      type="button"
      className={classNames(css.entry, chosen && css.chosen)}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <Avatar athlete={athlete} />
      <span className={css.entryText}>
        <span className={css.entryName}>{athlete.name}</span>
        <span className={css.entryDetail}>{detail.filter(Boolean).join(', ')}</span>
      </span>
    </button>
  );
}
