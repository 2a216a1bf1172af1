import type { Layout, VectorColumns } from '../formats/layout.ts';
import { parseNumber } from '../table/cells.ts';
import { createTimeReader } from './time-reader.ts';

/** No sensor on a bar reads beyond this, g: ten times what the widest range holds. */
const MOST_G = 4000;
/** No sensor on a bar reads beyond this, deg/s: ten times what the widest range holds. */
const MOST_DPS = 40000;

/** The cells of a row as numbers. */
export interface RowParser {
  /** false: one cell is no reading, and `column` and `value` say which. */
  parse(cells: readonly string[]): boolean;
  /** The reading of the row's time, in counts that only rise; otherwise what the cell that is no reading was read as. */
  readonly value: number;
  readonly column: number;
  /** Readings of all vectors, x, y, z after one another, g and deg/s. */
  readonly values: Float64Array;
  /** Seconds per count of the time; null while nobody has said the unit. */
  readonly time_scale: number | null;
  /** The clock was set by an hour in between. */
  readonly clockSet: boolean;
}

export function createRowParser({ time, vectors }: Layout): RowParser {
  const reader = createTimeReader(time);
  const columns = vectors.flatMap((vector) => [...vector.columns]);
  const scales = vectors.flatMap(({ scale }) => [scale, scale, scale]);
  const most = vectors.flatMap((vector) => Array<number>(3).fill(limitOf(vector)));
  const values = new Float64Array(columns.length);
  const s = { value: 0.5, column: 0 };
  return {
    parse(cells) {
      for (let k = 0; k < columns.length; k++) {
        s.column = columns[k] as number;
        s.value = parseNumber(cells[s.column] ?? '');
        if (!(Math.abs(s.value) <= (most[k] as number))) return false;
        values[k] = s.value * (scales[k] as number);
      }
      s.column = time.column;
      s.value = reader.read(cells[time.column] ?? '');
      return Number.isFinite(s.value);
    },
    get value() {
      return s.value;
    },
    get column() {
      return s.column;
    },
    values,
    get time_scale() {
      return reader.scale;
    },
    get clockSet() {
      return reader.wasSet;
    },
  };
}

/** In the column's own unit. */
const limitOf = ({ quantity, scale }: VectorColumns): number =>
  (quantity === 'gyro' ? MOST_DPS : MOST_G) / Math.abs(scale);
