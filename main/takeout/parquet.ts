import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer';
import type { ExportRows } from '../store/types.ts';

/** A table as Apache Parquet, every digit kept: numbers are DOUBLE, text is STRING, what was not seen is null. */
export function parquetOf({ columns, rows }: ExportRows): Uint8Array {
  const values: unknown[][] = columns.map(() => []);
  for (const row of rows) for (const [i, value] of row.entries()) values[i]?.push(value);
  const columnData = columns.map((name, i): ColumnSource => {
    const data = values[i] ?? [];
    const text = isText(name) || data.some((value) => typeof value === 'string');
    return {
      name,
      data: data.map((value) => (text && value !== null ? String(value) : value)),
      type: text ? 'STRING' : 'DOUBLE',
      nullable: true,
    };
  });
  const writer = new ByteWriter();
  parquetWrite({ writer, columnData });
  return new Uint8Array(writer.getBuffer());
}

/** Columns without a unit or a count are words, also where all of them are empty. */
const isText = (name: string): boolean =>
  /^(?:athlete|athlete_group|.*_utc|.*_local|day|time|lift|lifts|variation|bench|side|kind|sensor|algorithm|quality|reasons|.*_verdict|.*note|instrument|exercise)$/.test(
    name,
  );
