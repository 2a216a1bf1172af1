import { useState } from 'react';
import type { BinEntry } from '../../../src/contract/bin.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './bin.module.css';

interface RemoveFormProps {
  readonly entry: BinEntry;
  readonly what: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Cannot be undone, so it is asked once more; with an athlete years of sets go, so that the name has to be typed. */
export function RemoveForm({ entry, what, onDone, onClose }: RemoveFormProps) {
  const { bridge } = usePage();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const text = words.bin;
  const { kind, id } = entry;
  const confirmed = entry.kind === 'set' || typed.trim() === entry.name;
  const remove = async (): Promise<void> => {
    const reply = await bridge.request('bin:delete', { kind, id, confirm_name: typed.trim() });
    if (reply.ok) onDone();
    else setProblem(reply.error.message);
  };
  return (
    <form
      className={css.bin}
      onSubmit={(event) => {
        event.preventDefault();
        if (confirmed) void remove();
      }}
    >
      <p>{text.removeAsk(what)}</p>
      {entry.kind === 'athlete' && (
        <TextField
          label={words.athletes.typeName(entry.name)}
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {problem !== null && <p role="alert">{problem}</p>}
      <div className={css.line}>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button type="submit" kind="danger" disabled={!confirmed}>
          {text.removeSure}
        </Button>
      </div>
    </form>
  );
}
