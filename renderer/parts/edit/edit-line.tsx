import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { useObservable } from '../../state/observable.ts';
import { Button } from '../../ui/button.tsx';
import css from './edit-line.module.css';

interface EditLineProps {
  /** The set or athlete whose edits are told here. */
  readonly about: string;
}

/** What the last edit changed, and the way back: in the page itself, so that it covers nothing. */
export function EditLine({ about }: EditLineProps) {
  const edit = useObservable(usePage().edit);
  return (
    <p className={css.line} role="status">
      {edit?.about === about && (
        <>
          <span className={css.what}>{edit.text}</span>
          {edit.undo && (
            <Button kind="quiet" onClick={edit.undo}>
              {words.review.undo}
            </Button>
          )}
        </>
      )}
    </p>
  );
}
