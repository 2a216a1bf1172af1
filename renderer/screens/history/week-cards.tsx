import type { History } from '../../../src/contract/sets.ts';
import { mondaysBetween } from '../../../src/training/weeks.ts';
import { words } from '../../../src/words/index.ts';
import { PlotCard } from '../../parts/plot/plot-card.tsx';
import { Folded } from '../../ui/folded.tsx';
import { useSize } from '../../ui/use-size.ts';
import type { Mark } from '../../ui/verdict-mark.tsx';
import css from './history.module.css';
import { type BarWeek, WeekBars } from './week-bars.tsx';
import own from './week-cards.module.css';
import { WeekTable } from './week-table.tsx';

/** What the reps of every week were: range, and holds. Weeks without training stay empty. */
export function WeekCards({ weeks }: { readonly weeks: History['weeks'] }) {
  const text = words.history;
  const of = (parts: (week: History['weeks'][number]) => BarWeek['parts']): BarWeek[] => {
    const [first, last] = [weeks[0], weeks.at(-1)];
    if (!first || !last) return [];
    return mondaysBetween(first.monday_epoch_ms, last.monday_epoch_ms).map((monday_epoch_ms) => {
      const week = weeks.find((each) => each.monday_epoch_ms === monday_epoch_ms);
      return { monday_epoch_ms, parts: week ? parts(week) : [] };
    });
  };
  const part = (mark: Mark, word: string, count: number) => ({ mark, word, count });
  const ranges = of(({ full, short, partial, unsure }) => [
    part('full', words.rangeInLine.full, full),
    part('unsure', words.technique.outcomes.unsure, unsure),
    part('short', words.rangeInLine.short, short),
    part('partial', words.rangeInLine.partial, partial),
  ]);
  const holds = of(({ holds_met, holds_judged }) => [
    part('full', text.met, holds_met),
    part('missed', text.missed, holds_judged - holds_met),
  ]);
  return (
    <div className={css.two}>
      <WeekCard title={text.rangeCard} weeks={ranges} />
      <WeekCard title={text.holdCard} weeks={holds} />
    </div>
  );
}

function WeekCard({ title, weeks }: { readonly title: string; readonly weeks: readonly BarWeek[] }) {
  const [box, size] = useSize<HTMLDivElement>();
  const some = weeks.some(({ parts }) => parts.some(({ count }) => count > 0));
  return (
    <PlotCard title={title} detail={words.history.weekUnit} empty={!some}>
      {some ? (
        <>
          <div ref={box} className={own.box} data-plot>
            {size && size.width > 0 && <WeekBars title={title} weeks={weeks} {...size} />}
          </div>
          <Folded title={words.plots.asTable}>{() => <WeekTable title={title} weeks={weeks} />}</Folded>
        </>
      ) : (
        <p className={own.none}>{words.history.noWeeks}</p>
      )}
    </PlotCard>
  );
}
