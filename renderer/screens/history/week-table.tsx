import { words } from '../../../src/words/index.ts';
import { formatWhole } from '../../format/format.ts';
import { formatDayOfMonth } from '../../format/moments.ts';
import css from '../../parts/trend/trend.module.css';
import type { BarWeek } from './week-bars.tsx';

interface TableProps {
  readonly title: string;
  readonly weeks: readonly BarWeek[];
}

/** The bars as numbers of reps, newest week first. */
export function WeekTable({ title, weeks }: TableProps) {
  const kinds = weeks.find(({ parts }) => parts.length > 0)?.parts ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a narrow window must be reachable by keyboard
    <div className={css.wide} tabIndex={0}>
      <table className={css.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{words.history.weekColumn}</th>
            {kinds.map(({ word }) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map(({ monday_epoch_ms, parts }) => (
            <tr key={monday_epoch_ms}>
              <th scope="row">{formatDayOfMonth(monday_epoch_ms)}</th>
              {kinds.map(({ word }, i) => (
                <td key={word}>{parts.length === 0 ? words.nothing : formatWhole(parts[i]?.count ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
