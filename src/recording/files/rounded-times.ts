import { words } from '../../words/index.ts';
import { type FileError, fileError } from './signal-table.ts';

/** More rows than this share with the time of the row before them are a time that was rounded. */
const MOST_ROUNDED = 0.3;
/** What a spreadsheet makes of a number with many digits: 1.79E+12. */
const ROUNDED = /^\d(?:[.,]\d{1,6})?e\+?\d{1,2}$/i;

/** Rows that share the time of the row before them, because a spreadsheet shortened both. */
export interface RoundedTimes {
  add(cell: string, row: number): void;
  /** The error that they are, when they are too many. */
  judge(rows: number): { readonly ok: false; readonly error: FileError } | null;
}

export function createRoundedTimes(column: string): RoundedTimes {
  let count = 0;
  let last = { row: 0, written: '' };
  return {
    add(cell, row) {
      if (!ROUNDED.test(cell.trim())) return;
      count++;
      last = { row, written: cell.trim() };
    },
    judge: (rows) =>
      count > MOST_ROUNDED * rows
        ? fileError('value', words.files.roundedTime(last.row, column, last.written), last.row, column)
        : null,
  };
}
