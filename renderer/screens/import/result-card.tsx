import { Link } from 'wouter';
import type { ImportResult } from '../../../src/contract/importing.ts';
import { words } from '../../../src/words/index.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import css from './import.module.css';

interface ResultCardProps {
  readonly result: ImportResult;
  readonly onAnother: () => void;
}

/** What came in, and the way to it. */
export function ResultCard({ result: { message, set_ids, record }, onAnother }: ResultCardProps) {
  const text = words.importing;
  return (
    <Card title={text.done} className={css.card}>
      <p role="status">{message}</p>
      <div className={css.row}>
        {set_ids.map((id) => (
          <Link key={id} href={`/review/${id}`}>
            {text.open(id)}
          </Link>
        ))}
        {set_ids.length === 0 && record?.kind !== 'roster' && <Link href="/history">{text.toHistory}</Link>}
        {set_ids.length === 0 && record?.kind === 'roster' && <Link href="/athletes">{text.toAthletes}</Link>}
      </div>
      <div className={css.row}>
        <Button kind="primary" onClick={onAnother}>
          {text.another}
        </Button>
      </div>
    </Card>
  );
}
