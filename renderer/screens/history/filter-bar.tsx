import type { History } from '../../../src/contract/sets.ts';
import { words } from '../../../src/words/index.ts';
import { Chip } from '../../ui/chip.tsx';
import { DateField } from '../../ui/date-field.tsx';
import css from './history.module.css';
import { PERIODS } from './period.ts';
import type { Subject } from './use-subject.ts';

interface FilterProps {
  readonly history: History;
  readonly subject: Subject;
  readonly onPick: (change: Partial<Subject>) => void;
}

/** What of the history is shown, all of it in sight. */
export function FilterBar({ history, subject, onPick }: FilterProps) {
  const text = words.history;
  return (
    <div className={css.filters}>
      <VariationChips history={history} subject={subject} onPick={onPick} />
      {history.sides.length > 0 && (
        <fieldset className={css.chips} aria-label={text.sidesLabel}>
          {history.sides.map((side) => (
            <Chip key={side} on={subject.side === side} onClick={() => onPick({ side })}>
              {words.sides[side]}
            </Chip>
          ))}
          <Chip on={subject.side === null} onClick={() => onPick({ side: null })}>
            {text.bothSides}
          </Chip>
        </fieldset>
      )}
      <Chip on={subject.warm_ups} onClick={() => onPick({ warm_ups: !subject.warm_ups })}>
        {text.warmUps}
      </Chip>
      <fieldset className={css.periods} aria-label={text.periodLabel}>
        {PERIODS.map((each) => (
          <Chip key={each} on={subject.period === each} onClick={() => onPick({ period: each })}>
            {text.periods[each]}
          </Chip>
        ))}
        {subject.period === 'days' && (
          <>
            <DateField label={text.from} value={subject.from} onChange={(from) => onPick({ from })} />
            <DateField label={text.to} value={subject.to} onChange={(to) => onPick({ to })} />
          </>
        )}
      </fieldset>
    </div>
  );
}

/** Velocities of different variations are different things: one at a time, or all with open eyes. */
function VariationChips({ history, subject, onPick }: FilterProps) {
  const { variations } = history;
  if (variations.length === 0) return null;
  if (variations.length < 2 && (subject.variation === null || variations.includes(subject.variation)))
    return null;
  return (
    <fieldset className={css.chips} aria-label={words.history.variationsLabel}>
      {variations.map((variation) => (
        <Chip
          key={variation}
          on={subject.variation === variation}
          onClick={() => onPick({ variation, side: null })}
        >
          {words.variations[variation]}
        </Chip>
      ))}
      <Chip on={subject.variation === null} onClick={() => onPick({ variation: null, side: null })}>
        {words.history.allVariations}
      </Chip>
    </fieldset>
  );
}
