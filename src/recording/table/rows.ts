// the declaration is the project's own: every room that takes this file along has to meet it
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';
import { isWrapped, sniffDelimiter, unwrap } from './dialect.ts';

/** Where the first look is taken: enough for any preamble, little beside a file, characters. */
const HEAD = 16_384;
/** A quote that is not closed within this many characters was an inch mark, or nothing. */
const LONGEST_QUOTED = 262_144;
/** A line that has not ended within this many characters is no row: its beginning shows that as well. */
const LONGEST_LINE = 1_048_576;
/** No character of a text: quotes then mean nothing. */
const NO_QUOTES = '\u0000';

/** Takes the rows of a table; `row` is the line of the first one in the file, from 1. */
export type RowSink = (rows: readonly string[][], row: number) => void;

export interface RowStream {
  push(text: string): void;
  end(): void;
}

/** Text in pieces to rows of cells: line ends of any kind, the delimiter sniffed, quotes as in RFC 4180. */
export function createRowStream(sink: RowSink): RowStream {
  let delimiter: string | null = null;
  let wrapped = false;
  let kept = '';
  let row = 1;
  let afterReturn = false;
  let first = true;

  const give = (text: string): void => {
    if (delimiter === null) {
      const head = text.slice(0, HEAD);
      wrapped = isWrapped(head);
      delimiter = sniffDelimiter(wrapped ? unwrap(head) : head);
    }
    const rows = parse(wrapped ? unwrap(text) : text, delimiter);
    sink(rows, row);
    row += countLineEnds(text);
  };

  return {
    push(piece) {
      let text = piece;
      if (first && text !== '') {
        first = false;
        if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
      }
      if (afterReturn && text.startsWith('\n')) text = text.slice(1);
      afterReturn = piece === '' ? afterReturn : piece.endsWith('\r');
      kept += text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
      if (delimiter === null && kept.length < HEAD) return;
      const end = wholeRows(kept);
      if (end === 0) {
        if (kept.length > LONGEST_LINE) kept = kept.slice(0, HEAD);
        return;
      }
      const whole = kept.slice(0, end - 1);
      kept = kept.slice(end);
      give(whole);
      row++;
    },
    end() {
      if (kept === '') return;
      // the end of the text ends the last row as a line end does
      give(kept.endsWith('\n') ? kept.slice(0, -1) : kept);
      kept = '';
    },
  };
}

/** Length of the text up to and with the last line end that is in no quotes; 0 when there is none. */
function wholeRows(text: string): number {
  const end = text.lastIndexOf('\n') + 1;
  if (end === 0 || text.length > LONGEST_QUOTED || !text.includes('"')) return end;
  return countQuotes(text, end) % 2 === 0 ? end : 0;
}

function countQuotes(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1 && at < end; at = text.indexOf('"', at + 1)) count++;
  return count;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function parse(text: string, delimiter: string): string[][] {
  // several blanks between two columns are one
  const even = delimiter === ' ' ? text.replace(/^ +| +$/gm, '').replace(/ {2,}/g, ' ') : text;
  const plain = (part: string): string[][] =>
    Papa.parse(part, { delimiter, newline: '\n', quoteChar: NO_QUOTES }).data;
  const parsed = Papa.parse(even, { delimiter, newline: '\n', quoteChar: '"' });
  const odd = parsed.errors.filter(({ type }) => type === 'Quotes');
  if (odd.length === 0) return parsed.data;
  // a file that was cut inside a quoted cell has nothing odd but its last line
  const last = even.lastIndexOf('\n') + 1;
  const at = parsed.data.length - 1;
  const cut =
    odd.every(({ row }) => row === at) && !(parsed.data[at] ?? []).some((cell) => cell.includes('\n'));
  return cut ? [...parsed.data.slice(0, at), ...plain(even.slice(last))] : plain(even);
}
