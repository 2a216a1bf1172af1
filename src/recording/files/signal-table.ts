import type { Quantity } from '../formats/layout.ts';
import type { ClockKind } from '../samples.ts';

/** What one table held: times and vectors, cleaned. */
export interface SignalTable {
  readonly file: string;
  readonly tool: string;
  readonly clock: ClockKind;
  /** Time of the first row on the file's own clock, s: brings two files of one tool together. */
  readonly origin_s: number;
  /** s from the first row. */
  readonly t_s: Float64Array;
  readonly vectors: readonly { readonly quantity: Quantity; readonly values: Float64Array }[];
  /** What was put right or left out, a sentence each. */
  readonly remarks: readonly string[];
}

/** Why a file cannot be read: one line for a person, with the row and the column where there is one. */
export interface FileError {
  readonly code: 'empty' | 'columns' | 'value' | 'order' | 'file' | 'missing';
  readonly message: string;
  readonly row: number | null;
  readonly column: string | null;
}

export type TableResult =
  | { readonly ok: true; readonly table: SignalTable }
  | { readonly ok: false; readonly error: FileError };

export const fileError = (
  code: FileError['code'],
  message: string,
  row: number | null = null,
  column: string | null = null,
): { readonly ok: false; readonly error: FileError } => ({
  ok: false,
  error: { code, message, row, column },
});
