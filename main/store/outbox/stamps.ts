/** Where a station's clock stands, as text whose order is the order of events. */
export interface Stamps {
  /** A stamp after every one that was given or seen. */
  next(): string;
  /** Takes note of a stamp of another station: what happens from now on is after it. */
  see(stamp: string): void;
}

/** Hex digits of each part: ms since epoch (48 bits, to the year 10889), changes within one of them, the station. */
const [MS, COUNT, STATION] = [12, 4, 8];
const MOST_AT_ONCE = 16 ** COUNT - 1;
const SHAPE = new RegExp(`^[0-9a-f]{${MS + COUNT + STATION}}$`);

/**
 * A hybrid logical clock (Kulkarni and others, Logical Physical Clocks, 2014): wall time as long as it goes forward, a count
 * where it does not, so that an effect is never before its cause and a clock that was set back loses no edit. `now_epoch_ms` is
 * the wall clock, put right by what the gym's is known to be ahead.
 */
export function createStamps(now_epoch_ms: () => number, station: string, last = ''): Stamps {
  let ms = 0;
  let count = 0;
  const see = (stamp: string): void => {
    if (!SHAPE.test(stamp)) return;
    const [theirs, n] = [
      Number.parseInt(stamp.slice(0, MS), 16),
      Number.parseInt(stamp.slice(MS, MS + COUNT), 16),
    ];
    if (theirs > ms || (theirs === ms && n > count)) [ms, count] = [theirs, n];
  };
  see(last);
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  return {
    see,
    next() {
      const now = Math.round(now_epoch_ms());
      if (now > ms) [ms, count] = [now, 0];
      else if (count < MOST_AT_ONCE) count++;
      else [ms, count] = [ms + 1, 0];
      return hex(ms, MS) + hex(count, COUNT) + station;
    },
  };
}

/** Before every stamp that a station ever gave. */
export const earliest = (station: string): string => station.padStart(MS + COUNT + STATION, '0');

/** When a stamp was given, ms since epoch by the clock of its station. */
export const stampedAt = (stamp: string): number => Number.parseInt(stamp.slice(0, MS), 16);
