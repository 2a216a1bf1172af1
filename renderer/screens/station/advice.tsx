import type { LiveSet } from '../../../src/contract/live-set.ts';
import { words } from '../../../src/words/index.ts';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { type Mark, VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './summary.module.css';

const MARKS = { 'too-heavy': 'warning', 'ready-for-more': 'over', 'range-first': 'partial' } as const;

/** Advice with what it rests on, and the one sentence on the set: left against right stands there, and what was missed. */
export function AdviceNote({ set }: { readonly set: LiveSet }) {
  const { advice, remark } = set;
  const mark: Mark = advice ? MARKS[advice.kind] : (remark?.tone ?? 'plain');
  return (
    <div>
      {(advice || remark) && (
        <p
          className={classNames(css.adviceText, toneClass(advice?.kind === 'ready-for-more' ? 'full' : mark))}
        >
          <VerdictMark mark={mark} className={css.adviceMark ?? ''} />
          {advice ? advice.text : remark?.text}
        </p>
      )}
      {advice && (
        <ul className={css.evidence}>
          {advice.evidence.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {advice && remark && <p className={css.note}>{remark.text}</p>}
      {set.velocity_loss_reached && <p className={css.note}>{words.station.lossReached}</p>}
      {set.interrupted && <p className={css.note}>{words.station.interrupted}</p>}
    </div>
  );
}
