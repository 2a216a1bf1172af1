import { useState } from 'react';
import type { Athlete } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './athletes.module.css';

interface DeleteDialogProps {
  readonly athlete: Athlete;
  /** What goes with the athlete, in words. */
  readonly what: string;
  readonly onClose: () => void;
}

/** Cannot be undone, so it takes more than a slip: the name has to be typed. */
export function DeleteDialog({ athlete, what, onClose }: DeleteDialogProps) {
  const { ask, notices } = usePage();
  const [typed, setTyped] = useState('');
  const text = words.athletes;
  const confirmed = typed.trim() === athlete.name;
  const remove = async (): Promise<void> => {
    if (!(await ask('athletes:delete', { id: athlete.id, confirm_name: typed.trim() }))) return;
    notices.show({ tone: 'info', text: text.deleted(athlete.name) });
    onClose();
  };
  return (
    <Dialog title={text.deleteTitle(athlete.name)} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (confirmed) void remove();
        }}
      >
        <p>{text.deleteText(what)}</p>
        <TextField
          label={text.typeName(athlete.name)}
          data-autofocus
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className={css.formButtons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind="danger" disabled={!confirmed}>
            {text.deleteConfirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
