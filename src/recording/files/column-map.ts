/** Units a person can say the columns of an unknown file are in; each is spelled as Lockout's own columns spell it. */
export const MAPPED_TIMES = ['t_s', 't_ms', 't_us', 'timestamp_ms'] as const;
export const MAPPED_ACCELERATIONS = ['g', 'mg', 'mps2'] as const;
export const MAPPED_RATES = ['dps', 'rads', 'mdps'] as const;

/** What the columns of a file that no tool is known by mean, by their places from 0. */
export interface ColumnMap {
  readonly time: { readonly column: number; readonly as: (typeof MAPPED_TIMES)[number] };
  readonly accel: {
    readonly columns: readonly [number, number, number];
    readonly unit: (typeof MAPPED_ACCELERATIONS)[number];
  };
  readonly gyro: {
    readonly columns: readonly [number, number, number];
    readonly unit: (typeof MAPPED_RATES)[number];
  } | null;
}

/** A header in Lockout's own words; what is not meant is named so that nobody reads it. */
export function renameHeader(cells: readonly string[], { time, accel, gyro }: ColumnMap): string[] {
  const names = cells.map((_, i) => `unread ${i + 1}`);
  names[time.column] = time.as;
  for (const [k, axis] of ['x', 'y', 'z'].entries()) {
    names[accel.columns[k] as number] = `a${axis}_${accel.unit}`;
    if (gyro !== null) names[gyro.columns[k] as number] = `g${axis}_${gyro.unit}`;
  }
  return names;
}

/** By what a header is known again. */
export const headerKey = (cells: readonly string[]): string =>
  cells.map((cell) => cell.replace(/^\ufeff/, '').trim()).join('\t');

/** Does this line name columns, and does the next one hold numbers under them? */
export function looksLikeHeader(cells: readonly string[], next: readonly string[] | undefined): boolean {
  const named = cells.filter((cell) => cell.trim() !== '' && Number.isNaN(Number(cell)));
  const numbers = (next ?? []).filter(
    (cell) => cell.trim() !== '' && !Number.isNaN(Number(cell.replace(',', '.'))),
  );
  return named.length >= LEAST_COLUMNS && numbers.length >= LEAST_COLUMNS - 1;
}
/** A time and three axes. */
const LEAST_COLUMNS = 4;
