import type { ClockKind } from '../samples.ts';
import type { ColumnName } from './header.ts';
import { ACCEL_SCALES, isAccelUnit, isRateUnit, isTimeUnit, RATE_SCALES, TIME_SCALES } from './units.ts';

/**
 * What a vector is. `linear` is acceleration without gravity, `gravity` what was taken off it: together they are
 * what a sensor feels.
 */
export type Quantity = 'accel' | 'gyro' | 'linear' | 'gravity';

export interface VectorColumns {
  readonly quantity: Quantity;
  readonly columns: readonly [number, number, number];
  /** Turns a reading into g or deg/s; negative where the tool writes minus what is felt. */
  readonly scale: number;
}

export interface TimeColumn {
  readonly column: number;
  /** s per count; null where the cells are dates with a time, or say so themselves. */
  readonly scale: number | null;
  /** `bursts`: the computer's time of arrival where samples share it, the sensor's otherwise. */
  readonly clock: ClockKind | 'bursts';
  /** A counter that starts again at this count. */
  readonly wraps_at?: number;
}

/** Which columns of a table are read, and how. */
export interface Layout {
  /** Whose file this is, as a person calls it; empty for a table that no tool is known by. */
  readonly tool: string;
  readonly time: TimeColumn;
  readonly vectors: readonly VectorColumns[];
  /** The column that names the sensor of each row. */
  readonly device: number | null;
  /** Columns that seem to hold the angular rate and are not read. */
  readonly unread: readonly string[];
}

/** One tool's files. */
export interface TableFormat {
  readonly tool: string;
  /** The layout of a table with this header line, or null when it is not this tool's. */
  recognise(names: readonly ColumnName[], file: string): Layout | null;
  /** What keeps a table that can only be this tool's from being read; null where it is not. */
  explain?(names: readonly ColumnName[]): string | null;
}

export const layoutOf = (
  tool: string,
  time: TimeColumn,
  vectors: readonly (VectorColumns | null)[],
  device = -1,
): Layout | null => {
  const found = vectors.filter((vector) => vector !== null);
  return time.column < 0 || found.length === 0
    ? null
    : { tool, time, vectors: found, device: device < 0 ? null : device, unread: [] };
};

/** A vector where its columns are there. */
export const vector = (
  quantity: Quantity,
  columns: readonly [number, number, number] | null,
  scale: number,
): VectorColumns | null => (columns === null ? null : { quantity, columns, scale });

/** The vector of columns that name their unit: what is in g or m/s2 is the acceleration `kind`, what is in deg/s a rate. */
export function measured(
  names: readonly ColumnName[],
  columns: readonly [number, number, number] | null,
  kind: 'accel' | 'linear' | 'gravity' = 'accel',
): VectorColumns | null {
  const unit = columns === null ? null : (names[columns[0]]?.unit ?? null);
  if (isAccelUnit(unit)) return vector(kind, columns, ACCEL_SCALES[unit]);
  return isRateUnit(unit) && kind === 'accel' ? vector('gyro', columns, RATE_SCALES[unit]) : null;
}

/** Seconds per count of a column that names its unit; null where it does not. */
export function timeScale(names: readonly ColumnName[], column: number): number | null {
  const unit = names[column]?.unit ?? null;
  return isTimeUnit(unit) ? TIME_SCALES[unit] : null;
}
