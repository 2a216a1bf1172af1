import { words } from '../../words/index.ts';
import type { Quantity } from '../formats/layout.ts';
import { type Recording, UNKNOWN_SENSOR } from '../samples.ts';
import { bringToTimes } from './bring-to-times.ts';
import { accelFileOf, gyroFileOf } from './partner.ts';
import { type FileError, fileError, type SignalTable } from './signal-table.ts';
import { isMixed } from './two-sensors.ts';

export type ReadRecording =
  | {
      readonly ok: true;
      readonly recording: Recording;
      /** What was put right or left out, a sentence each. */
      readonly remarks: readonly string[];
    }
  | { readonly ok: false; readonly error: FileError };

/** What was left out where two files do not cover the same time is said from here on, s. */
const SAID_S = 0.5;

interface Stream {
  readonly table: SignalTable;
  readonly values: Float64Array;
}

/** The tables of one recording, from one file or several, as a recording; or what is missing, by name. */
export function assembleRecording(tables: readonly SignalTable[]): ReadRecording {
  const find = (quantity: Quantity): Stream[] =>
    tables.flatMap((table) =>
      table.vectors.filter((each) => each.quantity === quantity).map(({ values }) => ({ table, values })),
    );
  const accels = calibratedFirst(find('accel'));
  const [linear] = find('linear');
  const [gravity] = find('gravity');
  const [gyro] = calibratedFirst(find('gyro'));
  if (accels.length > 1)
    return fileError(
      'columns',
      words.files.severalRecordings(accels.map(({ table }) => table.file).join(', ')),
    );
  const felt = accels[0] ?? linear ?? gravity;
  if (felt === undefined) {
    const table = (gyro as Stream).table;
    return fileError('missing', words.files.onlyRate(table.tool, accelFileOf(table.tool, table.file)));
  }
  if (accels.length === 0 && gravity === undefined)
    return fileError('missing', words.files.gravityRemoved(felt.table.tool));
  if (accels.length === 0 && linear === undefined)
    return fileError('missing', words.files.onlyGravity(felt.table.tool));

  if (isMixed(felt.values)) return fileError('columns', words.files.mixedSensors);
  const base = felt.table;
  const accel = accels.length > 0 ? felt.values : add(felt.values, at(base, gravity as Stream));
  const rate = gyro === undefined ? null : at(base, gyro);
  const kept = keepKnown(base.t_s, accel, rate);
  if (base.t_s.length > 0 && kept.t_s.length === 0) {
    const other = gyro ?? (gravity as Stream);
    return fileError('missing', words.files.noOverlap(base.file, other.table.file));
  }
  const lost_s = last(base.t_s) - last(kept.t_s);
  return {
    ok: true,
    recording: { sensor: UNKNOWN_SENSOR, clock: base.clock, ...kept },
    remarks: [
      ...tables.flatMap(({ remarks }) => remarks),
      ...(lost_s > SAID_S ? [words.files.notCovered(lost_s)] : []),
      ...(gyro === undefined ? sayPartner(base) : []),
    ],
  };
}

/** Sensor Logger writes both where it is asked to: then the calibrated ones are the recording. */
function calibratedFirst(streams: readonly Stream[]): Stream[] {
  const calibrated = streams.filter(({ table }) => !/uncalibrated/i.test(table.file));
  return calibrated.length > 0 ? calibrated : [...streams];
}

const last = (values: Float64Array): number => values[values.length - 1] ?? 0;

const sayPartner = ({ tool, file }: SignalTable): string[] => {
  const partner = gyroFileOf(tool, file);
  return partner === null ? [] : [words.files.missingPartner(tool, partner)];
};

/** A stream at the times of a table; itself where it comes from that table. */
const at = (base: SignalTable, { table, values }: Stream): Float64Array =>
  table === base ? values : bringToTimes(base.t_s, table.t_s, values, table.origin_s - base.origin_s);

const add = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value + (b[i] as number));

/** Samples of which everything is known; their time starts at 0 again. */
function keepKnown(t_s: Float64Array, accel_g: Float64Array, gyro_dps: Float64Array | null) {
  const known = (i: number): boolean =>
    !Number.isNaN(accel_g[3 * i] as number) &&
    !Number.isNaN(gyro_dps === null ? 0 : (gyro_dps[3 * i] as number));
  const count = t_s.length;
  let n = 0;
  for (let i = 0; i < count; i++) n += Number(known(i));
  // one table is whole already, and a long one is not copied
  if (n === count) return { t_s, accel_g, gyro_dps };
  const t = new Float64Array(n);
  const accel = new Float64Array(3 * n);
  const gyro = gyro_dps === null ? null : new Float64Array(3 * n);
  let k = 0;
  for (let i = 0; i < count; i++) {
    if (!known(i)) continue;
    t[k] = t_s[i] as number;
    accel.set(accel_g.subarray(3 * i, 3 * i + 3), 3 * k);
    if (gyro_dps !== null) gyro?.set(gyro_dps.subarray(3 * i, 3 * i + 3), 3 * k);
    k++;
  }
  const first_s = t[0] ?? 0;
  return { t_s: t.map((each) => each - first_s), accel_g: accel, gyro_dps: gyro };
}
