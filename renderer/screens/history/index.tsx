import { useState } from 'react';
import { useLocation } from 'wouter';
import type { History } from '../../../src/contract/sets.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useActions, useStation } from '../../page/use-page.ts';
import { PickAthlete } from '../../parts/pickers/pick-athlete.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Charts } from './charts.tsx';
import css from './history.module.css';
import { PERIODS, type Period, sinceOf } from './period.ts';
import { PickLiftOnly } from './pick-lift-only.tsx';
import { SetList } from './set-list.tsx';
import { HistoryTiles } from './tiles.tsx';
import { type Subject, useSubject } from './use-subject.ts';

/** What became of the training: bar speed at each load, holds and half reps over time, every set. */
export default function HistoryScreen() {
  const state = useStation();
  return state ? <Shown state={state} /> : <p className={css.loading}>{words.connection.connecting}</p>;
}

function Shown({ state }: { readonly state: StationState }) {
  const [subject, setSubject] = useSubject(state);
  const [period, setPeriod] = useState<Period>('weeks12');
  const [picking, setPicking] = useState<'athlete' | 'lift' | null>(null);
  const since = sinceOf(period, Date.now());
  const { athlete_id, lift, variation } = subject;
  const history = useAnswer('history:get', {
    athlete_id,
    lift,
    ...(variation !== null && { variation }),
    ...(since !== null && { since_epoch_ms: since }),
  }).value;
  useActions({ athlete: () => setPicking('athlete'), lift: () => setPicking('lift') });
  const pick = (change: Partial<Subject>): void => {
    setSubject({ ...subject, ...change });
    setPicking(null);
  };

  return (
    <Screen
      title={words.history.title(history?.athlete.name ?? '', words.lifts[lift])}
      head={
        <>
          <span className={css.change}>
            <Button kind="quiet" hint={KEYMAP.athlete.keys[0]} onClick={() => setPicking('athlete')}>
              {words.history.changeAthlete}
            </Button>
            <Button kind="quiet" hint={KEYMAP.lift.keys[0]} onClick={() => setPicking('lift')}>
              {words.history.changeLift}
            </Button>
          </span>
          {history && <VariationChips history={history} subject={subject} onPick={pick} />}
          <fieldset className={css.periods} aria-label={words.history.periodLabel}>
            {PERIODS.map((each) => (
              <Chip key={each} on={period === each} onClick={() => setPeriod(each)}>
                {words.history.periods[each]}
              </Chip>
            ))}
          </fieldset>
        </>
      }
    >
      {history && <Content history={history} state={state} onAll={() => setPeriod('all')} />}
      {picking === 'athlete' && (
        <PickAthlete
          current={history?.athlete ?? state.setup.athlete}
          onPick={(id) => pick({ athlete_id: id })}
          onClose={() => setPicking(null)}
        />
      )}
      {picking === 'lift' && (
        <PickLiftOnly
          lift={lift}
          onPick={(next) => pick({ lift: next, variation: null })}
          onClose={() => setPicking(null)}
        />
      )}
    </Screen>
  );
}

interface ChipsProps {
  readonly history: History;
  readonly subject: Subject;
  readonly onPick: (change: Partial<Subject>) => void;
}

/** Velocities of different variations are different things: one at a time, or all with open eyes. */
function VariationChips({ history, subject, onPick }: ChipsProps) {
  const { variations } = history;
  if (variations.length === 0) return null;
  if (variations.length < 2 && (subject.variation === null || variations.includes(subject.variation)))
    return null;
  return (
    <fieldset className={css.chips} aria-label={words.history.variationsLabel}>
      {variations.map((variation) => (
        <Chip key={variation} on={subject.variation === variation} onClick={() => onPick({ variation })}>
          {words.variations[variation]}
        </Chip>
      ))}
      <Chip on={subject.variation === null} onClick={() => onPick({ variation: null })}>
        {words.history.allVariations}
      </Chip>
    </fieldset>
  );
}

interface ContentProps {
  readonly history: History;
  readonly state: StationState;
  readonly onAll: () => void;
}

function Content({ history, state, onAll }: ContentProps) {
  const [, go] = useLocation();
  const text = words.history;
  if (history.sets.length > 0) {
    return (
      <>
        <HistoryTiles history={history} units={state.units} />
        <Charts history={history} units={state.units} />
        <SetList sets={history.sets} units={state.units} />
      </>
    );
  }
  const older = history.variations.length > 0;
  return (
    <Empty
      title={older ? text.emptyPeriod : text.emptyTitle}
      text={older ? text.emptyPeriodText : text.emptyText}
    >
      {older && (
        <Button kind="primary" large onClick={onAll}>
          {text.showAll}
        </Button>
      )}
      <Button kind={older ? 'plain' : 'primary'} large onClick={() => go('/')}>
        {text.toStation}
      </Button>
    </Empty>
  );
}
