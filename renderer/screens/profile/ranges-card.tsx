import { useLocation } from 'wouter';
import type { Athlete } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import css from './profile.module.css';
import { RangesTable } from './ranges-table.tsx';

/** The athlete's full ranges, or how to come by one. */
export function RangesCard({ athlete }: { readonly athlete: Athlete }) {
  const [, go] = useLocation();
  const ranges = useAnswer('athletes:references', { id: athlete.id }).value;
  const text = words.profile;
  if (!ranges) return null;
  if (ranges.length === 0)
    return (
      <Empty title={text.emptyTitle} text={text.emptyText}>
        <Button kind="primary" large onClick={() => go('/calibrate')}>
          {text.calibrate}
        </Button>
      </Empty>
    );
  return (
    <Card className={css.card} aria-label={text.ranges}>
      <h2>{text.ranges}</h2>
      <p>{text.rangesText}</p>
      <div className={css.wide}>
        <RangesTable ranges={ranges} athlete={athlete} />
      </div>
    </Card>
  );
}
