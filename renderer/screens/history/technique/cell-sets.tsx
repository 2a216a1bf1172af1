import type { HistoryPoint } from '../../../../src/contract/sets.ts';
import type { Units } from '../../../../src/contract/setup.ts';
import type { MapCell } from '../../../../src/training/technique.ts';
import { words } from '../../../../src/words/index.ts';
import { formatLoad, formatWhole } from '../../../format/format.ts';
import { formatDayTime } from '../../../format/moments.ts';
import { columnName, type MapAxis } from '../../../parts/technique/map-plot.tsx';
import { MARK_OF } from '../../../parts/technique/outcome-mark.ts';
import css from '../../../parts/technique/technique.module.css';
import { classNames } from '../../../ui/class-names.ts';
import { toneClass } from '../../../ui/tone.ts';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';

interface CellSetsProps {
  readonly cell: MapCell;
  readonly axis: MapAxis;
  readonly points: readonly HistoryPoint[];
  readonly units: Units;
}

/** Every set of a square, newest first, with its reps one by one; each opens its set. */
export function CellSets({ cell, axis, points, units }: CellSetsProps) {
  const text = words.technique;
  const where = `${formatLoad(units, cell.load_kg)}, ${columnName(axis, cell.column)}`;
  const ids = new Set(cell.set_ids);
  const sets = points.filter(({ set_id }) => ids.has(set_id)).toReversed();
  return (
    <section className={css.sets} aria-label={text.setsOf(where)}>
      <h3>
        {text.setsOf(where)} <span className="label">{formatWhole(sets.length)}</span>
      </h3>
      <ul>
        {sets.map(({ set_id, at_epoch_ms, outcomes }) => (
          <li key={set_id}>
            <a href={`#/review/${set_id}`}>{formatDayTime(at_epoch_ms)}</a>
            <span className={css.marks}>
              {outcomes.map((outcome, i) => (
                <span
                  key={i}
                  className={classNames(
                    toneClass(MARK_OF[outcome]),
                    axis === 'rep' && i + 1 === cell.column && css.here,
                  )}
                >
                  <VerdictMark mark={MARK_OF[outcome]} />
                  <span className="visually-hidden">{text.outcomes[outcome]}</span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
