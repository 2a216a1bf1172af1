import type { Units } from '../../../../src/contract/setup.ts';
import { words } from '../../../../src/words/index.ts';
import { formatLoad, formatWhole } from '../../../format/format.ts';
import type { Metric } from '../../../parts/trend/metric.ts';
import type { LoadSeries } from '../../../parts/trend/series.ts';
import css from '../../../parts/trend/trend.module.css';
import { ColumnHeads } from '../../../ui/column-heads.tsx';

interface TableProps {
  readonly series: readonly LoadSeries[];
  readonly metric: Metric;
  readonly units: Units;
}

/** The plot as numbers: first and last session at each load and the change with its interval. */
export function TrendTable({ series, metric, units }: TableProps) {
  const { columns, interval, tableTitle } = words.trend;
  const value = (of: number | undefined): string => (of === undefined ? words.nothing : metric.format(of));
  return (
    <div className={css.wide}>
      <table className={css.table} aria-label={tableTitle}>
        <ColumnHeads columns={columns} />
        <tbody>
          {series.toReversed().map(({ load_kg, sessions, trend }) => (
            <tr key={load_kg ?? 'none'}>
              <th scope="row">{load_kg === null ? words.history.noLoad : formatLoad(units, load_kg)}</th>
              <td>{formatWhole(sessions.length)}</td>
              <td>{value(sessions[0]?.value)}</td>
              <td>{value(sessions.at(-1)?.value)}</td>
              <td>{trend ? metric.change(trend.change) : words.nothing}</td>
              <td>{trend ? interval(metric.change(trend.low), metric.change(trend.high)) : words.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
