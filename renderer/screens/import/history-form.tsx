import type { ImportPreview } from '../../../src/contract/importing.ts';
import { words } from '../../../src/words/index.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { SelectField } from '../../ui/field.tsx';
import css from './import.module.css';
import { LiftSelect } from './lift-select.tsx';
import type { ImportFlow } from './use-import.ts';

interface HistoryFormProps {
  readonly preview: Extract<ImportPreview, { kind: 'history' }>;
  readonly flow: ImportFlow;
}

/** Whose sets they are and which lifts: found by name, and changed here. */
export function HistoryForm({ preview, flow }: HistoryFormProps) {
  const text = words.importing.history;
  const { fresh, fresh_reps, there, refused, people, exercises, question } = preview;
  const { choices, choose } = flow;
  return (
    <>
      <p role="status">{text.counts(fresh, fresh_reps, there, refused)}</p>
      <p className={css.hint}>{text.kept}</p>
      <h3>{text.people}</h3>
      <div className={css.fields}>
        {people.map(({ written, sets, athlete }) => (
          <PersonSelect
            key={written ?? ''}
            written={written}
            hint={text.sets(sets)}
            chosen={athlete}
            onName={(name) => void choose({ people: { ...choices.people, [written ?? '']: name } })}
            onAthlete={(athlete_id) => void choose({ athlete_id })}
          />
        ))}
      </div>
      {question !== null && <p className={css.warning}>{question}</p>}
      <h3>{text.exercises}</h3>
      <div className={css.fields}>
        {exercises.map(({ written, sets, lift }) => (
          <LiftSelect
            key={written}
            label={written}
            hint={text.sets(sets)}
            value={lift}
            none={text.ownName}
            onChange={(chosen) => void choose({ exercises: { ...choices.exercises, [written]: chosen } })}
          />
        ))}
      </div>
      <div className={css.fields}>
        <SelectField
          label={text.units}
          value={choices.units ?? 'kg'}
          onChange={(event) => void choose({ units: event.target.value === 'lb' ? 'lb' : 'kg' })}
        >
          <option value="kg">{words.units.kg}</option>
          <option value="lb">{words.units.lb}</option>
        </SelectField>
      </div>
    </>
  );
}

interface PersonSelectProps {
  readonly written: string | null;
  readonly hint: string;
  readonly chosen: { readonly id: number | null; readonly name: string } | null;
  readonly onName: (name: string) => void;
  readonly onAthlete: (athlete_id: number) => void;
}

/** Somebody on the list, or the name of the file as a new athlete. */
function PersonSelect({ written, hint, chosen, onName, onAthlete }: PersonSelectProps) {
  const athletes = useAnswer('athletes:list', {}).value ?? [];
  const text = words.importing;
  return (
    <SelectField
      label={written ?? text.history.lifter}
      hint={hint}
      value={chosen === null ? '' : (chosen.id ?? 'new')}
      onChange={(event) => {
        const picked = athletes.find(({ id }) => String(id) === event.target.value);
        if (picked === undefined) onName(written ?? '');
        else if (written === null) onAthlete(picked.id);
        else onName(picked.name);
      }}
    >
      {chosen === null && <option value="">{text.whose}</option>}
      {written !== null && <option value="new">{text.history.asNew(written)}</option>}
      {athletes.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
