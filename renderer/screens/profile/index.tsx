import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ProfileSubject } from '../../../src/contract/profile.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { fullName } from '../../format/told-apart.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useActions, useStation } from '../../page/use-page.ts';
import { PickAthlete } from '../../parts/pickers/pick-athlete.tsx';
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
  const [athlete, setAthlete] = useState(state.setup.athlete);
  const [subject, setSubject] = useState<ProfileSubject>(state.setup);
  const [picking, setPicking] = useState(false);
  const toldApart = useToldApart();
  const athletes = useAnswer('athletes:list', {}).value;
  const { lift, variation, side } = subject;
  const profile = useAnswer('profile:get', { athlete_id: athlete.id, lift, variation, side }).value;
  useActions({ athlete: () => setPicking(true), calibrate: () => go('/calibrate') });
  return (
    <Screen
      title={words.profile.title(fullName(athlete.name, toldApart(athlete.id)), subjectName(subject))}
      head={
        <>
          <Button kind="quiet" hint={KEYMAP.athlete.keys[0]} onClick={() => setPicking(true)}>
            {words.history.changeAthlete}
          </Button>
          {profile && <SubjectChips profile={profile} onPick={setSubject} />}
        </>
      }
    >
      {profile && <TrainingSection profile={profile} units={state.units} />}
      {profile && (
        <DatedCard
          subject={{ athlete_id: athlete.id, lift, variation, side }}
          units={state.units}
          line={profile.training.report?.line ?? null}
        />
      )}
      <RangesCard athlete={athlete} />
      <SidesCard athlete={athlete} units={state.units} />
      {picking && (
        <PickAthlete
          current={athlete}
          onPick={(id) => {
            const picked = athletes?.find((each) => each.id === id);
            if (picked) setAthlete(picked);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Screen>
  );
}
