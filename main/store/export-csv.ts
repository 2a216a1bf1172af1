import type { ExportRows } from './export-tables.ts';

/** How a CSV is written: for programs as it is by default, for spreadsheets by what they take for a table. */
export interface CsvStyle {
  /** A byte order mark: Excel reads UTF-8 by nothing else. */
  readonly bom?: boolean | undefined;
  /** Decimal comma and semicolons between cells, as spreadsheets of many countries want them; six decimals. */
  readonly decimal_comma?: boolean | undefined;
}

const END_OF_LINE = '\r\n';
/** A micrometre, a microsecond: finer than anything measured here. */
const DECIMALS = 6;
/** A spreadsheet takes a text that begins so for a formula, whoever wrote it: a name from a radio or another app's file. */
const FORMULA = /^[=+\-@\t\r]/;

/** RFC 4180: CR LF, quotes only where needed, unknown is empty; numbers with a dot in full precision unless styled. */
export function* csvOf({ columns, rows }: ExportRows, style: CsvStyle = {}): Generator<string> {
  const between = style.decimal_comma ? ';' : ',';
  const line = (cells: readonly unknown[]): string =>
    cells.map((value) => cell(value, style)).join(between) + END_OF_LINE;
  yield (style.bom ? '\ufeff' : '') + line(columns);
  for (const row of rows) yield line(row);
}

function cell(value: unknown, { decimal_comma }: CsvStyle): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') {
    if (!decimal_comma) return String(value);
    return String(Number(value.toFixed(DECIMALS))).replace('.', ',');
  }
  const text = harmless(String(value));
  return /["\r\n]/.test(text) || text.includes(decimal_comma ? ';' : ',') || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** An apostrophe in front makes it text in every spreadsheet. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
