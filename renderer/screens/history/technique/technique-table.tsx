import type { Units } from '../../../../src/contract/setup.ts';
import { OUTCOMES } from '../../../../src/training/outcome.ts';
import type { MapCell } from '../../../../src/training/technique.ts';
import { words } from '../../../../src/words/index.ts';
import { formatLoad, formatWhole } from '../../../format/format.ts';
import { OutcomeHeads } from '../../../parts/technique/outcome-heads.tsx';
import css from '../../../parts/technique/technique.module.css';

/** The map's rows as numbers, heaviest load first. */
export function TechniqueTable({
  cells,
  units,
}: {
  readonly cells: readonly MapCell[];
  readonly units: Units;
}) {
  const text = words.technique;
  const rows = [...Map.groupBy(cells, ({ load_kg }) => load_kg)].sort(([a], [b]) => b - a);
  return (
    <div className={css.wide}>
      <table className={css.table} aria-label={text.tableTitle}>
        <thead>
          <tr>
            <th scope="col">{text.load}</th>
            <th scope="col">{text.reps}</th>
            <OutcomeHeads />
          </tr>
        </thead>
        <tbody>
          {rows.map(([load_kg, of]) => (
            <tr key={load_kg}>
              <th scope="row">{formatLoad(units, load_kg)}</th>
              <td>{formatWhole(of.reduce((sum, { reps }) => sum + reps, 0))}</td>
              {OUTCOMES.map((outcome) => (
                <td key={outcome}>{formatWhole(of.reduce((sum, { counts }) => sum + counts[outcome], 0))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
