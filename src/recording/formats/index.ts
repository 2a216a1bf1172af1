import { appleWatch } from './apple-watch.ts';
import { dot } from './dot.ts';
import type { ColumnName } from './header.ts';
import type { TableFormat } from './layout.ts';
import { metabase } from './metabase.ts';
import { movesense } from './movesense.ts';
import { type OwnChoice, recogniseOwn } from './own.ts';
import { phyphox } from './phyphox.ts';
import { polar } from './polar.ts';
import { sensorLogger } from './sensor-logger.ts';
import { sensorlog } from './sensorlog.ts';
import { witmotion } from './witmotion.ts';

/** Tools whose tables are known by their header. */
export const TABLE_FORMATS: readonly TableFormat[] = [
  witmotion,
  metabase,
  dot,
  movesense,
  polar,
  phyphox,
  sensorLogger,
  sensorlog,
  appleWatch,
];

/** How a table with this header is read: as the tool's whose header it is, otherwise by the names of its columns. */
export function recogniseTable(names: readonly ColumnName[], file: string): OwnChoice {
  for (const format of TABLE_FORMATS) {
    const layout = format.recognise(names, file);
    if (layout !== null) return { ok: true, layout };
  }
  return recogniseOwn(names);
}
