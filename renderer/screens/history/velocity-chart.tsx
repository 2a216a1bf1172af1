import type { HistoryPoint } from '../../../src/contract/sets.ts';
import type { Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { formatDayTime, formatLoad, formatVelocity } from '../../format/format.ts';
import { ticksOf } from '../../format/ticks.ts';
import { useSize } from '../../ui/use-size.ts';
import css from './charts.module.css';
import { type LoadSeries, seriesOf } from './series.ts';
import { timeTicks } from './time-ticks.ts';

/** From the lightest load to the heaviest: the live signal's colour, darker as it gets heavier. */
const SHADES = ['#c9e6ff', '#8fd0ff', '#59b8ff', '#2d86c9', '#4f8fd0', '#7f9fc4'];
const LEAST_SPAN_MPS = 0.2;
const DAY_MS = 24 * 60 * 60 * 1000;

interface VelocityChartProps {
  readonly points: readonly HistoryPoint[];
  readonly units: Units;
}

/** Mean velocity of every work set over time, one line per load. Every point is a link to its set. */
export function VelocityChart({ points, units }: VelocityChartProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const series = seriesOf(points);
  return (
    <div ref={box} className={css.box}>
      {size && size.width > 0 && series.length > 0 && (
        <Drawing series={series} units={units} width={size.width} height={size.height} />
      )}
    </div>
  );
}

interface DrawingProps {
  readonly series: readonly LoadSeries[];
  readonly units: Units;
  readonly width: number;
  readonly height: number;
}

function Drawing({ series, units, width, height }: DrawingProps) {
  const em = Math.max(11, window.innerHeight * 0.0155);
  const area = { left: em * 3, right: width - em * 5.5, top: em, bottom: height - em * 2.4 };
  const all = series.flatMap(({ points }) => points);
  const speeds = all.map(({ mean_mcv_mps }) => mean_mcv_mps);
  const middle = (Math.min(...speeds) + Math.max(...speeds)) / 2;
  const span = Math.max(LEAST_SPAN_MPS, (Math.max(...speeds) - Math.min(...speeds)) * 1.2);
  const [low, high] = [Math.max(0, middle - span / 2), middle + span / 2];
  const times = all.map(({ at_epoch_ms }) => at_epoch_ms);
  const from_ms = Math.min(...times) - DAY_MS;
  const to_ms = Math.max(...times) + DAY_MS;
  const x = (at_ms: number): number =>
    area.left + ((at_ms - from_ms) / (to_ms - from_ms)) * (area.right - area.left);
  const y = (mps: number): number => area.bottom - ((mps - low) / (high - low)) * (area.bottom - area.top);
  const mostTimes = Math.max(2, Math.floor((area.right - area.left) / (em * 6)));
  const ends = spread(
    series.map(({ line }) => y(line.at(-1)?.mcv_mps ?? low)),
    em * 1.35,
  );

  return (
    <svg className={css.svg} viewBox={`0 0 ${width} ${height}`} aria-label={words.history.velocityCard}>
      <g className={css.axis}>
        {ticksOf(low, high, (area.bottom - area.top) / (em * 3.5)).map((tick) => (
          <g key={tick}>
            <line x1={area.left} x2={area.right} y1={y(tick)} y2={y(tick)} />
            <text x={area.left - em * 0.8} y={y(tick) + em * 0.35} textAnchor="end">
              {formatVelocity(tick)}
            </text>
          </g>
        ))}
        {timeTicks(from_ms, to_ms, mostTimes).map(({ at_epoch_ms, text }) => (
          <text key={at_epoch_ms} x={x(at_epoch_ms)} y={height - em * 0.5} textAnchor="middle">
            {text}
          </text>
        ))}
      </g>
      {series.map(({ load_kg, line, points }, i) => {
        const colour = SHADES[Math.min(i + (series.length < 4 ? 1 : 0), SHADES.length - 1)];
        const load = load_kg === null ? words.history.noLoad : formatLoad(units, load_kg);
        return (
          <g key={load} color={colour}>
            <polyline
              className={css.line}
              strokeWidth={em / 4.5}
              points={line.map((day) => `${x(day.at_epoch_ms)},${y(day.mcv_mps)}`).join(' ')}
            />
            {points.map((point) => (
              <a
                key={point.set_id}
                href={`#/review/${point.set_id}`}
                className={css.point}
                aria-label={words.history.point(
                  formatDayTime(point.at_epoch_ms),
                  load,
                  formatVelocity(point.mean_mcv_mps),
                )}
              >
                <circle
                  className={css.hit}
                  cx={x(point.at_epoch_ms)}
                  cy={y(point.mean_mcv_mps)}
                  r={em * 1.1}
                />
                <circle
                  className={css.dot}
                  cx={x(point.at_epoch_ms)}
                  cy={y(point.mean_mcv_mps)}
                  r={em * 0.42}
                />
                <title>
                  {words.history.pointTip(
                    formatDayTime(point.at_epoch_ms),
                    load,
                    formatVelocity(point.mean_mcv_mps),
                  )}
                </title>
              </a>
            ))}
            <text className={css.end} x={area.right + em * 0.8} y={(ends[i] ?? 0) + em * 0.35}>
              {load}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Moves labels apart that would stand on one another; keeps their order. */
function spread(places: readonly number[], gap: number): readonly number[] {
  const order = places.map((at, i) => ({ at, i })).toSorted((a, b) => a.at - b.at);
  let last = Number.NEGATIVE_INFINITY;
  const moved = [...places];
  for (const { at, i } of order) {
    last = Math.max(at, last + gap);
    moved[i] = last;
  }
  return moved;
}
