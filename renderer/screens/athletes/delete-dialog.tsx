import { useState } from 'react';
import type { Athlete } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './athletes.module.css';

interface DeleteDialogProps {
  readonly athlete: Athlete;
  /** What goes with the athlete, in words. */
  readonly what: string;
  readonly onClose: () => void;
}

/** Says what goes, and for how long it can be had back. */
export function DeleteDialog({ athlete, what, onClose }: DeleteDialogProps) {
  const { ask, bridge, notices } = usePage();
  const [problem, setProblem] = useState<string | null>(null);
  const { id, name } = athlete;
  const text = words.athletes;
  const remove = async (): Promise<void> => {
    const reply = await bridge.request('athletes:delete', { id });
    if (!reply.ok) return setProblem(reply.error.message);
    notices.show({
      tone: 'info',
      text: text.deleted(name),
      action: { label: words.review.undo, run: () => void ask('bin:restore', { kind: 'athlete', id }) },
    });
    onClose();
  };
  return (
    <Dialog title={text.deleteTitle(name)} onClose={onClose} problem={problem}>
      <p>{text.deleteText(what)}</p>
      <div className={css.formButtons}>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button kind="danger" data-autofocus onClick={remove}>
          {words.bin.toBin}
        </Button>
      </div>
    </Dialog>
  );
}
