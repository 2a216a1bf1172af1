/** Frames come late: has the link stalled, so that they all catch up, or are frames gone? */
export interface LateFrames {
  /** The first one, and how late it is, s. */
  begin(arrival_s: number, late_s: number): void;
  judge(arrival_s: number, late_s: number): 'stalled' | 'unknown' | 'gone';
}

/** A frame later than this waits until that is known, s: stalls reach 0.24. */
export const STALL_S = 0.25;
/** Time that late arrivals are watched for catching up, s: after a stall they come within milliseconds. */
const DECIDE_S = 0.4;
/** Least by which late arrivals must have caught up to be watched on, s. */
const CATCHING_UP_S = 0.08;

export function createLateFrames(): LateFrames {
  let since_s = 0;
  let late_s = 0;
  const begin = (arrival_s: number, by_s: number): void => {
    since_s = arrival_s;
    late_s = by_s;
  };
  return {
    begin,
    judge(arrival_s, by_s) {
      if (by_s <= STALL_S / 2) return 'stalled';
      if (arrival_s - since_s < DECIDE_S) return 'unknown';
      if (by_s >= late_s - CATCHING_UP_S) return 'gone';
      begin(arrival_s, by_s);
      return 'unknown';
    },
  };
}
