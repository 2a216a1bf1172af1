import { variationOf } from '../../../src/lifts/catalogue.ts';
import type { Targets } from '../../../src/lifts/lift.ts';
import { words } from '../../../src/words/index.ts';
import { useStation } from '../../page/use-page.ts';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './help.module.css';

/** Mark, its word, and what it takes to earn it with these targets. */
function legendOf({ full_ratio, partial_ratio, dropped_mps }: Targets) {
  const text = words.help.verdicts;
  return [
    ['full', words.range.full, text.full(full_ratio)],
    ['short', words.range.short, text.short(partial_ratio, full_ratio)],
    ['partial', words.range.partial, text.partial(partial_ratio)],
    ['unsure', words.range.unsure, text.unsure],
    ['dropped', text.words.dropped, text.dropped(dropped_mps)],
    ['over', text.words.over, text.over],
    ['failed', text.words.failed, text.failed],
    ['provisional', text.words.provisional, text.provisional],
  ] as const;
}

/** Every mark, by the targets of what is lifted at the station now. */
export function VerdictLegend() {
  const targets = useStation()?.setup.targets ?? variationOf('hip-thrust', 'barbell').targets;
  return (
    <>
      <p className={css.quiet}>{words.help.verdicts.text}</p>
      <dl className={css.legend}>
        {legendOf(targets).map(([mark, word, meaning]) => (
          <div key={mark}>
            <dt className={classNames(css.mark, toneClass(mark))}>
              <VerdictMark mark={mark} />
              {word}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
