import { words } from '../../../src/words/index.ts';
import { FIRST_MOMENT, isPastField, momentField } from '../../format/date-field.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { AthleteChoices } from '../../parts/athlete-choices.tsx';
import { classNames } from '../../ui/class-names.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import css from './cards.module.css';

interface WhoseFieldsProps {
  readonly athlete_id: number | undefined;
  readonly onAthlete: (id: number) => void;
  /** As the browser's field holds it. */
  readonly recorded: string;
  readonly onRecorded: (recorded: string) => void;
}

/** Whose a recording is, and of when. */
export function WhoseFields({ athlete_id, onAthlete, recorded, onRecorded }: WhoseFieldsProps) {
  const athletes = useAnswer('athletes:list', {}).value ?? [];
  const text = words.pair.replay;
  return (
    <div className={classNames(css.fields, css.two)}>
      <SelectField
        label={text.whose}
        value={athlete_id ?? ''}
        onChange={(event) => onAthlete(Number(event.target.value))}
      >
        <AthleteChoices athletes={athletes} />
      </SelectField>
      <TextField
        label={text.when}
        type="datetime-local"
        min={FIRST_MOMENT}
        max={momentField(Date.now())}
        aria-invalid={!isPastField(recorded)}
        value={recorded}
        onChange={(event) => onRecorded(event.target.value)}
      />
    </div>
  );
}
