import { words } from '../words/index.ts';
import { type CsvColumns, chooseColumns } from './csv-columns.ts';
import { type Recording, type SensorInfo, UNKNOWN_SENSOR } from './samples.ts';

export interface CsvError {
  readonly code: 'empty' | 'columns' | 'value' | 'order';
  /** One line for a person; names the row and the column where there is one. */
  readonly message: string;
  /** 1-based line in the file and column name, where the error has a place. */
  readonly row: number | null;
  readonly column: string | null;
}

export type CsvResult =
  | {
      readonly ok: true;
      readonly recording: Recording;
      /** What a person should know of a file that could be read; one line each. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly error: CsvError };

/** A device clock that steps back more than this was restarted, s; less is jitter of the transport. */
const CLOCK_RESTART_S = 1;
/** A recording that seems to last longer has a time that is none, s: a week. */
const LONGEST_S = 7 * 24 * 3600;
/** Character code that ends a line. */
const NEWLINE = 10;
/** Character code that Windows puts before it. */
const RETURN = 13;
/** Character code between two cells. */
const COMMA = 44;
/** Hexadecimal, octal and binary numbers: JavaScript reads them, no sensor writes them. */
const OTHER_BASE = /^0[xob]/i;

/**
 * Reads the format that `analyze` takes (docs/command-line.md): a header line naming columns in any order, one
 * sample per row. Times become seconds from the first sample, accelerations g, angular rates deg/s.
 * A header without rows is a recording of no samples. Never throws.
 */
export function readCsv(text: string, sensor: SensorInfo = UNKNOWN_SENSOR): CsvResult {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const headerEnd = lineEnd(text, start);
  const header = text.slice(start, headerEnd).trim();
  if (header === '') return fail('empty', words.recordings.empty);
  const chosen = chooseColumns(header.split(',').map((name) => name.trim()));
  if (!chosen.ok) return fail('columns', chosen.message);
  return readRows(text, headerEnd + 1, chosen.columns, sensor);
}

function readRows(text: string, from: number, columns: CsvColumns, sensor: SensorInfo): CsvResult {
  const capacity = countLines(text, from);
  const t = new Float64Array(capacity);
  const accel = new Float64Array(3 * capacity);
  const gyro = columns.gyro === null ? null : new Float64Array(3 * capacity);
  const wanted = columns.wanted;
  const values = new Float64Array(columns.names.length);
  let n = 0;
  let t0 = 0;
  let row = 1;
  for (let at = from; at < text.length; ) {
    const end = lineEnd(text, at);
    row++;
    if (isBlank(text, at, end)) {
      at = end + 1;
      continue;
    }
    let cell = at;
    for (let column = 0; column < wanted.length; column++) {
      if (cell > end) {
        const missing = columns.names[nextWanted(wanted, column)];
        if (missing === undefined) break;
        return fail('value', words.recordings.noValue(row, missing), row, missing);
      }
      const comma = cellEnd(text, cell, end);
      if (wanted[column]) {
        const value = parseNumber(text, cell, comma);
        if (!(Math.abs(value) <= (columns.most[column] as number))) {
          const name = columns.names[column] ?? '';
          const shown = text.slice(cell, comma).trim().slice(0, 20);
          return fail('value', wrongValue(row, name, shown, value), row, name);
        }
        values[column] = value;
      }
      cell = comma + 1;
    }
    // before scaling: microseconds since 1970 are whole numbers, and so is their difference
    const time = values[columns.time] ?? 0;
    if (n === 0) t0 = time;
    const previous = n === 0 ? 0 : (t[n - 1] ?? 0);
    let now = (time - t0) * columns.time_scale;
    if (now < previous) {
      if (previous - now > CLOCK_RESTART_S) {
        const name = columns.names[columns.time] ?? '';
        return fail('order', words.recordings.timeGoesBack(row, name, previous - now), row, name);
      }
      now = previous;
    }
    if (now > LONGEST_S) {
      const name = columns.names[columns.time] ?? '';
      return fail('value', words.recordings.noMeasurement(row, name, String(time)), row, name);
    }
    t[n] = now;
    for (let axis = 0; axis < 3; axis++) {
      accel[3 * n + axis] = (values[columns.accel[axis] ?? 0] ?? 0) * columns.accel_scale;
      if (gyro !== null && columns.gyro !== null)
        gyro[3 * n + axis] = (values[columns.gyro[axis] ?? 0] ?? 0) * columns.gyro_scale;
    }
    n++;
    at = end + 1;
  }
  return {
    ok: true,
    recording: {
      sensor,
      clock: columns.clock,
      t_s: t.slice(0, n),
      accel_g: accel.slice(0, 3 * n),
      gyro_dps: gyro === null ? null : gyro.slice(0, 3 * n),
    },
    warnings: columns.unreadGyro.map(words.recordings.unreadGyro),
  };
}

function wrongValue(row: number, column: string, shown: string, value: number): string {
  if (shown === '') return words.recordings.noValue(row, column);
  return Number.isNaN(value)
    ? words.recordings.noNumber(row, column, shown)
    : words.recordings.noMeasurement(row, column, shown);
}

function fail(
  code: CsvError['code'],
  message: string,
  row: number | null = null,
  column: string | null = null,
): CsvResult {
  return { ok: false, error: { code, message, row, column } };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function countLines(text: string, from: number): number {
  let lines = 1;
  for (let i = from; i < text.length; i++) if (text.charCodeAt(i) === NEWLINE) lines++;
  return lines;
}

function isBlank(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c !== 32 && c !== RETURN && c !== 9) return false;
  }
  return true;
}

function cellEnd(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) if (text.charCodeAt(i) === COMMA) return i;
  return end;
}

function nextWanted(wanted: readonly boolean[], from: number): number {
  for (let i = from; i < wanted.length; i++) if (wanted[i]) return i;
  return -1;
}

/** A decimal number. NaN for an empty cell, which Number would call 0, and for 0x10, which it would call 16. */
function parseNumber(text: string, from: number, to: number): number {
  const cell = text.slice(from, to).trim();
  return cell === '' || OTHER_BASE.test(cell) ? Number.NaN : Number(cell);
}
