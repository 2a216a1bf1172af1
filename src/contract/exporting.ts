import { z } from 'zod';
import { line } from './text.ts';

/** What can be taken out as a table. */
export const EXPORT_TABLES = ['reps', 'sets', 'sessions', 'athletes', 'imported'] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];

/** As what it can be taken out on the page; `everything` comes back without loss, `recording` is the signal of one set. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'parquet', 'everything', 'recording'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const id = z.number().int().positive();

/** What goes out as a file; what is left out does not matter. */
export const ExportChoices = z.object({
  format: z.enum(EXPORT_FORMATS),
  table: z.enum(EXPORT_TABLES).optional(),
  athlete_id: id.optional(),
  group: line(60).optional(),
  set_id: id.optional(),
  /** From a moment to before another, ms since epoch. */
  since_epoch_ms: z.number().optional(),
  until_epoch_ms: z.number().optional(),
  bom: z.boolean().optional(),
  decimal_comma: z.boolean().optional(),
});
export type ExportChoices = z.infer<typeof ExportChoices>;

/** An export that has begun. */
export interface ExportFacts {
  readonly name: string;
  /** Media type of the file. */
  readonly type: string;
}

export interface ExportPiece {
  /** null: the file is whole. */
  readonly base64: string | null;
}
