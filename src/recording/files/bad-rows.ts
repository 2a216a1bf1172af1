import { words } from '../../words/index.ts';
import type { ColumnName } from '../formats/header.ts';
import { fileError, type TableResult } from './signal-table.ts';

/** More rows than this share that cannot be read are no mishap of writing: the file is not what it seems. */
const MOST_BAD = 0.01;
/** A clock with steps as long as this on average has another unit, s; that is said where the whole signal is looked at. */
const SLOW_STEP_S = 0.5;
/** What a message shows of a cell, characters. */
const SHOWN = 20;

/** So many times as many cells as names are numbers cut in two by their decimal commas; whole numbers are not cut. */
const DOUBLED = 1.5;

/** A number with a sign between its thousands: 1,015,622 or 1.015,6 or 12 345. One such as 1,015 is a decimal comma. */
const GROUPED =
  /^-?\d{1,3}(?:([.,' \u00a0\u2009\u202f])\d{3}(?:\1\d{3})*[.,]\d+|([.,'\u00a0\u2009\u202f ])\d{3}(?:\2\d{3})+)$/;

/** The rows of a table that cannot be read. */
export interface BadRows {
  readonly count: number;
  /** Line of the last one; 0 while there is none. */
  readonly last: number;
  /** `tooLate`: a number, but no time that a recording lasts. */
  add(cells: readonly string[], row: number, column: number, value: number, tooLate?: boolean): void;
  /** The error that they are, when they are too many; `cut`: the last one is a row that was not finished. */
  judge(rows: number, cut: boolean, step_s: number): TableResult | null;
  remarks(cut: boolean): string[];
}

export function createBadRows(names: readonly ColumnName[]): BadRows {
  const s = { count: 0, last: 0, first: '', row: 0, column: '', tooLate: false };
  return {
    get count() {
      return s.count;
    },
    get last() {
      return s.last;
    },
    add(cells, row, column, value, tooLate = false) {
      s.count++;
      s.last = row;
      if (s.count > 1) return;
      s.row = row;
      s.column = names[column]?.written ?? '';
      s.first =
        cells.length > DOUBLED * names.length
          ? words.files.decimalCommas(row)
          : wrongValue(row, s.column, cells[column]?.trim() ?? '', value);
      s.tooLate = tooLate;
    },
    judge(rows, cut, step_s) {
      const bad = s.count - Number(cut);
      // one row of a short table is much of it, and an unfinished one may be all there is
      const most = cut && rows === s.count ? -1 : MOST_BAD * rows;
      if (bad <= most || (s.tooLate && step_s > SLOW_STEP_S)) return null;
      const more = bad > 1 ? words.files.badRows(bad, rows) : '';
      return fileError('value', s.first + more, s.row, s.column);
    },
    remarks(cut) {
      const bad = s.count - Number(cut);
      return [
        ...(bad > 0 ? [words.files.dropped(bad, s.first)] : []),
        ...(cut ? [words.files.unfinished] : []),
      ];
    },
  };
}

function wrongValue(row: number, column: string, written: string, value: number): string {
  const shown = written.replace(/[\p{C}]+/gu, '?').slice(0, SHOWN);
  if (GROUPED.test(written)) return words.files.thousands(row, column, shown);
  if (shown === '') return words.recordings.noValue(row, column);
  return Number.isNaN(value)
    ? words.recordings.noNumber(row, column, shown)
    : words.recordings.noMeasurement(row, column, shown);
}
