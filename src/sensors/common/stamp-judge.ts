/**
 * A jump the arrival times do not explain by this much is not a delay but a restarted clock, s. More
 * than any stall seen (0.24 s on macOS, 2 s catch-up in our trials), less than any break a lifter makes.
 */
const RESTART_S = 5;
/**
 * A stamp within this of what the arrivals say needs no witness, s. Chosen here: above the longest packet (0.34 s at
 * 52 Hz) and the stalls of a working radio (0.24 s), because what is let through may shut out this much after it.
 */
const PLAUSIBLE_S = 0.5;

/** `follows`: of the same clock; `restarted`: the clock began anew; `refused`: one alone says nothing. */
export type StampVerdict = 'follows' | 'restarted' | 'refused';

export interface JudgedStamp {
  /** By the clock as it was so far, s. */
  readonly at_s: number;
  /** Against the newest stamp that was taken, s. */
  readonly step_s: number;
  /** Since that one arrived, s. */
  readonly waited_s: number;
  readonly arrival_s: number;
}

/**
 * Tells a packet with a wrong stamp from a clock that jumped: the first is refused, and the next one is the witness.
 * It either goes on from the clock so far, or from the refused stamp.
 */
export function createStampJudge(): (stamp: JudgedStamp) => StampVerdict {
  let refused: JudgedStamp | null = null;
  return (stamp) => {
    const { at_s, step_s, waited_s, arrival_s } = stamp;
    const before = refused;
    refused = null;
    const early_s = step_s - waited_s;
    if (early_s > RESTART_S || step_s < -RESTART_S) return 'restarted';
    // any packet may come late; none comes before it is made, and none is older than the one before it
    if (early_s <= PLAUSIBLE_S && (step_s > 0 || early_s >= -PLAUSIBLE_S)) return 'follows';
    const since_s = before === null ? 0 : at_s - before.at_s;
    const isWitness =
      before !== null && since_s > 0 && Math.abs(since_s - (arrival_s - before.arrival_s)) <= PLAUSIBLE_S;
    if (isWitness) return early_s > 0 ? 'follows' : 'restarted';
    refused = stamp;
    return 'refused';
  };
}
