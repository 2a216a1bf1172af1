import { words } from '../words/index.ts';
import type { ClockKind } from './samples.ts';
import { DEG_PER_RAD, G_MPS2 } from './units.ts';

/** Which cells of a row are read, and what turns them into s, g and deg/s. */
export interface CsvColumns {
  readonly names: readonly string[];
  readonly wanted: readonly boolean[];
  readonly clock: ClockKind;
  readonly time: number;
  readonly time_scale: number;
  readonly accel: readonly number[];
  readonly accel_scale: number;
  readonly gyro: readonly number[] | null;
  readonly gyro_scale: number;
  /** Per column, the largest number that can be a reading, in the column's own unit. */
  readonly most: readonly number[];
  /** Columns that are not read though they seem to hold the angular rate. */
  readonly unreadGyro: readonly string[];
}

export type ColumnChoice =
  | { readonly ok: true; readonly columns: CsvColumns }
  | { readonly ok: false; readonly message: string };

const TIME_COLUMNS: readonly { name: string; scale: number; clock: ClockKind }[] = [
  { name: 't_s', scale: 1, clock: 'device' },
  { name: 't_ms', scale: 1e-3, clock: 'device' },
  { name: 't_us', scale: 1e-6, clock: 'device' },
  { name: 'timestamp_ms', scale: 1e-3, clock: 'arrival' },
];
const ACCEL_COLUMNS = [
  { names: ['ax_g', 'ay_g', 'az_g'], scale: 1 },
  { names: ['ax_mps2', 'ay_mps2', 'az_mps2'], scale: 1 / G_MPS2 },
];
const GYRO_COLUMNS = [
  { names: ['gx_dps', 'gy_dps', 'gz_dps'], scale: 1 },
  { names: ['wx_dps', 'wy_dps', 'wz_dps'], scale: 1 },
  { names: ['gx_rads', 'gy_rads', 'gz_rads'], scale: DEG_PER_RAD },
  { names: ['wx_rads', 'wy_rads', 'wz_rads'], scale: DEG_PER_RAD },
];
/** No sensor on a bar reads beyond this, g: ten times what the widest range holds. */
const MOST_G = 4000;
/** No sensor on a bar reads beyond this, deg/s: ten times what the widest range holds. */
const MOST_DPS = 40000;
/** How others name an angular rate: `gyro_x`, `omega_z_rps`, `wx` ... */
const GYRO_LIKE = /^(?:g|w|gyro?|gyroscope|omega|angular_?(?:rate|velocity))[ _.-]?[xyz](?:$|[ _.([-])/i;

/** Finds the columns of docs/command-line.md in a header; says which are missing or doubled. */
export function chooseColumns(names: readonly string[]): ColumnChoice {
  const time = TIME_COLUMNS.find((column) => names.includes(column.name));
  if (time === undefined) {
    return { ok: false, message: words.recordings.noTime };
  }
  const accel = ACCEL_COLUMNS.find((set) => set.names.some((name) => names.includes(name)));
  if (accel === undefined) {
    return {
      ok: false,
      message: words.recordings.noAcceleration,
    };
  }
  const gyro = GYRO_COLUMNS.find((set) => set.names.some((name) => names.includes(name))) ?? null;
  const used = [time.name, ...accel.names, ...(gyro?.names ?? [])];
  for (const name of used) {
    if (!names.includes(name)) return { ok: false, message: words.recordings.noColumn(name) };
    if (names.indexOf(name) !== names.lastIndexOf(name))
      return { ok: false, message: words.recordings.twice(name) };
  }
  const wanted = names.map((name) => used.includes(name));
  const most = names.map((name) => {
    if (accel.names.includes(name)) return MOST_G / accel.scale;
    return gyro?.names.includes(name) ? MOST_DPS / gyro.scale : Number.MAX_VALUE;
  });
  return {
    ok: true,
    columns: {
      names,
      wanted,
      clock: time.clock,
      time: names.indexOf(time.name),
      time_scale: time.scale,
      accel: accel.names.map((name) => names.indexOf(name)),
      accel_scale: accel.scale,
      gyro: gyro === null ? null : gyro.names.map((name) => names.indexOf(name)),
      gyro_scale: gyro?.scale ?? 1,
      most,
      unreadGyro: gyro === null ? names.filter((name) => GYRO_LIKE.test(name)) : [],
    },
  };
}
