import type { Units } from '../../../src/contract/setup.ts';
import type { SpeedPoint } from '../../../src/training/line/points.ts';
import type { LineReport } from '../../../src/training/profile.ts';
import { words } from '../../../src/words/index.ts';
import { formatDoubt, formatLoad, formatTick, formatVelocity } from '../../format/format.ts';
import { formatDayOfMonth } from '../../format/moments.ts';
import css from './profile.module.css';
import own from './training.module.css';

interface TablesProps {
  readonly report: LineReport;
  readonly points: readonly SpeedPoint[];
  readonly units: Units;
}

/** What the plot shows, as numbers: percentages, and every point with its set. */
export function LineTables({ report, points, units }: TablesProps) {
  const text = words.training;
  const zone = (load_kg: number): string =>
    report.zones
      .filter(({ from_kg, to_kg }) => from_kg <= load_kg && load_kg <= to_kg)
      .map((each) => text.zones[each.zone])
      .join(', ');
  return (
    <>
      {report.percents.length > 0 && (
        <table className={css.table} aria-label={text.tableTitle}>
          <thead>
            <tr>
              <th scope="col">{text.columns.share}</th>
              <th scope="col">{text.columns.load}</th>
              <th scope="col">{text.columns.speed}</th>
              <th scope="col">{text.columns.zone}</th>
            </tr>
          </thead>
          <tbody>
            {report.percents.map(({ percent, load_kg, mcv_mps }) => (
              <tr key={percent}>
                <th scope="row" className="num">
                  {formatTick(percent)}
                </th>
                <td>{formatLoad(units, Math.round(load_kg))}</td>
                <td className="num">{formatVelocity(mcv_mps)}</td>
                <td>{zone(load_kg)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <details className={own.points}>
        <summary>{text.pointsTitle}</summary>
        <table className={css.table} aria-label={text.pointsTitle}>
          <thead>
            <tr>
              <th scope="col">{text.pointColumns.when}</th>
              <th scope="col">{text.pointColumns.load}</th>
              <th scope="col">{text.pointColumns.speed}</th>
              <th scope="col">{text.pointColumns.sigma}</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map((point) => (
              <tr key={point.set_id}>
                <th scope="row">
                  <a href={`#/review/${point.set_id}`}>{formatDayOfMonth(point.at_epoch_ms)}</a>
                </th>
                <td>{formatLoad(units, point.load_kg)}</td>
                <td className="num">{formatVelocity(point.mcv_mps)}</td>
                <td className="num">{formatDoubt(point.sigma_mps)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
