import { useState } from 'react';
import type { History, HistoryPoint } from '../../../../src/contract/sets.ts';
import type { Units } from '../../../../src/contract/setup.ts';
import { words } from '../../../../src/words/index.ts';
import { METRIC_IDS, type MetricId, metricOf } from '../../../parts/trend/metric.ts';
import { seriesOf } from '../../../parts/trend/series.ts';
import css from '../../../parts/trend/trend.module.css';
import { Chip } from '../../../ui/chip.tsx';
import type { Subject } from '../use-subject.ts';
import { CompareCard } from './compare-card.tsx';
import { TrendCard } from './trend-card.tsx';

interface TrendsProps {
  readonly history: History;
  /** Those the filters leave. */
  readonly points: readonly HistoryPoint[];
  readonly subject: Subject;
  readonly units: Units;
}

/** One measure over time, at every load, and beside another period, athlete or side. */
export function Trends({ history, points, subject, units }: TrendsProps) {
  const text = words.trend;
  const [id, setId] = useState<MetricId>('velocity');
  const [load, setLoad] = useState<number | null | undefined>(undefined);
  const metric = metricOf(id, units);
  const series = seriesOf(points, metric.of);
  const wanted = load === undefined ? history.tiles.speed?.load_kg : load;
  const chosen = series.find(({ load_kg }) => load_kg === wanted) ?? series.at(-1) ?? null;
  return (
    <>
      <fieldset className={css.chips} aria-label={text.metricLabel}>
        {METRIC_IDS.map((each) => (
          <Chip key={each} on={id === each} onClick={() => setId(each)}>
            {text.metrics[each]}
          </Chip>
        ))}
      </fieldset>
      <TrendCard {...{ points, series, chosen, metric, units }} onLoad={setLoad} />
      <CompareCard {...{ history, points, subject, metric, units }} load_kg={chosen?.load_kg ?? null} />
    </>
  );
}
