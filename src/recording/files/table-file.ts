import { words } from '../../words/index.ts';
import { bareUnit, parseName } from '../formats/header.ts';
import { recogniseTable } from '../formats/index.ts';
import type { Layout } from '../formats/layout.ts';
import { parseClock, parseNumber } from '../table/cells.ts';
import { createRowStream } from '../table/rows.ts';
import { createRowIntake, type RowIntake } from './row-intake.ts';
import { fileError, type TableResult } from './signal-table.ts';

/** A preamble is no longer than this many rows. */
const LONGEST_PREAMBLE = 100;

/** One table, given as text in pieces. */
export interface TableFile {
  push(text: string): void;
  end(): TableResult;
}

interface Refusal {
  readonly recognised: number;
  readonly named: number;
  readonly row: number;
  readonly message: string;
}

interface Header {
  readonly cells: readonly string[];
  readonly layout: Layout;
}

/** A number or a time. */
const isReading = (cell: string): boolean =>
  !Number.isNaN(parseNumber(cell)) || !Number.isNaN(parseClock(cell));

/** Three numbers or times at least are no names of columns. */
const isData = (cells: readonly string[]): boolean => cells.filter(isReading).length >= 3;

/** Programs for statistics count their rows in a column without a name: then the header is one cell short. */
function intakeOf({ cells, layout }: Header, first: readonly string[], file: string): RowIntake {
  const counted =
    first.length === cells.length + 1 && /^[01]$/.test(first[0] ?? '') && first.at(-1)?.trim() !== '';
  const names = (counted ? ['', ...cells] : cells).map(parseName);
  const choice = counted ? recogniseTable(names, file) : null;
  return createRowIntake(choice?.ok ? choice.layout : layout, names, file);
}

/** Finds the header behind preambles and comments, and reads the rows under it. Never throws. */
export function createTableFile(file: string): TableFile {
  let header: Header | null = null;
  let intake: RowIntake | null = null;
  let before: { readonly cells: readonly string[]; readonly row: number } | null = null;
  let refusal: Refusal | null = null;
  let looked = 0;
  let done = false;
  let unfinished = false;

  function look(cells: readonly string[], row: number): void {
    looked++;
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if (filled === 0 || /^\s*(?:#|%|\/\/|"?sep=)/i.test(cells[0] ?? '')) return;
    const candidates = [
      cells,
      ...(before === null || isData(before.cells) ? [] : [withUnits(before.cells, cells)]),
    ];
    for (const candidate of candidates) {
      const names = candidate.map(parseName);
      const choice = recogniseTable(names, file);
      if (choice.ok) {
        header = { cells: candidate, layout: choice.layout };
        return;
      }
      // of two lines of which nothing is known the one with more names is the header
      const named = candidate.filter((cell) => /\p{L}/u.test(cell) && !isReading(cell)).length;
      const better = refusal === null ? 1 : choice.recognised - refusal.recognised || named - refusal.named;
      const message = (named === 0 && filled > 1) || isData(candidate) ? words.files.noNames : choice.message;
      if (better > 0)
        refusal = { recognised: choice.recognised, named, row, message: words.files.inRow(row, message) };
    }
    before = { cells, row };
    if (looked > LONGEST_PREAMBLE) done = true;
  }

  const stream = createRowStream((rows, first) => {
    for (let i = 0; i < rows.length && !done; i++) {
      const cells = rows[i] as string[];
      if (header === null) look(cells, first + i);
      else {
        intake ??= intakeOf(header, cells, file);
        if (!intake.take(cells, first + i)) done = true;
      }
    }
  });

  return {
    push(text) {
      if (done || text === '') return;
      unfinished = !/[\r\n]$/.test(text);
      stream.push(text);
    },
    end() {
      if (!done) stream.end();
      if (header !== null) return (intake ?? intakeOf(header, [], file)).end(unfinished);
      return refusal === null
        ? fileError('empty', words.recordings.empty)
        : fileError('columns', refusal.message, refusal.row);
    },
  };
}

/** A header whose units stand in a line of their own below it. */
const withUnits = (names: readonly string[], units: readonly string[]): string[] =>
  names.map((name, i) => {
    const unit = bareUnit(units[i] ?? '').replace(/[()]/g, '');
    return unit === '' ? name : `${name} (${unit})`;
  });
