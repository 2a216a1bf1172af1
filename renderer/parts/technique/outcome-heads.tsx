import { OUTCOMES } from '../../../src/training/outcome.ts';
import { words } from '../../../src/words/index.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { MARK_OF } from './outcome-mark.ts';

/** A column's head for every outcome of a rep: its mark, and its name for whoever hears the table. */
export function OutcomeHeads() {
  return OUTCOMES.map((outcome) => (
    <th key={outcome} scope="col" className={toneClass(MARK_OF[outcome])}>
      <VerdictMark mark={MARK_OF[outcome]} />
      <span className="visually-hidden">{words.technique.outcomes[outcome]}</span>
    </th>
  ));
}
