import type { TimeColumn } from '../formats/layout.ts';
import { TIME_SCALES } from '../formats/units.ts';
import { parseClock, parseNumber } from '../table/cells.ts';

const DAY_S = 24 * 3600;
const HOUR_S = 3600;
/** A step this near to an hour, s, is summer time that begins or ends: nobody pauses for an hour to the second. */
const NEAR_S = 1;

/** Counts since 1970 that fall between 2015 and 2035, s: a clock that counts from its own start shows none of them for long. */
const EARLIEST_S = 1.42e9;
const LATEST_S = 2.05e9;

/** Reads the cells of a time column: counts, dates, or times of day. */
export interface TimeReader {
  /** A number that only rises, in the column's own unit; NaN when the cell is no time. */
  read(cell: string): number;
  /** Seconds per count; null while nobody has said the unit. */
  readonly scale: number | null;
  /** A clock of the place was set by an hour in between. */
  readonly wasSet: boolean;
}

/** Wrapped counters and midnights are unrolled. */
export function createTimeReader({ scale, wraps_at = 0 }: TimeColumn): TimeReader {
  let asClock = false;
  let turns = 0;
  let last = Number.NaN;
  let set_s = 0;
  let wasSet = false;
  const sinceEpoch = (): number | null =>
    Object.values(TIME_SCALES).find((each) => last * each > EARLIEST_S && last * each < LATEST_S) ?? null;
  return {
    read(cell) {
      let value = asClock ? Number.NaN : parseNumber(cell);
      if (Number.isNaN(value)) {
        value = parseClock(cell);
        if (Number.isNaN(value)) return Number.NaN;
        // the first time decides what the column holds
        if (Number.isNaN(last)) asClock = true;
        else if (!asClock) return Number.NaN;
      }
      const turn = asClock ? (value < DAY_S ? DAY_S : 0) : wraps_at;
      if (turn > 0 && value < last - turn / 2) turns++;
      const step_s = value - last;
      if (asClock && Math.abs(Math.abs(step_s) - HOUR_S) < NEAR_S) {
        set_s -= Math.sign(step_s) * HOUR_S;
        wasSet = true;
      }
      last = value;
      return value + turns * turn + set_s;
    },
    get scale() {
      return asClock ? 1 : (scale ?? sinceEpoch());
    },
    get wasSet() {
      return wasSet;
    },
  };
}
