import { words } from '../../words/index.ts';
import { historyColumn } from './columns.ts';
import { type HistoryRow, rowReader } from './rows-of-table.ts';
import type { HistoryTool } from './tools.ts';

const { gymAware } = words.histories.tools;
export const GYMAWARE: HistoryTool = { name: gymAware, rows: 'reps', dates: null, firstSet: 1 };

/** Begins the line that says whose set follows; a file may hold several. */
const FACTS = /^\s*first name\s*:/i;
const FACT =
  /^\s*(first name|last name|date|time|exercise|set id|body weight[^:]*|bar weight[^:]*|total weight[^:]*|notes|sensor|hardware)\s*:(.*)$/i;

export const isGymAware = (cells: readonly string[]): boolean => cells.some((cell) => FACTS.test(cell));

/** A set is a line of facts, a header and a row for each rep; the columns stand in any order. */
export function rowsOfGymAware(rows: readonly (readonly string[])[]): HistoryRow[] {
  const found: HistoryRow[] = [];
  let facts = new Map<string, string>();
  let before: string[] = [];
  let read: ReturnType<typeof rowReader> | null = null;
  rows.forEach((cells, i) => {
    if (isGymAware(cells)) {
      facts = factsOf(cells);
      read = null;
    } else if (cells.some((cell) => /^row type$/i.test(cell.trim()))) {
      const load = [...facts].find(([name]) => name.startsWith('bar weight'));
      const named: readonly (readonly [string, string])[] = [
        ['First name', facts.get('first name') ?? ''],
        ['Last name', facts.get('last name') ?? ''],
        ['Date', `${facts.get('date') ?? ''} ${facts.get('time') ?? ''}`.trim()],
        ['Exercise', facts.get('exercise') ?? ''],
        ['Set', facts.get('set id') ?? ''],
        [load?.[0] ?? 'weight', load?.[1] ?? ''],
        ['Notes', facts.get('notes') ?? ''],
      ];
      before = named.map(([, value]) => value);
      const names = named.map(([name]) => name.replace(/^bar weight/, 'weight'));
      read = rowReader([...names, ...cells].map(historyColumn), GYMAWARE);
    } else {
      const row = read?.([...before, ...cells], i + 1);
      if (row && /^rep$/i.test(row.type)) found.push(row);
    }
  });
  return found;
}

function factsOf(cells: readonly string[]): Map<string, string> {
  const facts = new Map<string, string>();
  let last = '';
  for (const cell of cells) {
    const [, name, value = ''] = FACT.exec(cell) ?? [];
    if (name !== undefined) {
      last = name.trim().toLowerCase();
      facts.set(last, value.trim());
    } else if (last !== '' && cell.trim() !== '') {
      // a note with a comma in it
      facts.set(last, `${facts.get(last)}, ${cell.trim()}`);
    }
  }
  return facts;
}
