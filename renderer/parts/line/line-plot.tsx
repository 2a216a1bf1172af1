import type { Units } from '../../../src/contract/setup.ts';
import type { SpeedPoint } from '../../../src/training/line/points.ts';
import type { LineReport, TrainingProfile } from '../../../src/training/profile.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad, formatTick, formatVelocity, loadIn, loadToKg } from '../../format/format.ts';
import { formatDayOfMonth } from '../../format/moments.ts';
import { ticksOf } from '../../format/ticks.ts';
import { classNames } from '../../ui/class-names.ts';
import { useSize } from '../../ui/use-size.ts';
import type { Area } from '../plot/area.ts';
import css from './line-plot.module.css';
import { bandOutline, type LineScale, lineScale } from './line-scale.ts';

interface PlotProps {
  readonly report: LineReport;
  readonly training: TrainingProfile;
  readonly units: Units;
}

/** The line, its bands, the zones and the interval of the 1RM. Every point is a link to its set. */
export function LinePlot(props: PlotProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const text = words.training;
  return (
    <figure className={css.figure}>
      <div ref={box} className={css.box} data-plot>
        {size && size.width > 0 && <Drawing {...props} width={size.width} height={size.height} />}
      </div>
      <figcaption className="label">
        {text.bands} {props.training.older.length > 0 && text.oldPoints}
      </figcaption>
    </figure>
  );
}

function Drawing({ report, training, units, width, height }: PlotProps & { width: number; height: number }) {
  const em = Math.max(11, window.innerHeight * 0.0155);
  const area = { left: em * 3.4, right: width - em, top: em * 2, bottom: height - em * 3.2 };
  const scale = lineScale(report, training, area);
  const { line } = report;
  const straight = report.bands.map(
    ({ load_kg, mcv_mps }) => `${scale.x(load_kg)},${scale.y(Math.max(0, mcv_mps))}`,
  );
  return (
    <svg className={css.svg} viewBox={`0 0 ${width} ${height}`} aria-label={words.training.line}>
      <Zones report={report} scale={scale} area={area} em={em} />
      <Axes scale={scale} area={area} units={units} em={em} />
      <polygon className={css.dayBand} points={bandOutline(report, scale, ({ day_mps }) => day_mps)} />
      <polygon className={css.lineBand} points={bandOutline(report, scale, ({ line_mps }) => line_mps)} />
      {line.per_kg_mps < 0 && <polyline className={css.line} points={straight.join(' ')} />}
      <Max report={report} scale={scale} units={units} em={em} />
      {training.older.map((point) => (
        <circle
          key={point.set_id}
          className={css.old}
          cx={scale.x(point.load_kg)}
          cy={scale.y(point.mcv_mps)}
          r={em * 0.32}
        />
      ))}
      {training.points.map((point) => (
        <PointLink key={point.set_id} point={point} scale={scale} units={units} em={em} />
      ))}
    </svg>
  );
}

interface PartProps {
  readonly scale: LineScale;
  readonly em: number;
}

function Axes({ scale, area, units, em }: PartProps & { readonly area: Area; readonly units: Units }) {
  const text = words.training;
  const loads = ticksOf(
    loadIn(units, scale.from_kg),
    loadIn(units, scale.to_kg),
    (area.right - area.left) / (em * 5),
  );
  return (
    <g className={css.axis}>
      {ticksOf(scale.slow_mps, scale.fast_mps, (area.bottom - area.top) / (em * 3.5)).map((tick) => (
        <g key={tick}>
          <line x1={area.left} x2={area.right} y1={scale.y(tick)} y2={scale.y(tick)} />
          <text x={area.left - em * 0.6} y={scale.y(tick) + em * 0.35} textAnchor="end">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      {loads.map((tick) => (
        <text key={tick} x={scale.x(loadToKg(units, tick))} y={area.bottom + em * 1.4} textAnchor="middle">
          {formatTick(tick)}
        </text>
      ))}
      <text x={area.right} y={area.bottom + em * 2.8} textAnchor="end">
        {text.axisLoad(words.units[units])}
      </text>
      <text x={area.left} y={em}>
        {text.axisSpeed}
      </text>
    </g>
  );
}

/** Stretches of the load axis, named at its foot. */
function Zones({
  report,
  scale,
  area,
  em,
}: PartProps & { readonly report: LineReport; readonly area: Area }) {
  return (
    <g className={css.zones}>
      {report.zones.map(({ zone, from_kg, to_kg }, i) => {
        const left = Math.max(area.left, scale.x(from_kg));
        const right = Math.min(area.right, scale.x(to_kg));
        if (right - left < em) return null;
        const power = zone === 'power';
        return (
          <g key={zone} className={classNames(css.zone, power && css.power, i % 2 === 0 && css.even)}>
            <rect x={left} y={area.top} width={right - left} height={area.bottom - area.top} />
            <text x={(left + right) / 2} y={power ? area.top + em * 1.2 : area.bottom - em * 0.6}>
              {words.training.zones[zone]}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The interval of the 1RM as a bar at the velocity of 1RM, with its ends. */
function Max({
  report,
  scale,
  units,
  em,
}: PartProps & { readonly report: LineReport; readonly units: Units }) {
  const { max, velocity } = report;
  if (!max || !velocity) return null;
  const y = scale.y(velocity.value);
  const [left, right] = [scale.x(max.low_kg), scale.x(max.high_kg)];
  const ends = words.training.maxRange(
    formatLoad(units, Math.round(max.low_kg)),
    formatLoad(units, Math.round(max.high_kg)),
  );
  return (
    <g className={css.max}>
      <path
        d={`M${left} ${y - em * 0.6}V${y + em * 0.6}M${left} ${y}H${right}M${right} ${y - em * 0.6}V${y + em * 0.6}`}
      />
      <text x={right} y={y + em * 1.9} textAnchor="end">
        {words.training.max} {ends}
      </text>
    </g>
  );
}

function PointLink({
  point,
  scale,
  units,
  em,
}: PartProps & { readonly point: SpeedPoint; readonly units: Units }) {
  const [x, y] = [scale.x(point.load_kg), scale.y(point.mcv_mps)];
  const name = words.training.point(
    formatDayOfMonth(point.at_epoch_ms),
    formatLoad(units, point.load_kg),
    formatVelocity(point.mcv_mps),
  );
  return (
    <a href={`#/review/${point.set_id}`} className={css.point} aria-label={name}>
      <circle className={css.hit} cx={x} cy={y} r={em * 1.1} />
      <circle className={css.dot} cx={x} cy={y} r={em * 0.42} />
      <title>{name}</title>
    </a>
  );
}
