import { directionOf, LEAST_SESSIONS } from '../../../src/training/trend.ts';
import { words } from '../../../src/words/index.ts';
import { formatDayOfMonth } from '../../format/moments.ts';
import type { Metric } from './metric.ts';
import { gapsOf, type LoadSeries } from './series.ts';

/** Faster or slower at a load, by how much, and whether it is more than chance. */
export function trendInWords({ trend, sessions }: LoadSeries, load: string, metric: Metric): string {
  const text = words.trend;
  if (trend === null) return text.few(load, sessions.length, LEAST_SESSIONS);
  const direction = directionOf(trend);
  const size = direction === 'none' ? metric.change(trend.change) : metric.format(Math.abs(trend.change));
  const said = text.directions[direction](
    `${size} ${metric.unit}`,
    formatDayOfMonth(trend.from_epoch_ms),
    metric.change(trend.low),
    metric.change(trend.high),
  );
  return text.at(load, said);
}

/** Weeks without training, named by their Mondays; null when there are none. */
export function gapsInWords(empty: readonly number[]): string | null {
  const text = words.trend;
  if (empty.length === 0) return null;
  const list = gapsOf(empty).map(([from, to]) =>
    from === to ? formatDayOfMonth(from) : text.gapRange(formatDayOfMonth(from), formatDayOfMonth(to)),
  );
  return text.gaps(list.join(', '));
}
