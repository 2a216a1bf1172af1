import type { Units } from '../../../../src/contract/setup.ts';
import { OUTCOMES } from '../../../../src/training/outcome.ts';
import type { MapCell } from '../../../../src/training/technique.ts';
import { words } from '../../../../src/words/index.ts';
import { formatLoad, formatWhole } from '../../../format/format.ts';
import { columnName, type MapAxis } from '../../../parts/technique/map-plot.tsx';
import { OutcomeHeads } from '../../../parts/technique/outcome-heads.tsx';
import css from '../../../parts/technique/technique.module.css';

interface TableProps {
  readonly cells: readonly MapCell[];
  readonly axis: MapAxis;
  readonly units: Units;
}

/** Every square of the map as numbers, heaviest load first. */
export function SquaresTable({ cells, axis, units }: TableProps) {
  const text = words.technique;
  const inOrder = cells.toSorted((a, b) => b.load_kg - a.load_kg || a.column - b.column);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a narrow window must be reachable by keyboard
    <div className={css.wide} tabIndex={0}>
      <table className={css.table} aria-label={text.squaresTitle}>
        <thead>
          <tr>
            <th scope="col">{text.load}</th>
            <th scope="col">{text.axes[axis]}</th>
            <OutcomeHeads />
          </tr>
        </thead>
        <tbody>
          {inOrder.map(({ load_kg, column, counts }) => (
            <tr key={`${load_kg} ${column}`}>
              <th scope="row">{formatLoad(units, load_kg)}</th>
              <td>{columnName(axis, column)}</td>
              {OUTCOMES.map((outcome) => (
                <td key={outcome}>{formatWhole(counts[outcome])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
