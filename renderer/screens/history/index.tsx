import { useState } from 'react';
import { useLocation } from 'wouter';
import type { History } from '../../../src/contract/sets.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { fullName } from '../../format/told-apart.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useActions, useStation } from '../../page/use-page.ts';
import { BinButton } from '../../parts/bin/bin-button.tsx';
import { PickAthlete } from '../../parts/pickers/pick-athlete.tsx';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Screen } from '../../ui/screen.tsx';
import { BestsCard } from './around/bests-card.tsx';
import { HardSetsCard } from './around/hard-sets-card.tsx';
import { OthersCard } from './around/others-card.tsx';
import { SearchCard } from './around/search-card.tsx';
import { FilterBar } from './filter-bar.tsx';
import { filtersInWords } from './filter-words.ts';
import css from './history.module.css';
import { type Range, rangeOf } from './period.ts';
import { PickLiftOnly } from './pick-lift-only.tsx';
import { SetList } from './set-list.tsx';
import { TechniqueCard } from './technique/technique-card.tsx';
import { HistoryTiles } from './tiles.tsx';
import { Trends } from './trend/trends.tsx';
import { type Subject, useSubject } from './use-subject.ts';
import { WeekCards } from './week-cards.tsx';

/** The pages that are handed out. */
const SPANS = ['session', 'weeks'] as const;

/** What became of the training: technique by load and rep, speed at each load over time, volume, bests, every set. */
export default function HistoryScreen() {
  const state = useStation();
  return state ? <Shown state={state} /> : <p className={css.loading}>{words.connection.connecting}</p>;
}

function Shown({ state }: { readonly state: StationState }) {
  const [subject, setSubject] = useSubject(state);
  const [picking, setPicking] = useState<'athlete' | 'lift' | null>(null);
  const toldApart = useToldApart();
  const range = rangeOf(subject, Date.now());
  const { athlete_id, lift, variation, side } = subject;
  const answer = useAnswer('history:get', {
    athlete_id,
    lift,
    ...(variation !== null && { variation }),
    ...(side !== null && { side }),
    ...range,
  }).value;
  // what was shown stands until the answer to changed filters comes: choices within the cards outlive them
  const [history, keep] = useState<History | null>(null);
  if (answer !== null && answer !== history) keep(answer);
  useActions({ athlete: () => setPicking('athlete'), lift: () => setPicking('lift') });
  const pick = (change: Partial<Subject>): void => {
    setSubject({ ...subject, ...change });
    setPicking(null);
  };

  return (
    <Screen
      title={words.history.title(
        fullName(history?.athlete.name ?? '', toldApart(athlete_id)),
        words.lifts[lift],
      )}
      head={
        <>
          <span className={css.change}>
            <Button kind="quiet" hint={KEYMAP.athlete.keys[0]} onClick={() => setPicking('athlete')}>
              {words.history.changeAthlete}
            </Button>
            <Button kind="quiet" hint={KEYMAP.lift.keys[0]} onClick={() => setPicking('lift')}>
              {words.history.changeLift}
            </Button>
            <BinButton />
          </span>
          {history && history.sets.length > 0 && (
            <span className={css.change}>
              {SPANS.map((span) => (
                <a
                  key={span}
                  className={css.paper}
                  href={`#/paper/${history.athlete.id}/${lift}/${variation ?? history.sets[0]?.variation}/${side ?? 'both'}/${span}`}
                >
                  {span === 'session' ? words.history.paperSession : words.history.paperPeriod}
                </a>
              ))}
            </span>
          )}
          {history && <FilterBar history={history} subject={subject} onPick={pick} />}
        </>
      }
    >
      {history && (
        <Content
          {...{ history, state, subject, range }}
          onAll={() => pick({ period: 'all', variation: null, side: null })}
        />
      )}
      <OthersCard athlete_id={athlete_id} lift={lift} units={state.units} />
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
          onPick={(next) => pick({ lift: next, variation: null, side: null })}
          onClose={() => setPicking(null)}
        />
      )}
    </Screen>
  );
}

interface ContentProps {
  readonly history: History;
  readonly state: StationState;
  readonly subject: Subject;
  readonly range: Range;
  readonly onAll: () => void;
}

function Content({ history, state, subject, range, onAll }: ContentProps) {
  const [, go] = useLocation();
  const text = words.history;
  const { units } = state;
  if (history.sets.length > 0) {
    const points = history.points.filter(({ kind }) => kind === 'work' || subject.warm_ups);
    const { athlete_id, lift, side } = subject;
    const variation = subject.variation ?? history.sets[0]?.variation ?? 'barbell';
    return (
      <>
        <HistoryTiles history={history} units={units} />
        <TechniqueCard points={points} units={units} />
        <Trends {...{ history, points, subject, units }} />
        <WeekCards weeks={history.weeks} />
        <HardSetsCard {...{ athlete_id, range, units }} days_since_last={history.tiles.days_since_last} />
        <div className={css.two}>
          <BestsCard {...{ athlete_id, lift, variation, side, units }} />
          <SearchCard units={units} />
        </div>
        <SetList sets={history.sets} units={units} />
      </>
    );
  }
  const older = history.variations.length > 0;
  return (
    <Empty
      title={older ? text.emptyPeriod : text.emptyTitle}
      text={older ? text.emptyPeriodText(filtersInWords(subject)) : text.emptyText}
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
