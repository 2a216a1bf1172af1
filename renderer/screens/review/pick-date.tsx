import { useState } from 'react';
import type { SetPatch } from '../../../src/contract/requests.ts';
import type { SetRow } from '../../../src/contract/sets.ts';
import { words } from '../../../src/words/index.ts';
import { FIRST_MOMENT, isPastField, momentField } from '../../format/date-field.ts';
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

export function PickDate({ row, onPick, onClose, problem }: PickDateProps) {
  const before = momentField(row.started_epoch_ms);
  const [typed, setTyped] = useState(before);
  const valid = isPastField(typed);
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
          min={FIRST_MOMENT}
          max={momentField(Date.now())}
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
