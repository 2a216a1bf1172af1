import { z } from 'zod';

/** Raised when a reader of version n could misread version n + 1; new keys, tables and columns do not raise it. */
export const EXPORT_FILE_VERSION = 1;

const Value = z
  .union([z.number(), z.string(), z.null(), z.object({ base64: z.string() }).describe('bytes')])
  .describe('as SQLite has it; yes and no are 1 and 0');

/** What `lockout export --format everything` prints (docs/export.md). */
export const ExportFile = z.object({
  lockout_export: z.literal(EXPORT_FILE_VERSION),
  lockout: z.string().describe('version of the program'),
  database: z.number().int().min(1).describe('version of the database schema the tables are of'),
  exported_utc: z.string().describe('ISO 8601'),
  tables: z.record(
    z.string(),
    z.object({
      columns: z.array(z.string()),
      rows: z.array(z.array(Value)).describe('one value a column, in their order'),
    }),
  ),
});
export type ExportFile = z.infer<typeof ExportFile>;

export const exportJsonSchema = (): object => ({
  title: `Lockout export, version ${EXPORT_FILE_VERSION}`,
  ...z.toJSONSchema(ExportFile, { io: 'input' }),
});
