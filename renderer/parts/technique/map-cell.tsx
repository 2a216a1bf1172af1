import { OUTCOMES, type RepOutcome } from '../../../src/training/outcome.ts';
import type { MapCell } from '../../../src/training/technique.ts';
import { words } from '../../../src/words/index.ts';
import { formatWhole } from '../../format/format.ts';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { MARK_OF } from './outcome-mark.ts';
import css from './technique.module.css';

interface CellProps {
  readonly cell: MapCell;
  /** Load and column, as they are said. */
  readonly name: readonly [string, string];
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly em: number;
  readonly chosen: boolean;
  /** Tab stops here; the arrows go on from it. */
  readonly reachable: boolean;
  readonly onChoose: () => void;
}

/** From the left what was as asked, then what nobody could judge, then what went wrong. */
const ORDER: readonly RepOutcome[] = ['full', 'unsure', 'dropped', 'missed-hold', 'short', 'half'];

const outcomesInWords = (counts: MapCell['counts']): string =>
  OUTCOMES.filter((outcome) => counts[outcome] > 0)
    .map((outcome) => words.technique.part(formatWhole(counts[outcome]), words.technique.outcomes[outcome]))
    .join(', ');

/** One square: bars as wide as their share, and the most frequent of what went wrong as a mark with its count. */
export function MapCellMark({ cell, name, box, em, chosen, reachable, onChoose }: CellProps) {
  const { counts, reps } = cell;
  const gap = Math.min(em * 0.16, box.width * 0.06);
  const [wide, tall] = [box.width - gap, box.height - gap];
  const worst = ORDER.filter((outcome) => outcome !== 'full' && counts[outcome] > 0).toSorted(
    (a, b) => Number(a === 'unsure') - Number(b === 'unsure') || counts[b] - counts[a],
  )[0];
  let from = box.x;
  const said = words.technique.cell(name[0], name[1], outcomesInWords(counts), reps);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no button element
    <g
      role="button"
      tabIndex={reachable ? 0 : -1}
      aria-pressed={chosen}
      aria-label={said}
      className={classNames(css.cell, chosen && css.chosen)}
      data-place={`${cell.load_kg} ${cell.column}`}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        onChoose();
      }}
    >
      <title>{said}</title>
      {ORDER.map((outcome) => {
        const width = (counts[outcome] / reps) * wide;
        const x = from;
        from += width;
        return (
          width > 0 && (
            <rect
              key={outcome}
              className={classNames(css.part, toneClass(MARK_OF[outcome]))}
              x={x}
              y={box.y}
              width={width}
              height={tall}
            />
          )
        );
      })}
      <rect className={css.frame} x={box.x} y={box.y} width={wide} height={tall} />
      {worst && wide > em * 2.9 ? (
        <g
          className={css.worst}
          transform={`translate(${box.x + wide / 2 - em * 1.25} ${box.y + tall / 2 - em * 0.55})`}
        >
          <rect x={-em * 0.25} y={-em * 0.25} width={em * 3} height={em * 1.6} rx={em * 0.3} />
          <g className={toneClass(MARK_OF[worst])}>
            <VerdictMark mark={MARK_OF[worst]} />
          </g>
          <text x={em * 1.4} y={em * 0.92}>
            {formatWhole(counts[worst])}
          </text>
        </g>
      ) : (
        wide > em * 1.5 && (
          <text className={css.count} x={box.x + wide / 2} y={box.y + tall / 2 + em * 0.35}>
            {formatWhole(worst ? counts[worst] : reps)}
          </text>
        )
      )}
    </g>
  );
}
