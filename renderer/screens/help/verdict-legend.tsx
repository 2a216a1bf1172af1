import { words } from '../../../src/words/index.ts';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './help.module.css';

const LEGEND = [
  ['full', words.range.full],
  ['short', words.range.short],
  ['partial', words.range.partial],
  ['unsure', words.range.unsure],
  ['dropped', words.help.verdicts.words.dropped],
  ['over', words.help.verdicts.words.over],
  ['failed', words.help.verdicts.words.failed],
  ['provisional', words.help.verdicts.words.provisional],
] as const;

/** Every mark with its word and what it takes to earn it. */
export function VerdictLegend() {
  return (
    <>
      <p className={css.quiet}>{words.help.verdicts.text}</p>
      <dl className={css.legend}>
        {LEGEND.map(([mark, word]) => (
          <div key={mark}>
            <dt className={classNames(css.mark, toneClass(mark))}>
              <VerdictMark mark={mark} />
              {word}
            </dt>
            <dd>{words.help.verdicts[mark]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
