import type { Units } from '../../../src/contract/setup.ts';
import { type Trend, trendAt, trendBand } from '../../../src/training/trend.ts';
import { weeksLater } from '../../../src/training/weeks.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad } from '../../format/format.ts';
import { formatDayOfMonth, formatDayTime } from '../../format/moments.ts';
import { classNames } from '../../ui/class-names.ts';
import { useSize } from '../../ui/use-size.ts';
import type { Area } from '../plot/area.ts';
import type { Metric } from './metric.ts';
import { spread, type TrendScale, trendScale } from './scale.ts';
import { gapsOf, type LoadSeries, piecesOf } from './series.ts';
import css from './trend.module.css';
import { TrendAxes } from './trend-axes.tsx';

interface TrendPlotProps {
  readonly series: readonly LoadSeries[];
  /** The load whose trend is drawn with its band. */
  readonly chosen: LoadSeries | null;
  readonly metric: Metric;
  readonly units: Units;
  /** Mondays of weeks without training. */
  readonly empty: readonly number[];
}

/** Every set's value over time, one line a load, broken where no one trained. Every point is a link to its set. */
export function TrendPlot(props: TrendPlotProps) {
  const [box, size] = useSize<HTMLDivElement>();
  return (
    <div ref={box} className={css.box} data-plot>
      {size && size.width > 0 && <Drawing {...props} width={size.width} height={size.height} />}
    </div>
  );
}

/** From the lightest load to the heaviest: the live signal's colour, darker as it gets heavier. */
const shadeOf = (i: number, of: number): string =>
  `hsl(${205 + 8 * (i / Math.max(1, of - 1))} ${90 - 35 * (i / Math.max(1, of - 1))}% ${84 - 22 * (i / Math.max(1, of - 1))}%)`;

function Drawing(props: TrendPlotProps & { readonly width: number; readonly height: number }) {
  const { series, chosen, metric, units, empty, width, height } = props;
  const em = Math.max(11, window.innerHeight * 0.0155);
  const area: Area = { left: em * 3.6, right: width - em * 5.5, top: em * 1.8, bottom: height - em * 2.4 };
  const all = series.flatMap(({ points }) => points);
  const scale = trendScale(
    all.map(({ value }) => value),
    all.map(({ at_epoch_ms }) => at_epoch_ms),
    metric.least_span,
    area,
  );
  const ends = spread(
    series.map(({ sessions }) => scale.y(sessions.at(-1)?.value ?? scale.low)),
    em * 1.35,
    area,
  );
  return (
    <svg
      className={css.svg}
      viewBox={`0 0 ${width} ${height}`}
      aria-label={words.trend.axis(words.trend.metricNames[metric.id], metric.unit)}
    >
      <Gaps empty={empty} scale={scale} em={em} />
      <TrendAxes scale={scale} metric={metric} em={em} />
      {chosen?.trend && <Band trend={chosen.trend} scale={scale} />}
      {series.map((each, i) => (
        <Line
          key={each.load_kg ?? 'none'}
          series={each}
          colour={shadeOf(i, series.length)}
          faint={chosen !== null && each !== chosen}
          label={ends[i] ?? 0}
          load={each.load_kg === null ? words.history.noLoad : formatLoad(units, each.load_kg)}
          {...{ scale, metric, em, empty }}
        />
      ))}
    </svg>
  );
}

interface PartProps {
  readonly scale: TrendScale;
  readonly em: number;
}

function Gaps({ empty, scale, em }: PartProps & { readonly empty: readonly number[] }) {
  const { area } = scale;
  return gapsOf(empty).map(([from, to]) => {
    const [left, right] = [scale.x(from), scale.x(weeksLater(to, 1))];
    return (
      <g key={from} className={css.gap}>
        <title>{words.trend.gap(formatDayOfMonth(from), formatDayOfMonth(to))}</title>
        <rect x={left} y={area.top} width={right - left} height={area.bottom - area.top} />
        {right - left > em * 3.4 && (
          <text x={(left + right) / 2} y={area.bottom - em * 0.6}>
            {formatDayOfMonth(from)}
          </text>
        )}
      </g>
    );
  });
}

/** Places along a band: enough for its bend. */
const PLACES = 24;

function Band({ trend, scale }: { readonly trend: Trend; readonly scale: TrendScale }) {
  const times = Array.from(
    { length: PLACES },
    (_, i) => trend.from_epoch_ms + (i / (PLACES - 1)) * (trend.to_epoch_ms - trend.from_epoch_ms),
  );
  const edge = (sign: number): string[] =>
    times.map((at) => `${scale.x(at)},${scale.y(trendAt(trend, at) + sign * trendBand(trend, at))}`);
  return (
    <g className={css.trend}>
      <polygon points={[...edge(1), ...edge(-1).reverse()].join(' ')} />
      <polyline points={edge(0).join(' ')} />
    </g>
  );
}

interface LineProps extends PartProps {
  readonly series: LoadSeries;
  readonly colour: string;
  readonly faint: boolean;
  /** Height of its name at the right. */
  readonly label: number;
  readonly load: string;
  readonly metric: Metric;
  readonly empty: readonly number[];
}

function Line({ series, colour, faint, label, load, metric, empty, scale, em }: LineProps) {
  return (
    <g color={colour} className={classNames(faint && css.faint)}>
      {piecesOf(series.sessions, empty).map((piece) => (
        <polyline
          key={piece[0]?.at_epoch_ms}
          className={css.line}
          strokeWidth={em / 4.5}
          points={piece
            .map(({ at_epoch_ms, value }) => `${scale.x(at_epoch_ms)},${scale.y(value)}`)
            .join(' ')}
        />
      ))}
      {series.points.map(({ set_id, at_epoch_ms, value }) => (
        <a
          key={set_id}
          href={`#/review/${set_id}`}
          className={css.point}
          aria-label={words.history.point(
            formatDayTime(at_epoch_ms),
            load,
            `${metric.format(value)} ${metric.unit}`,
          )}
        >
          <circle className={css.hit} cx={scale.x(at_epoch_ms)} cy={scale.y(value)} r={em * 1.1} />
          <circle className={css.dot} cx={scale.x(at_epoch_ms)} cy={scale.y(value)} r={em * 0.42} />
          <title>
            {words.history.point(formatDayTime(at_epoch_ms), load, `${metric.format(value)} ${metric.unit}`)}
          </title>
        </a>
      ))}
      <text className={css.end} x={scale.area.right + em * 0.8} y={label + em * 0.35}>
        {load}
      </text>
    </g>
  );
}
