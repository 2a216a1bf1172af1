import type { History } from '../../../src/contract/sets.ts';
import type { Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { Card } from '../../ui/card.tsx';
import css from './history.module.css';
import { VelocityChart } from './velocity-chart.tsx';
import { WeekChart } from './week-chart.tsx';

export function Charts({ history, units }: { readonly history: History; readonly units: Units }) {
  const text = words.history;
  const { weeks } = history;
  return (
    <div className={css.charts}>
      <Card className={css.chart} aria-label={text.velocityCard}>
        <header className={css.chartHead}>
          <h2>{text.velocityCard}</h2>
          <span className="label">{text.everyPoint}</span>
        </header>
        <VelocityChart points={history.points} units={units} />
      </Card>
      <Card className={css.chart} aria-label={text.rangeCard}>
        <h2>{text.rangeCard}</h2>
        <WeekChart
          title={text.rangeCard}
          weeks={weeks.map(({ week, reps, partial }) => ({ week, good: reps - partial, of: reps }))}
          goodWord={text.full}
          restWord={text.half}
          good="--full"
          rest="--partial"
        />
      </Card>
      <Card className={css.chart} aria-label={text.holdCard}>
        <h2>{text.holdCard}</h2>
        <WeekChart
          title={text.holdCard}
          weeks={weeks.map(({ week, holds_met, holds_judged }) => ({
            week,
            good: holds_met,
            of: holds_judged,
          }))}
          goodWord={text.met}
          restWord={text.missed}
          good="--full"
          rest="--short"
        />
      </Card>
    </div>
  );
}
