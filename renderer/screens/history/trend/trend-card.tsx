import type { HistoryPoint } from '../../../../src/contract/sets.ts';
import type { Units } from '../../../../src/contract/setup.ts';
import { words } from '../../../../src/words/index.ts';
import { formatLoad } from '../../../format/format.ts';
import { PlotCard } from '../../../parts/plot/plot-card.tsx';
import type { Metric } from '../../../parts/trend/metric.ts';
import { emptyWeeks, type LoadSeries } from '../../../parts/trend/series.ts';
import css from '../../../parts/trend/trend.module.css';
import { TrendPlot } from '../../../parts/trend/trend-plot.tsx';
import { gapsInWords, trendInWords } from '../../../parts/trend/trend-words.ts';
import { Chip } from '../../../ui/chip.tsx';
import { TrendTable } from './trend-table.tsx';

interface TrendProps {
  readonly points: readonly HistoryPoint[];
  readonly series: readonly LoadSeries[];
  readonly chosen: LoadSeries | null;
  readonly metric: Metric;
  readonly units: Units;
  readonly onLoad: (load_kg: number | null) => void;
}

/** Whether it gets more or less at a load, by how much, and whether that is more than chance. */
export function TrendCard({ points, series, chosen, metric, units, onLoad }: TrendProps) {
  const text = words.trend;
  const nameOf = (load_kg: number | null): string =>
    load_kg === null ? words.history.noLoad : formatLoad(units, load_kg);
  const empty = emptyWeeks(points);
  const gaps = gapsInWords(empty);
  return (
    <PlotCard
      title={text.title}
      detail={`${text.axis(text.metricNames[metric.id], metric.unit)}; ${text.sub}`}
      empty={series.length === 0}
      head={
        <fieldset className={css.chips} aria-label={text.loadLabel}>
          {series.map((each) => (
            <Chip key={each.load_kg ?? 'none'} on={each === chosen} onClick={() => onLoad(each.load_kg)}>
              {nameOf(each.load_kg)}
            </Chip>
          ))}
        </fieldset>
      }
    >
      {series.length === 0 ? (
        <p className={css.quiet}>{words.history.noWeeks}</p>
      ) : (
        <div className={css.columns}>
          <TrendPlot {...{ series, chosen, metric, units, empty }} />
          <div className={css.side}>
            {chosen && <p className={css.said}>{trendInWords(chosen, nameOf(chosen.load_kg), metric)}</p>}
            {gaps && <p className={css.quiet}>{gaps}</p>}
            <TrendTable series={series} metric={metric} units={units} />
            <p className={css.quiet}>{text.bandNote}</p>
          </div>
        </div>
      )}
    </PlotCard>
  );
}
