import type { Database } from 'better-sqlite3';
import type { SensorCalibration } from '../../src/signal/calibration.ts';

interface Row {
  readonly offset_x_g: number;
  readonly offset_y_g: number;
  readonly offset_z_g: number;
  readonly scale_x: number;
  readonly scale_y: number;
  readonly scale_z: number;
  readonly bias_x_dps: number;
  readonly bias_y_dps: number;
  readonly bias_z_dps: number;
  readonly residual_g: number;
  readonly rests: number;
  readonly origin: SensorCalibration['origin'];
}

const COLUMNS = [
  'offset_x_g',
  'offset_y_g',
  'offset_z_g',
  'scale_x',
  'scale_y',
  'scale_z',
  'bias_x_dps',
  'bias_y_dps',
  'bias_z_dps',
  'residual_g',
  'rests',
  'origin',
] as const satisfies readonly (keyof Row)[];

export const calibrationOf = (db: Database, id: number | null): SensorCalibration | null => {
  if (id === null) return null;
  const row = db.prepare<[number], Row>('SELECT * FROM calibrations WHERE id = ?').get(id);
  if (!row) return null;
  return {
    accel_offset_g: [row.offset_x_g, row.offset_y_g, row.offset_z_g],
    accel_scale: [row.scale_x, row.scale_y, row.scale_z],
    gyro_bias_dps: [row.bias_x_dps, row.bias_y_dps, row.bias_z_dps],
    residual_g: row.residual_g,
    rests: row.rests,
    origin: row.origin,
  };
};

/** A fit as it is stored, without its number. */
export const calibrationRow = (db: Database, id: number | null): Readonly<Record<string, unknown>> | null =>
  db
    .prepare<[number | null], Record<string, unknown>>(
      `SELECT ${COLUMNS.join(', ')} FROM calibrations WHERE id = ?`,
    )
    .get(id) ?? null;

/** Id of this very fit: a sensor's many sets share one row until it is calibrated anew. */
export function keepCalibration(db: Database, calibration: SensorCalibration | null): number | null {
  if (calibration === null) return null;
  return idOfFit(db, [
    ...calibration.accel_offset_g,
    ...calibration.accel_scale,
    ...calibration.gyro_bias_dps,
    calibration.residual_g,
    calibration.rests,
    calibration.origin,
  ]);
}

/** Id of the fit whose columns these are. */
export const putCalibrationRow = (
  db: Database,
  row: Readonly<Record<string, unknown>> | null,
): number | null =>
  row &&
  idOfFit(
    db,
    COLUMNS.map((column) => row[column]),
  );

/** `values` in the order of COLUMNS. */
function idOfFit(db: Database, values: readonly unknown[]): number {
  const same = COLUMNS.map((column) => `${column} = ?`).join(' AND ');
  const known = db
    .prepare(`SELECT id FROM calibrations WHERE ${same}`)
    .pluck()
    .get(...values);
  if (known !== undefined) return known as number;
  const marks = COLUMNS.map(() => '?').join(', ');
  const { lastInsertRowid } = db
    .prepare(`INSERT INTO calibrations (${COLUMNS.join(', ')}) VALUES (${marks})`)
    .run(...values);
  return Number(lastInsertRowid);
}
