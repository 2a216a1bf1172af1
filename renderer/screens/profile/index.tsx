import { useState } from 'react';
import { useLocation } from 'wouter';
import type { StationState } from '../../../src/contract/station.ts';
import { liftOf } from '../../../src/lifts/catalogue.ts';
import { words } from '../../../src/words/index.ts';
import { fullName } from '../../format/told-apart.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useActions, useStation } from '../../page/use-page.ts';
import { lookAt, lookedAt } from '../../parts/looked-at.ts';
import { PickAthlete } from '../../parts/pickers/pick-athlete.tsx';
import type { SubjectOf } from '../../parts/subject-address.ts';
import { subjectName } from '../../parts/subject-name.ts';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { Button } from '../../ui/button.tsx';
import { Screen } from '../../ui/screen.tsx';
import { DatedCard } from './dated-card.tsx';
import css from './profile.module.css';
import { RangesCard } from './ranges-card.tsx';
import { SidesCard } from './sides-card.tsx';
import { SubjectChips } from './subject-chips.tsx';
import { TrainingSection } from './training-section.tsx';

/** What a coach asks of one athlete at night: what next, how strong, how sure; and the ranges it all rests on. */
export default function Profile() {
  const state = useStation();
  return state ? <Shown state={state} /> : <p className={css.loading}>{words.connection.connecting}</p>;
}

function Shown({ state }: { readonly state: StationState }) {
  const [, go] = useLocation();
  const [shown, setShown] = useState(() => firstShown(state));
  const [picking, setPicking] = useState(false);
  const toldApart = useToldApart();
  const { athlete_id, lift, variation, side } = shown;
  const profile = useAnswer('profile:get', { athlete_id, lift, variation, side }).value;
  const athlete = profile?.athlete;
  const show = (change: Partial<SubjectOf>): void => {
    const next = { ...shown, ...change };
    lookAt(state, next);
    setShown(next);
    setPicking(false);
  };
  useActions({ athlete: () => setPicking(true), calibrate: () => go('/calibrate') });
  return (
    <Screen
      title={words.profile.title(fullName(athlete?.name ?? '', toldApart(athlete_id)), subjectName(shown))}
      head={
        <>
          <Button kind="quiet" hint={KEYMAP.athlete.keys[0]} onClick={() => setPicking(true)}>
            {words.history.changeAthlete}
          </Button>
          {profile && <SubjectChips profile={profile} onPick={show} />}
        </>
      }
    >
      {profile && <TrainingSection profile={profile} units={state.units} />}
      {profile && (
        <DatedCard subject={shown} units={state.units} line={profile.training.report?.line ?? null} />
      )}
      {athlete && <RangesCard athlete={athlete} />}
      {athlete && <SidesCard athlete={athlete} units={state.units} />}
      {picking && (
        <PickAthlete
          current={athlete ?? state.setup.athlete}
          onPick={(id) => show({ athlete_id: id })}
          onClose={() => setPicking(false)}
        />
      )}
    </Screen>
  );
}

/** Whom the history was opened for last, else who is at the station. A line is of one variation: where all were looked at, it is the station's or the lift's first. */
function firstShown(state: StationState): SubjectOf {
  const { setup } = state;
  const { athlete_id, lift, ...what } = lookedAt(state) ?? { ...setup, athlete_id: setup.athlete.id };
  const usual = lift === setup.lift ? setup.variation : liftOf(lift).variations[0].id;
  const variation = what.variation ?? usual;
  const side = what.side ?? (lift === setup.lift && variation === setup.variation ? setup.side : null);
  return { athlete_id, lift, variation, side };
}
