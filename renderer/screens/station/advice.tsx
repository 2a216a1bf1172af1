import type { LiveSet } from '../../../src/contract/live-set.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { littleMore, loadable } from '../../../src/training/next/loadable.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad } from '../../format/format.ts';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './summary.module.css';

const MARKS = { 'too-heavy': 'warning', 'ready-for-more': 'over', 'range-first': 'partial' } as const;

/** Advice, and what no number beside it tells: what it rests on are those numbers, in words one press away. */
export function AdviceNote({ state, set }: { readonly state: StationState; readonly set: LiveSet }) {
  const { advice, asides } = set;
  return (
    <div>
      {advice && (
        <>
          <p
            className={classNames(
              css.adviceText,
              toneClass(advice.kind === 'ready-for-more' ? 'full' : MARKS[advice.kind]),
            )}
          >
            <VerdictMark mark={MARKS[advice.kind]} className={css.adviceMark ?? ''} />
            {(advice.kind === 'ready-for-more' && moreInWords(state, set)) || advice.text}
          </p>
          <details>
            <summary className="label">{words.advice.why}</summary>
            <ul className={css.evidence}>
              {advice.evidence.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        </>
      )}
      {asides.map((line) => (
        <p key={line} className={css.note}>
          {line}
        </p>
      ))}
      {set.velocity_loss_reached && <p className={css.note}>{words.station.lossReached}</p>}
      {set.interrupted && <p className={css.note}>{words.station.interrupted}</p>}
    </div>
  );
}

/** How much "a little" is, with the plates there are; null without a load, or where the plates make no more. */
function moreInWords({ units, plates }: StationState, { setup: { load_kg } }: LiveSet): string | null {
  if (load_kg === null) return null;
  const next_kg = littleMore(loadable(plates), load_kg);
  return next_kg > load_kg
    ? words.advice.moreNext(formatLoad(units, next_kg), formatLoad(units, next_kg - load_kg))
    : null;
}
