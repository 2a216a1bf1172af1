import { useState } from 'react';
import type { SetPatch } from '../../../src/contract/requests.ts';
import type { SetRow } from '../../../src/contract/sets.ts';
import { words } from '../../../src/words/index.ts';
import { dateField } from '../../format/date-field.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './review.module.css';

interface PickDateProps {
  readonly row: SetRow;
  readonly onPick: (patch: SetPatch) => void;
  readonly onClose: () => void;
  /** Why the date was refused. */
  readonly problem: string | null;
}

/** First day a set can be of, as a date field holds it. */
const FIRST = '2000-01-01T00:00';

/** Local day and minute as the browser's field holds them: the field itself writes them as the system does. */
const momentField = (epoch_ms: number): string =>
  `${dateField(epoch_ms)}T${new Date(epoch_ms).toTimeString().slice(0, 5)}`;

export function PickDate({ row, onPick, onClose, problem }: PickDateProps) {
  const before = momentField(row.started_epoch_ms);
  const [typed, setTyped] = useState(before);
  const last = momentField(Date.now());
  const valid = typed >= FIRST && typed <= last;
  return (
    <Dialog title={words.review.pickDate} onClose={onClose} problem={problem}>
      <form
        className={css.dateForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (!valid) return;
          // the second is kept where the minute is
          if (typed === before) onClose();
          else onPick({ started_epoch_ms: new Date(typed).getTime() });
        }}
      >
        <TextField
          label={words.review.fields.date}
          hint={words.review.dateNow}
          type="datetime-local"
          data-autofocus
          min={FIRST}
          max={last}
          value={typed}
          aria-invalid={!valid}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" kind="primary" disabled={!valid}>
          {words.review.saveDate}
        </Button>
      </form>
    </Dialog>
  );
}
