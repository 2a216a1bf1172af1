import { DEG_PER_RAD, G_MPS2 } from '../units.ts';

/** What turns a reading of each unit into g, deg/s or s. */
export const ACCEL_SCALES = { g: 1, mg: 1e-3, mps2: 1 / G_MPS2 } as const;
export const RATE_SCALES = { dps: 1, mdps: 1e-3, rads: DEG_PER_RAD } as const;
export const TIME_SCALES = { s: 1, ms: 1e-3, us: 1e-6, ns: 1e-9 } as const;

export type AccelerationUnit = keyof typeof ACCEL_SCALES;
export type RateUnit = keyof typeof RATE_SCALES;
export type TimeUnit = keyof typeof TIME_SCALES;
export type Unit = AccelerationUnit | RateUnit | TimeUnit;

/** How tools write the units, without blanks and in lower case. */
const SPELLINGS: Readonly<Record<Unit, readonly string[]>> = {
  g: ['g', 'gn', 'g0'],
  mg: ['mg', 'milli-g'],
  mps2: ['m/s2', 'm/s^2', 'm/s²', 'mps2', 'ms2', 'ms-2', 'ms^-2', 'm*s^-2', 'm/s/s', 'm/s**2'],
  dps: ['dps', 'deg/s', 'degs', 'degps', 'degree/s', 'degrees/s', 'deg/sec', '°/s', 'º/s', '˚/s'],
  mdps: ['mdps', 'mdeg/s'],
  rads: ['rad/s', 'rads', 'rad/sec', 'radps', 'rps'],
  s: ['s', 'sec', 'secs', 'second', 'seconds'],
  ms: ['ms', 'msec', 'millis', 'millisecond', 'milliseconds'],
  us: ['us', 'µs', 'μs', 'usec', 'micros', 'microsecond', 'microseconds'],
  ns: ['ns', 'nsec', 'nanos', 'nanosecond', 'nanoseconds'],
};
const UNITS = new Map(
  Object.entries(SPELLINGS).flatMap(([unit, spellings]) => spellings.map((each) => [each, unit as Unit])),
);
/** A degree sign that lost its encoding on the way: nothing else is one strange character per second. */
const LOST_DEGREE = /^[^\x20-\x7e]{1,3}\/s$/;

export function parseUnit(written: string): Unit | null {
  // signs of UTF-8 that were read as Latin-1 begin with a stray Â; Shimmer marks what a factory calibrated with a star
  const unit = written
    .replace(/Â(?=[²°µ])/g, '')
    .toLowerCase()
    .replace(/[\s()]|\*$/g, '');
  return UNITS.get(unit) ?? (LOST_DEGREE.test(unit) ? 'dps' : null);
}

export const isAccelUnit = (unit: Unit | null): unit is AccelerationUnit =>
  unit !== null && unit in ACCEL_SCALES;
export const isRateUnit = (unit: Unit | null): unit is RateUnit => unit !== null && unit in RATE_SCALES;
export const isTimeUnit = (unit: Unit | null): unit is TimeUnit => unit !== null && unit in TIME_SCALES;
