import { appleWatchTables } from './apple-watch.ts';
import { dotTables } from './dot.ts';
import type { ColumnName } from './header.ts';
import type { TableFormat } from './layout.ts';
import { metabaseTables } from './metabase.ts';
import { movesenseTables } from './movesense.ts';
import { type OwnChoice, recogniseOwn } from './own.ts';
import { phyphoxTables } from './phyphox.ts';
import { polarTables } from './polar.ts';
import { sensorLoggerTables } from './sensor-logger.ts';
import { sensorlogTables } from './sensorlog.ts';
import { witmotionTables } from './witmotion.ts';

/** Tools whose tables are known by their header. */
export const TABLE_FORMATS: readonly TableFormat[] = [
  witmotionTables,
  metabaseTables,
  dotTables,
  movesenseTables,
  polarTables,
  phyphoxTables,
  sensorLoggerTables,
  sensorlogTables,
  appleWatchTables,
];

/** How a table with this header is read: as the tool's whose header it is, otherwise by the names of its columns. */
export function recogniseTable(names: readonly ColumnName[], file: string): OwnChoice {
  for (const format of TABLE_FORMATS) {
    const layout = format.recognise(names, file);
    if (layout !== null) return { ok: true, layout };
  }
  return recogniseOwn(names);
}
