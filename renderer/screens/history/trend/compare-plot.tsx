import { words } from '../../../../src/words/index.ts';
import { formatWhole } from '../../../format/format.ts';
import { formatDayTime } from '../../../format/moments.ts';
import type { Area } from '../../../parts/plot/area.ts';
import type { Metric } from '../../../parts/trend/metric.ts';
import { type TrendScale, trendScale } from '../../../parts/trend/scale.ts';
import { type LoadSeries, piecesOf } from '../../../parts/trend/series.ts';
import css from '../../../parts/trend/trend.module.css';
import { TrendAxes } from '../../../parts/trend/trend-axes.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useSize } from '../../../ui/use-size.ts';

interface ComparePlotProps {
  readonly pair: readonly [LoadSeries, LoadSeries];
  readonly names: readonly [string, string];
  /** Mondays of the weeks in which each of them did not train. */
  readonly empty: readonly [readonly number[], readonly number[]];
  readonly metric: Metric;
  /** On one calendar; else each from its own beginning. */
  readonly together: boolean;
}

const WEEK_MS = 7 * 24 * 3600_000;

/** Two lines, told apart by colour, dash and filling. Every point is a link to its set. */
export function ComparePlot(props: ComparePlotProps) {
  const [box, size] = useSize<HTMLDivElement>();
  return (
    <div ref={box} className={css.box} data-plot>
      {size && size.width > 0 && <Drawing {...props} width={size.width} height={size.height} />}
    </div>
  );
}

function Drawing({
  pair,
  names,
  empty,
  metric,
  together,
  width,
  height,
}: ComparePlotProps & { readonly width: number; readonly height: number }) {
  const em = Math.max(11, window.innerHeight * 0.0155);
  const area: Area = { left: em * 3.6, right: width - em, top: em * 3.4, bottom: height - em * 2.4 };
  const moved = pair.map((series, i): Drawn => {
    const begun_ms = together ? 0 : (series.points[0]?.at_epoch_ms ?? 0);
    return { ...movedBy(series, begun_ms), empty: empty[i]?.map((monday) => monday - begun_ms) ?? [] };
  });
  const all = moved.flatMap(({ points }) => points);
  const scale = trendScale(
    all.map(({ value }) => value),
    all.map(({ at_epoch_ms }) => at_epoch_ms),
    metric.least_span,
    area,
  );
  const weeks = Math.ceil(Math.max(...all.map(({ at_epoch_ms }) => at_epoch_ms)) / WEEK_MS) + 1;
  const every = Math.ceil(weeks / Math.max(2, (area.right - area.left) / (em * 6)));
  const times = together
    ? undefined
    : Array.from({ length: Math.ceil(weeks / every) }, (_, i) => ({
        at_epoch_ms: i * every * WEEK_MS,
        text: words.plots.week(formatWhole(i * every + 1)),
      }));
  return (
    <svg className={css.svg} viewBox={`0 0 ${width} ${height}`} aria-label={`${names[0]}, ${names[1]}`}>
      <TrendAxes scale={scale} metric={metric} em={em} {...(times && { times })} />
      {moved.map((series, i) => (
        <Party
          key={i === 0 ? 'a' : 'b'}
          series={series}
          shown={pair[i] as LoadSeries}
          name={names[i] as string}
          place={i}
          {...{ metric, scale, em }}
        />
      ))}
    </svg>
  );
}

/** A line with the weeks it is broken at. */
type Drawn = LoadSeries & { readonly empty: readonly number[] };

const movedBy = (series: LoadSeries, by_ms: number): LoadSeries => {
  const shift = <T extends { readonly at_epoch_ms: number }>(at: T): T => ({
    ...at,
    at_epoch_ms: at.at_epoch_ms - by_ms,
  });
  return { ...series, points: series.points.map(shift), sessions: series.sessions.map(shift) };
};

interface PartyProps {
  readonly series: Drawn;
  /** The same at its true time. */
  readonly shown: LoadSeries;
  readonly name: string;
  readonly place: number;
  readonly metric: Metric;
  readonly scale: TrendScale;
  readonly em: number;
}

function Party({ series, shown, name, place, metric, scale, em }: PartyProps) {
  return (
    <g className={place === 0 ? css.a : css.b}>
      <line
        className={classNames(css.line, place === 1 && css.second)}
        strokeWidth={em / 4}
        x1={scale.area.left + place * em * 18}
        x2={scale.area.left + place * em * 18 + em * 2}
        y1={em * 2.2}
        y2={em * 2.2}
      />
      <text className={css.end} x={scale.area.left + place * em * 18 + em * 2.6} y={em * 2.55}>
        {name}
      </text>
      {piecesOf(series.sessions, series.empty).map((piece) => (
        <polyline
          key={piece[0]?.at_epoch_ms}
          className={classNames(css.line, place === 1 && css.second)}
          strokeWidth={em / 4}
          points={piece
            .map(({ at_epoch_ms, value }) => `${scale.x(at_epoch_ms)},${scale.y(value)}`)
            .join(' ')}
        />
      ))}
      {series.points.map(({ set_id, at_epoch_ms, value }, i) => {
        const said = words.history.point(
          formatDayTime(shown.points[i]?.at_epoch_ms ?? at_epoch_ms),
          name,
          `${metric.format(value)} ${metric.unit}`,
        );
        return (
          <a key={set_id} href={`#/review/${set_id}`} className={css.point} aria-label={said}>
            <circle className={css.hit} cx={scale.x(at_epoch_ms)} cy={scale.y(value)} r={em * 1.1} />
            <circle
              className={classNames(css.dot, place === 1 && css.hollow)}
              cx={scale.x(at_epoch_ms)}
              cy={scale.y(value)}
              r={em * 0.42}
            />
            <title>{said}</title>
          </a>
        );
      })}
    </g>
  );
}
