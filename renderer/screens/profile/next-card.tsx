import type { Units } from '../../../src/contract/setup.ts';
import type { Suggestion } from '../../../src/training/next/situation.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad } from '../../format/format.ts';
import { reasonsOf } from '../../parts/line/suggestion-words.ts';
import { Card } from '../../ui/card.tsx';
import css from './training.module.css';

/** What to lift next, large, and what that rests on. */
export function NextCard({ next, units }: { readonly next: Suggestion | null; readonly units: Units }) {
  const text = words.training;
  return (
    <Card className={css.next} aria-label={text.next}>
      <div>
        <h2 className="label">{text.next}</h2>
        <p className={`num ${css.load}`}>
          {next === null ? words.nothing : text.nextLoad(formatLoad(units, next.load_kg), next.reps)}
        </p>
      </div>
      {next === null ? (
        <p className={css.quiet}>{text.noNext}</p>
      ) : (
        <div className={css.why}>
          <p className={css.rule}>{text.rules[next.rule]}</p>
          <ul className={css.reasons}>
            {reasonsOf(next, units).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
