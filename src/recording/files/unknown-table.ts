import { createRowStream } from '../table/rows.ts';
import { type ColumnMap, looksLikeHeader, renameHeader } from './column-map.ts';
import type { TableResult } from './signal-table.ts';
import { createTableFile } from './table-file.ts';

/** Lines among which a header is looked for, and rows that are shown under it. */
const LOOKED = 100;
const SHOWN = 5;

export interface UnknownTable {
  readonly header: readonly string[];
  /** Line of the header from 0, in rows. */
  readonly at: number;
  readonly rows: readonly (readonly string[])[];
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  const stream = createRowStream((some) => {
    for (const cells of some) rows.push(cells);
  });
  stream.push(text);
  stream.end();
  return rows;
}

/** The header of a table nobody knows, with some rows to see what is in it; null: there is none. */
export function lookAtTable(text: string): UnknownTable | null {
  const rows = rowsOf(text);
  const at = rows.slice(0, LOOKED).findIndex((cells, i) => looksLikeHeader(cells, rows[i + 1]));
  const header = rows[at];
  return header === undefined ? null : { header, at, rows: rows.slice(at + 1, at + 1 + SHOWN) };
}

/** Reads a table as somebody said its columns are meant. */
export function readMapped(text: string, map: ColumnMap, file: string): TableResult | null {
  const rows = rowsOf(text);
  const at = rows.slice(0, LOOKED).findIndex((cells, i) => looksLikeHeader(cells, rows[i + 1]));
  const header = rows[at];
  if (header === undefined) return null;
  const table = createTableFile(file);
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => cell.replace(/\t/g, ' ')).join('\t')}\n`;
  table.push(line(renameHeader(header, map)));
  for (const cells of rows.slice(at + 1)) table.push(line(cells));
  return table.end();
}
