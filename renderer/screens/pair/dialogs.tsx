import { useState } from 'react';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './cards.module.css';

interface SensorDialogProps {
  readonly sensor: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

export function RenameDialog({ sensor, onClose }: SensorDialogProps) {
  const { bridge } = usePage();
  const [problem, setProblem] = useState<string | null>(null);
  const [name, setName] = useState(sensor.name);
  return (
    <Dialog title={words.pair.renameTitle} onClose={onClose} problem={problem}>
      <form
        className={css.form}
        onSubmit={async (event) => {
          event.preventDefault();
          const reply = await bridge.request('pair:rename', { id: sensor.id, name: name.trim() });
          if (reply.ok) onClose();
          else setProblem(reply.error.message);
        }}
      >
        <TextField
          label={words.pair.nameField}
          hint={words.pair.nameHint}
          data-autofocus
          maxLength={40}
          required
          value={name}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        <div className={css.formButtons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind="primary" disabled={name.trim() === ''}>
            {words.pair.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function ForgetDialog({ sensor, onClose }: SensorDialogProps) {
  const { bridge } = usePage();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Dialog title={words.pair.forgetTitle(sensor.name)} onClose={onClose} problem={problem}>
      <p>{words.pair.forgetText}</p>
      <div className={css.formButtons}>
        <Button data-autofocus onClick={onClose}>
          {words.cancel}
        </Button>
        <Button
          kind="danger"
          onClick={async () => {
            const reply = await bridge.request('pair:forget', { id: sensor.id });
            if (reply.ok) onClose();
            else setProblem(reply.error.message);
          }}
        >
          {words.pair.forget}
        </Button>
      </div>
    </Dialog>
  );
}
