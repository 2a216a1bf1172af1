import { words } from '../../../../src/words/index.ts';
import { formatWhole } from '../../../format/format.ts';
import type { Metric } from '../../../parts/trend/metric.ts';
import type { LoadSeries } from '../../../parts/trend/series.ts';
import css from '../../../parts/trend/trend.module.css';
import { ColumnHeads } from '../../../ui/column-heads.tsx';

interface TableProps {
  readonly pair: readonly [LoadSeries, LoadSeries];
  readonly names: readonly [string, string];
  readonly metric: Metric;
}

/** The plot of two as numbers. */
export function CompareTable({ pair, names, metric }: TableProps) {
  const { comparedColumns, comparedTable } = words.trend;
  const value = (of: number | undefined): string => (of === undefined ? words.nothing : metric.format(of));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a narrow window must be reachable by keyboard
    <div className={css.wide} tabIndex={0}>
      <table className={css.table} aria-label={comparedTable}>
        <ColumnHeads columns={comparedColumns} />
        <tbody>
          {pair.map(({ sessions, trend }, i) => (
            <tr key={i === 0 ? 'a' : 'b'}>
              <th scope="row">{names[i]}</th>
              <td>{formatWhole(sessions.length)}</td>
              <td>{value(sessions[0]?.value)}</td>
              <td>{value(sessions.at(-1)?.value)}</td>
              <td>{value(sessions.reduce((sum, each) => sum + each.value, 0) / sessions.length)}</td>
              <td>{trend ? metric.change(trend.change) : words.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
