import { words } from '../../words/index.ts';
import { type ColumnName, findByStem, findName, findVector } from './header.ts';
import { type Layout, layoutOf, measured, type TimeColumn, timeScale, type VectorColumns } from './layout.ts';
import {
  ACCEL_KEY,
  BARE_AXIS,
  DEVICE_KEYS,
  GRAVITY_KEY,
  LINEAR_KEY,
  RATE_KEY,
  TIME_KEY,
} from './own-names.ts';
import { isAccelUnit, isRateUnit, isTimeUnit, TIME_SCALES } from './units.ts';

export type OwnChoice =
  | { readonly ok: true; readonly layout: Layout }
  /** `recognised`: how many of the three kinds of column were there. */
  | { readonly ok: false; readonly recognised: number; readonly message: string };

/** A table that no tool is known by. */
const NOBODYS = '';

/** Ours, before what anybody would call the time. */
const OWN_TIMES = ['t_s', 't_ms', 't_us', 'timestamp_ms'];
/** How others name an angular rate: `gyro_x`, `omega_z_rps`, `wx` ... but not `g_x`, which is gravity as often. */
const RATE_LIKE =
  /^(?:(?:w|gyro?|gyr|gyroscope|omega|angular_?(?:rate|velocity))[ _.-]?[xyz](?:$|[ _.([-])|g[xyz][ _.([-]*(?:dps|deg|rad|°))/i;

/** Lockout's own columns (docs/command-line.md) in any order, and names near to them that say their unit. */
export function recogniseOwn(names: readonly ColumnName[]): OwnChoice {
  const time = timeOf(names);
  const accel = byUnit(names, ACCEL_KEY, isAccelUnit) ?? byUnit(names, BARE_AXIS, isAccelUnit);
  const rate = byUnit(names, RATE_KEY, isRateUnit) ?? byUnit(names, BARE_AXIS, isRateUnit);
  const linear = byUnit(names, LINEAR_KEY, isAccelUnit, 'linear');
  const gravity = byUnit(names, GRAVITY_KEY, isAccelUnit, 'gravity');
  const known = [accel, rate, linear, gravity].filter((each) => each !== null);
  const vectors = known.length > 0 ? known : onlyVectors(names);
  const partly = names.find(({ key, unit }) => ACCEL_KEY.test(key) && isAccelUnit(unit));
  const recognised = Number(time !== null) + vectors.length + Number(accel === null && partly !== undefined);
  const columnsOf = ({ columns }: VectorColumns): string =>
    listed(columns.flatMap((column) => names[column] ?? []));
  if (time === null)
    return {
      ok: false,
      recognised,
      message: words.files.noTime(listed(names), vectors.map(columnsOf).join(', ')),
    };
  const timeName = listed(names.slice(time.column, time.column + 1));
  if (vectors.length === 0) {
    if (partly !== undefined)
      return { ok: false, recognised, message: words.files.noColumn(missingAxis(names, partly)) };
    return { ok: false, recognised, message: words.files.noAcceleration(listed(names), timeName) };
  }
  const used = [time.column, ...vectors.flatMap(({ columns }) => columns)].map(
    (i) => names[i]?.written ?? '',
  );
  const twice = used.find((name) => names.filter(({ written }) => written === name).length > 1);
  if (twice !== undefined) return { ok: false, recognised, message: words.files.twice(twice) };
  const layout = layoutOf(NOBODYS, time, vectors, findName(names, ...DEVICE_KEYS));
  if (layout === null)
    return { ok: false, recognised, message: words.files.noAcceleration(listed(names), timeName) };
  const unread =
    rate === null ? names.filter(({ written, unit }) => RATE_LIKE.test(written) || isRateUnit(unit)) : [];
  return { ok: true, layout: { ...layout, unread: unread.map(({ written }) => written) } };
}

function timeOf(names: readonly ColumnName[]): TimeColumn | null {
  for (const own of OWN_TIMES) {
    const column = names.findIndex(({ written }) => written.toLowerCase() === own);
    if (column >= 0)
      return {
        column,
        scale: timeScale(names, column) ?? TIME_SCALES.s,
        clock: own === 'timestamp_ms' ? 'arrival' : 'device',
      };
  }
  const named = (withUnit: boolean): number =>
    names.findIndex(({ key, unit }) => TIME_KEY.test(key) && isTimeUnit(unit) === withUnit);
  const column = [named(true), named(false), onlyTime(names)].find((each) => each >= 0) ?? -1;
  return column < 0 ? null : { column, scale: timeScale(names, column), clock: 'bursts' };
}

/** In a language nobody taught us: the one column with a unit of time. */
function onlyTime(names: readonly ColumnName[]): number {
  const times = names.flatMap(({ unit }, i) => (isTimeUnit(unit) ? [i] : []));
  return times.length === 1 ? (times[0] ?? -1) : -1;
}

/**
 * In such a language: one vector in a unit of acceleration, and one in a unit of rate, by whatever name. One of two cannot be
 * chosen; one without gravity is found out by its length at rest.
 */
function onlyVectors(names: readonly ColumnName[]): VectorColumns[] {
  const only = (wanted: (unit: ColumnName['unit']) => boolean): VectorColumns[] => {
    const stems = new Set(
      names.flatMap(({ key, unit }) => (wanted(unit) ? (ANY_AXIS.exec(key)?.[1] ?? []) : [])),
    );
    const [stem] = stems;
    const found = stem === undefined || stems.size > 1 ? null : measured(names, findByStem(names, stem));
    return found === null ? [] : [found];
  };
  return [...only(isAccelUnit), ...only(isRateUnit)];
}
/** The name before the axis. */
const ANY_AXIS = /^(.+) [xyz]$/;

/** The first vector whose three columns have the same unit of the wanted kind. */
function byUnit(
  names: readonly ColumnName[],
  key: RegExp,
  wanted: (unit: ColumnName['unit']) => boolean,
  kind: 'accel' | 'linear' | 'gravity' = 'accel',
): VectorColumns | null {
  const units = new Set(
    names.filter((name) => key.test(name.key) && wanted(name.unit)).map(({ unit }) => unit),
  );
  for (const unit of units) {
    const columns = findVector(names, (name, axis) => {
      const match = key.exec(name.key);
      return name.unit === unit && (match?.[1] ?? match?.[2]) === axis;
    });
    const found = measured(names, columns, kind);
    if (found !== null) return found;
  }
  return null;
}

function missingAxis(names: readonly ColumnName[], { written }: ColumnName): string {
  const there = new Set(names.map((name) => name.written));
  const axes = ['x', 'y', 'z'].map((axis) => written.replace(/[xyz]/i, axis));
  return axes.find((name) => !there.has(name)) ?? written;
}

/** What a message lists of a header: enough to know the file by, not a whole screen. */
const LISTED = 12;
const LONGEST_NAME = 24;
const listed = (names: readonly ColumnName[]): string =>
  names
    .slice(0, LISTED)
    .map(({ written }) => printable(written).slice(0, LONGEST_NAME))
    .join(', ') + (names.length > LISTED ? ', ...' : '');

/** A picture taken for a table must not write its control characters on somebody's screen. */
const printable = (text: string): string => text.replace(/[\p{C}]+/gu, '?');
