import { type KeyboardEvent, useState } from 'react';
import type { Units } from '../../../src/contract/setup.ts';
import type { MapCell } from '../../../src/training/technique.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad, formatLoadNumber, formatWhole } from '../../format/format.ts';
import { formatAxisDay, formatDayOfMonth } from '../../format/moments.ts';
import { useSize } from '../../ui/use-size.ts';
import { MapCellMark } from './map-cell.tsx';
import css from './technique.module.css';

export type MapAxis = 'rep' | 'week';

type Place = Pick<MapCell, 'load_kg' | 'column'>;

interface MapProps {
  readonly cells: readonly MapCell[];
  readonly axis: MapAxis;
  readonly units: Units;
  readonly chosen: MapCell | null;
  readonly onChoose: (place: Place) => void;
}

/** Height of a row and most of a column, in letters: a square holds a count that can be read. */
const [ROW, COLUMN] = [3.2, 9];

export const columnName = (axis: MapAxis, column: number): string =>
  axis === 'rep'
    ? words.technique.repColumn(formatWhole(column))
    : words.technique.weekColumn(formatDayOfMonth(column));

/** Loads upwards, reps of the set or weeks across: each square filled with what its reps were. */
export function MapPlot(props: MapProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const em = Math.max(12, window.innerHeight * 0.0165);
  const rows = new Set(props.cells.map(({ load_kg }) => load_kg)).size;
  const height = (rows * ROW + 4.2) * em;
  return (
    <div ref={box} className={css.map} data-plot>
      {size && size.width > 0 && <Drawing {...props} width={size.width} height={height} em={em} />}
    </div>
  );
}

interface DrawingProps extends MapProps {
  readonly width: number;
  readonly height: number;
  readonly em: number;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

function Drawing({ cells, axis, units, chosen, onChoose, width, height, em }: DrawingProps) {
  const loads = [...new Set(cells.map(({ load_kg }) => load_kg))].sort((a, b) => b - a);
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const left = em * 4.2;
  const wide = Math.min(COLUMN * em, (width - left - em * 0.4) / columns.length);
  const tall = ROW * em;
  const at = new Map(cells.map((cell) => [`${cell.load_kg} ${cell.column}`, cell]));
  const first = cells.find((cell) => cell.load_kg === loads[0]) as MapCell;
  const [focus, setFocus] = useState<Place>(first);
  const here = at.get(`${focus.load_kg} ${focus.column}`) ?? first;
  const every = Math.ceil((axis === 'week' ? em * 3.8 : em * 1.6) / wide);

  /** The next square in the direction of an arrow, over places that hold none. */
  const move = (event: KeyboardEvent<SVGSVGElement>): void => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    let [row, column] = [loads.indexOf(here.load_kg), columns.indexOf(here.column)];
    for (;;) {
      row += step[0];
      column += step[1];
      const [load_kg, place] = [loads[row], columns[column]];
      if (load_kg === undefined || place === undefined) return;
      if (!at.has(`${load_kg} ${place}`)) continue;
      setFocus({ load_kg, column: place });
      event.currentTarget.querySelector<SVGGElement>(`[data-place="${load_kg} ${place}"]`)?.focus();
      return;
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset element
    <svg
      className={css.drawing}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={words.technique.title}
      onKeyDown={move}
    >
      <text className={css.axis} x={0} y={em}>
        {words.technique.axisLoad(words.units[units])}
      </text>
      {loads.map((load, row) => (
        <text
          key={load}
          className={css.tick}
          x={left - em * 0.7}
          y={em * (1.6 + 0.35) + (row + 0.5) * tall}
          textAnchor="end"
        >
          {formatLoadNumber(units, load)}
        </text>
      ))}
      {columns.map(
        (column, i) =>
          i % every === 0 && (
            <text
              key={column}
              className={css.tick}
              x={left + (i + 0.5) * wide}
              y={em * 2.9 + loads.length * tall}
              textAnchor="middle"
            >
              {axis === 'rep' ? formatWhole(column) : formatAxisDay(column)}
            </text>
          ),
      )}
      <text className={css.axis} x={left} y={height - em * 0.1}>
        {words.technique.axes[axis]}
      </text>
      {cells.map((cell) => (
        <MapCellMark
          key={`${cell.load_kg} ${cell.column}`}
          cell={cell}
          name={[formatLoad(units, cell.load_kg), columnName(axis, cell.column)]}
          box={{
            x: left + columns.indexOf(cell.column) * wide,
            y: em * 1.6 + loads.indexOf(cell.load_kg) * tall,
            width: wide,
            height: tall,
          }}
          em={em}
          chosen={cell === chosen}
          reachable={cell === here}
          onChoose={() => {
            setFocus(cell);
            onChoose(cell);
          }}
        />
      ))}
    </svg>
  );
}
