import { once } from 'node:events';
import { printable } from '../../src/words/plain-text.ts';

/** Micrometres and microseconds: finer than any sensor here, and no 17-digit tails. */
const SCALE = 1e6;

/** JSON with numbers rounded to six decimals; an infinity or NaN would be a lie and becomes null. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, rounded, 2)}\n`;

function rounded(_key: string, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) ? Math.round(value * SCALE) / SCALE : null;
}

/** Bytes to standard output, which must not be a terminal's letters. */
export async function printBytes(bytes: Uint8Array): Promise<void> {
  if (!process.stdout.write(bytes)) await once(process.stdout, 'drain');
}

/** Says something to whoever sits at the terminal. */
export const printText = (text: string): void => void process.stdout.write(printable(text));

/** The same beside the output. */
export const printRemark = (text: string): void => void process.stderr.write(printable(text));

/** Long output piece by piece, no faster than its reader. */
export async function printPieces(pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}
