import { appleWatchTables } from './apple-watch.ts';
import { dotTables } from './dot.ts';
import type { ColumnName } from './header.ts';
import type { Layout, TableFormat } from './layout.ts';
import { metabaseTables } from './metabase.ts';
import { movesenseTables } from './movesense.ts';
import { type OwnChoice, recogniseOwn } from './own.ts';
import { phyphoxTables } from './phyphox.ts';
import { physicsToolboxTables } from './physics-toolbox.ts';
import { polarTables } from './polar.ts';
import { sensorLoggerTables } from './sensor-logger.ts';
import { sensorlogTables } from './sensorlog.ts';
import { shimmerTables } from './shimmer.ts';
import { witmotionTables } from './witmotion.ts';

/** Tools whose tables are known by their header. */
export const TABLE_FORMATS: readonly TableFormat[] = [
  witmotionTables,
  metabaseTables,
  dotTables,
  polarTables,
  movesenseTables,
  phyphoxTables,
  sensorLoggerTables,
  sensorlogTables,
  appleWatchTables,
  physicsToolboxTables,
  shimmerTables,
];

/** How a table with this header is read: as the tool's whose header it is, otherwise by the names of its columns. */
export function recogniseTable(names: readonly ColumnName[], file: string): OwnChoice {
  for (const format of TABLE_FORMATS) {
    const layout = format.recognise(names, file);
    if (layout !== null) return { ok: true, layout: withRate(layout, names) };
  }
  const own = recogniseOwn(names);
  if (own.ok) return own;
  const why = TABLE_FORMATS.map((format) => format.explain?.(names) ?? null).find((each) => each !== null);
  return why === undefined ? own : { ...own, recognised: own.recognised + 1, message: why };
}

/** A header that is much like a tool's may call the angular rate something else: named with its unit, it is read. */
function withRate(layout: Layout, names: readonly ColumnName[]): Layout {
  if (layout.vectors.some(({ quantity }) => quantity === 'gyro')) return layout;
  const own = recogniseOwn(names);
  const rate = own.ok ? own.layout.vectors.find(({ quantity }) => quantity === 'gyro') : undefined;
  return rate === undefined ? layout : { ...layout, vectors: [...layout.vectors, rate] };
}
