import { useEffect } from 'react';
import { useParams } from 'wouter';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { fullName } from '../../format/told-apart.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useStation } from '../../page/use-page.ts';
import { lookAt } from '../../parts/looked-at.ts';
import { type SubjectOf, subjectAt } from '../../parts/subject-address.ts';
import { subjectName } from '../../parts/subject-name.ts';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { Screen } from '../../ui/screen.tsx';
import { BeginCard } from './begin-card.tsx';
import css from './measure.module.css';
import { StepsCard } from './steps-card.tsx';
import { TypedCard } from './typed-card.tsx';

/** A load-velocity profile, measured by rising loads or typed in, and kept under its day. */
export default function Measure() {
  const state = useStation();
  const subject = subjectAt(useParams());
  if (subject === null) return <p className={css.loading}>{words.notFound.title}</p>;
  return state ? (
    <Shown state={state} subject={subject} />
  ) : (
    <p className={css.loading}>{words.connection.connecting}</p>
  );
}

function Shown({ state, subject }: { readonly state: StationState; readonly subject: SubjectOf }) {
  const athletes = useAnswer('athletes:list', {}).value;
  const answer = useAnswer('profiles:open', subject).value;
  const proposal = useAnswer('profiles:propose', subject).value;
  const toldApart = useToldApart();
  const athlete = athletes?.find(({ id }) => id === subject.athlete_id);
  const text = words.measure;
  // the way back leads to the profile of whom this is of
  useEffect(() => lookAt(state, subject), [state, subject]);
  if (!athlete || !answer || !proposal) return <p className={css.loading}>{words.loading}</p>;
  return (
    <Screen
      title={text.title(fullName(athlete.name, toldApart(athlete.id)), subjectName(subject))}
      head={<a href="#/profile">{text.back}</a>}
    >
      {answer.open ? (
        <StepsCard open={answer.open} subject={subject} units={state.units} />
      ) : (
        <>
          <BeginCard proposed_kg={proposal.loads_kg} subject={subject} units={state.units} />
          <TypedCard subject={subject} units={state.units} />
        </>
      )}
    </Screen>
  );
}
