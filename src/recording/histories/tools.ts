import { words } from '../../words/index.ts';
import { type HistoryColumn, hasAll } from './columns.ts';
import type { DayOrder } from './history.ts';

/** What has to be known of a tool to read its table. */
export interface HistoryTool {
  readonly name: string;
  /** One row a rep, or one a set. */
  readonly rows: 'reps' | 'sets';
  /** Its documented order; null where it follows the computer it ran on. */
  readonly dates: DayOrder | null;
  /** What its sets are counted from. */
  readonly firstSet: 0 | 1;
}

const { tools } = words.histories;
const table = { rows: 'sets', dates: null, firstSet: 1 } as const;

/** The tool whose table has these columns; null: this is no training history. */
export function toolOfColumns(columns: readonly HistoryColumn[]): HistoryTool | null {
  const has = (...meanings: Parameters<typeof hasAll>[1][]): boolean => hasAll(columns, ...meanings);
  const key = (name: string): boolean => columns.some((column) => column.key === name);
  if (!has('date', 'exercise')) return null;
  if (has('set', 'rep', 'weight')) {
    const reps = { ...table, rows: 'reps' } as const;
    if (has('location') || key('set rpe')) return { ...reps, name: tools.openBarbell };
    if (key('repetition date') || has('athlete', 'propulsive'))
      return { ...reps, name: tools.vitruve, dates: 'day-first' };
    return { ...reps, name: tools.other };
  }
  if (!has('reps', 'weight')) return null;
  if (key('exercise title') && key('set index')) return { ...table, name: tools.hevy, firstSet: 0 };
  if (has('workout', 'set')) return { ...table, name: tools.strong };
  if (has('category')) return { ...table, name: tools.fitNotes };
  return { ...table, name: tools.other };
}
