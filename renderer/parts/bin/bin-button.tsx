import { useState } from 'react';
import { words } from '../../../src/words/index.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { BinList } from './bin-list.tsx';

/** The bin where sets and athletes are deleted; nothing to see while nothing is in it. */
export function BinButton() {
  const count = useAnswer('bin:list', {}).value?.length ?? 0;
  const [open, setOpen] = useState(false);
  return (
    <>
      {count > 0 && (
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {words.bin.title}
        </Button>
      )}
      {open && (
        <Dialog title={words.bin.title} onClose={() => setOpen(false)}>
          <BinList />
        </Dialog>
      )}
    </>
  );
}
