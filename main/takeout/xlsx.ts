import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import type { ExportTable } from '../../src/contract/exporting.ts';
import { words } from '../../src/words/index.ts';
import type { ExportQuery, ExportRows, Store } from '../store/types.ts';

/** In the order of the sheets. */
const SHEETS = ['sessions', 'sets', 'reps', 'athletes', 'imported'] as const satisfies readonly ExportTable[];
/** What a sheet of this format holds, header included; more is cut, and the last row says so. */
const MOST_ROWS = 1_048_576;
/** What a cell holds, characters. */
const LONGEST = 32_767;
/** A micrometre, a microsecond: finer than anything measured here. */
const SCALE = 1e6;

/** A workbook with a sheet for each table. Text is written as text: no cell of it can be a formula. */
export async function workbookOf(store: Pick<Store, 'exportRows'>, query: ExportQuery): Promise<Uint8Array> {
  const sheets: Sheet<Buffer>[] = SHEETS.map((table) => ({
    sheet: words.takeout.sheets[table],
    data: rowsOf(store.exportRows(table, query)),
    stickyRowsCount: 1,
  }));
  return writeXlsxFile(sheets as never).toBuffer();
}

function rowsOf({ columns, rows }: ExportRows): Row[] {
  const table: Row[] = [columns.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const }))];
  for (const row of rows) {
    if (table.length === MOST_ROWS - 1) {
      table.push([{ value: words.takeout.cut(MOST_ROWS), type: String }]);
      break;
    }
    table.push(row.map(cellOf));
  }
  return table;
}

function cellOf(value: unknown): Row[number] {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return { value: Math.round(value * SCALE) / SCALE, type: Number };
  // control characters are no XML
  const text = String(value)
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
  return text === '' ? null : { value: text.slice(0, LONGEST), type: String };
}
