import type { SetPatch } from '../../../src/contract/requests.ts';
import type { SetRow } from '../../../src/contract/sets.ts';
import { words } from '../../../src/words/index.ts';
import { Button } from '../../ui/button.tsx';
import css from './review.module.css';

interface ReplayedLineProps {
  readonly row: SetRow;
  readonly onChange: (patch: SetPatch) => void;
}

/** Of a set that comes from a recording: whether it counts, and the press that changes it. */
export function ReplayedLine({ row: { replayed, accepted }, onChange }: ReplayedLineProps) {
  if (!replayed) return null;
  const text = words.review.replayed;
  return (
    <p className={css.replayed}>
      <span>{accepted ? text.counts : text.doesNotCount}</span>
      <Button onClick={() => onChange({ accepted: !accepted })}>
        {accepted ? text.refuse : text.accept}
      </Button>
    </p>
  );
}
