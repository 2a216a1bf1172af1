import { words } from '../../words/index.ts';
import { createRowStream } from '../table/rows.ts';
import { historyColumn } from './columns.ts';
import { GYMAWARE, isGymAware, rowsOfGymAware } from './gymaware.ts';
import type { HistoryOptions, ReadHistory } from './history.ts';
import { orderOfDates } from './moments.ts';
import { type HistoryRow, rowReader, unreadUnits } from './rows-of-table.ts';
import { setsOfRows } from './sets-of-rows.ts';
import { type HistoryTool, toolOfColumns } from './tools.ts';

/** A header is among the first lines; a preamble is no longer. */
const LONGEST_PREAMBLE = 30;
/** So much of a file tells whether it is a history, characters. */
const HEAD = 65_536;

interface Found {
  readonly tool: HistoryTool;
  readonly rows: readonly HistoryRow[];
  readonly remarks: readonly string[];
}

/** Is this the beginning of a training history of a tool that is known? */
export const isHistory = (text: string): boolean => findRows(text.slice(0, HEAD)) !== null;

/** The sets of a training history; null: it is none. Never throws. */
export function readForeignHistory(text: string, options: HistoryOptions): ReadHistory | null {
  const found = findRows(text);
  if (found === null) return null;
  const { tool, rows, remarks } = found;
  const dates = orderOfDates(rows.map(({ date }) => date));
  if (dates.mixed && options.dates === undefined)
    return { ok: false, code: 'day-order', message: words.histories.mixedDates };
  const order = options.dates ?? dates.order ?? (dates.open === null ? 'day-first' : tool.dates);
  if (order === null)
    return { ok: false, code: 'day-order', message: words.histories.whichIsDay(dates.open ?? '') };
  const history = setsOfRows(rows, tool, order, options);
  return { ok: true, history: { ...history, remarks: [...remarks, ...history.remarks] } };
}

function findRows(text: string): Found | null {
  const rows = tableOf(text);
  for (let i = 0; i < Math.min(rows.length, LONGEST_PREAMBLE); i++) {
    const cells = rows[i] as string[];
    if (isGymAware(cells)) {
      const reps = rowsOfGymAware(rows);
      return reps.length === 0 ? null : { tool: GYMAWARE, rows: reps, remarks: [] };
    }
    const columns = cells.map(historyColumn);
    const tool = toolOfColumns(columns);
    if (tool === null) continue;
    const read = rowReader(columns, tool);
    const unread = tool.rows === 'reps' ? unreadUnits(columns) : [];
    // a download that broke off ends in the middle of a row
    const cut = !/[\r\n]$/.test(text) && i < rows.length - 1 && (rows.at(-1)?.length ?? 0) < cells.length;
    return {
      tool,
      rows: rows.slice(i + 1, cut ? -1 : undefined).flatMap((each, k) => read(each, i + k + 2) ?? []),
      remarks: [...unread.map(words.histories.unreadUnit), ...(cut ? [words.files.unfinished] : [])],
    };
  }
  return null;
}

function tableOf(text: string): string[][] {
  const rows: string[][] = [];
  const stream = createRowStream((some) => {
    for (const cells of some) rows.push(cells);
  });
  stream.push(text);
  stream.end();
  return rows;
}
