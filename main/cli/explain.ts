import type { Movement } from '../../src/reps/movement.ts';
import { words } from '../../src/words/index.ts';

const HEAD = ['at, s', 'rise, cm', 'peak, m/s', 'counted', 'why not'];

/** Every movement that was looked at, one a line: when, how high, how fast, counted or not, and why not. */
export function explainTable(title: string, movements: readonly Movement[]): string {
  const rows = movements.map(({ peak_s, rise_m, peak_mps, rep, why_not }) => [
    peak_s.toFixed(1),
    (rise_m * 100).toFixed(1),
    peak_mps.toFixed(2),
    rep === null ? 'no' : `rep ${rep}`,
    why_not === null ? '' : words.movements.why[why_not],
  ]);
  if (rows.length === 0) return `${title}\n  The bar did not move.\n`;
  const widths = HEAD.map((head, k) => Math.max(head.length, ...rows.map((row) => row[k]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, k) => (k < NUMBERS ? cell.padStart(widths[k] ?? 0) : cell.padEnd(widths[k] ?? 0))).join('  ')}`.trimEnd();
  return `${[title, line(HEAD), ...rows.map(line)].join('\n')}\n`;
}

/** The columns that stand to the right: numbers. */
const NUMBERS = 3;
