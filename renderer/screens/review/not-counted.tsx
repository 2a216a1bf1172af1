import { useEffect, useState } from 'react';
import type { Movement, SetDetail, StoredCorrection } from '../../../src/contract/sets.ts';

import { words } from '../../../src/words/index.ts';
import { formatSeconds, formatVelocity } from '../../format/format.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { formatCm } from './format-rep.ts';
import css from './not-counted.module.css';
import type { Edits } from './use-edits.ts';

interface NotCountedProps {
  readonly detail: SetDetail;
  readonly edits: Pick<Edits, 'correct' | 'takeBack'>;
}

/** A set shown for this long is looked at and not stepped over, ms: only then is its recording analysed for this list. */
const STAYED_MS = 400;

function useStayed(): boolean {
  const [stayed, setStayed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStayed(true), STAYED_MS);
    return () => clearTimeout(timer);
  }, []);
  return stayed;
}

/** What the bar did besides the reps and why it is none of them, and what a coach decided about that. */
export function NotCounted({ detail, edits }: NotCountedProps) {
  const { row, corrections } = detail;
  const { value } = useAnswer('sets:movements', useStayed() ? { id: row.id } : null);
  const movements = value?.not_counted ?? [];
  const text = words.review;
  if (movements.length === 0 && corrections.length === 0) return null;
  return (
    <Card className={css.card} aria-label={text.notCounted(movements.length)}>
      {corrections.length > 0 && (
        <>
          <h2 className={css.title}>{text.corrections}</h2>
          <ul className={css.list}>
            {corrections.map((correction) => (
              <Decision
                key={correction.id}
                correction={correction}
                unmet={value?.unmet.includes(correction.id) ?? false}
                onTakeBack={() => edits.takeBack(correction.id)}
              />
            ))}
          </ul>
        </>
      )}
      {movements.length > 0 && (
        <details>
          <summary className={css.title}>{text.notCounted(movements.length)}</summary>
          <ul className={css.list}>
            {movements.map((movement) => (
              <Uncounted
                key={movement.start_s}
                movement={movement}
                onCount={() => edits.correct({ kind: 'count', at_s: movement.peak_s })}
              />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function Uncounted({ movement, onCount }: { readonly movement: Movement; readonly onCount: () => void }) {
  const { peak_s, rise_m, peak_mps, why_not } = movement;
  const at_s = formatSeconds(peak_s);
  return (
    <li className={css.item}>
      <span className={css.what}>
        {words.review.movement(at_s, formatCm(rise_m), formatVelocity(peak_mps))}
        {why_not !== null && <span className={css.why}>{words.movements.why[why_not]}</span>}
      </span>
      <Button onClick={onCount} aria-label={words.review.countItAt(at_s)}>
        {words.review.countIt}
      </Button>
    </li>
  );
}

interface DecisionProps {
  readonly correction: StoredCorrection;
  readonly unmet: boolean;
  readonly onTakeBack: () => void;
}

function Decision({ correction, unmet, onTakeBack }: DecisionProps) {
  const what = words.review.correction[correction.kind](formatSeconds(correction.at_s));
  return (
    <li className={css.item}>
      <span className={css.what}>
        {what}
        {unmet && <span className={css.why}>{words.review.unmet}</span>}
      </span>
      <Button onClick={onTakeBack} aria-label={words.review.takeBackThat(what)}>
        {words.review.takeBack}
      </Button>
    </li>
  );
}
