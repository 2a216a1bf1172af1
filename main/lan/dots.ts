import { generate } from 'lean-qr';

/** White around a code, dots: ISO/IEC 18004 asks for four. */
const QUIET = 4;

/** An address as a QR code, row by row, `1` for a dark dot, with its white border. */
export function dotsOf(address: string): string[] {
  const code = generate(address);
  const size = code.size + 2 * QUIET;
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (code.get(x - QUIET, y - QUIET) ? '1' : '0')).join(''),
  );
}

const HALVES: Readonly<Record<string, string>> = { '00': '█', '01': '▀', '10': '▄', '11': ' ' };

/** The same for a terminal with light letters on a dark ground: two rows to a line. */
export const dotsAsText = (rows: readonly string[]): string =>
  rows
    .flatMap((row, y) => (y % 2 === 0 ? [[row, rows[y + 1] ?? '1'.repeat(row.length)] as const] : []))
    .map(([upper, lower]) => [...upper].map((dot, x) => HALVES[`${dot}${lower[x]}`]).join(''))
    .join('\n');
