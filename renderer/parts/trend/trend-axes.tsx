import { words } from '../../../src/words/index.ts';
import { formatTick } from '../../format/format.ts';
import { ticksOf } from '../../format/ticks.ts';
import { type TimeTick, timeTicks } from '../../format/time-ticks.ts';
import type { Metric } from './metric.ts';
import type { TrendScale } from './scale.ts';
import css from './trend.module.css';

interface AxesProps {
  readonly scale: TrendScale;
  readonly metric: Metric;
  readonly em: number;
  /** Names of moments; default: dates. */
  readonly times?: readonly TimeTick[];
}

export function TrendAxes({ scale, metric, em, times }: AxesProps) {
  const { area, low, high } = scale;
  const most = Math.max(2, Math.floor((area.right - area.left) / (em * 6)));
  return (
    <g className={css.axis}>
      <text x={0} y={em}>
        {words.trend.axis(words.trend.metricNames[metric.id], metric.unit)}
      </text>
      {ticksOf(low, high, (area.bottom - area.top) / (em * 3.5)).map((tick) => (
        <g key={tick}>
          <line x1={area.left} x2={area.right} y1={scale.y(tick)} y2={scale.y(tick)} />
          <text x={area.left - em * 0.8} y={scale.y(tick) + em * 0.35} textAnchor="end">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      {(times ?? timeTicks(scale.from_ms, scale.to_ms, most)).map(({ at_epoch_ms, text }) => (
        <text key={at_epoch_ms} x={scale.x(at_epoch_ms)} y={area.bottom + em * 1.8} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}
