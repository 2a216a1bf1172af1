import { BURSTY_ARRIVAL, DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { openGym } from './gym.ts';
import { createWire } from './wire.ts';

export interface ChimeScore {
  /** Holds the lifter truly kept long enough, and those of them whose chime sounded. */
  readonly held: number;
  readonly heard: number;
  /** Sounding moment - true moment of the chimes heard, ms, sorted. */
  readonly late_ms: readonly number[];
  /** Holds truly let go before the target, and chimes that sounded all the same. */
  readonly short: number;
  readonly falseChimes: number;
  /** How much too short the holds of the false chimes were, ms. */
  readonly false_short_ms: readonly number[];
}

const TARGET_S = 1;
const REPS = 6;

/**
 * Sets with holds of every length through the whole station in virtual time: when did the chime sound on
 * the wall clock, against when the lifter had truly held for the target?
 */
export async function scoreChimes(sets: number, bursts: boolean, first_seed = 1): Promise<ChimeScore> {
  const late_ms: number[] = [];
  const false_short_ms: number[] = [];
  let held = 0;
  let short = 0;
  for (let seed = first_seed; seed < first_seed + sets; seed++) {
    const random = createRandom(seed);
    const { recording, truth } = simulatedSet({
      seed,
      reps: REPS,
      hold_s: Array.from({ length: REPS }, () => random.uniform(0.4, 1.8)),
      delivery: bursts ? BURSTY_ARRIVAL : DEVICE_CLOCK,
      after: [{ kind: 'still', duration_s: 10 }],
    });
    const gym = openGym();
    await gym.ask('station:goal', { hold_s: TARGET_S });
    const started_ms = gym.clock.now_epoch_ms();
    const facts = {
      id: 'wire',
      family: 'file',
      family_title: 'wire',
      speed: 1,
      simulated: false,
      stored_set_id: null,
      link: null,
    };
    gym.open.station.sources.add(facts, createWire(gym.clock, recording), true);
    gym.until((state) => state.phase === 'review' || state.source?.phase === 'ended', 200);
    const taken = new Map<number, number>();
    for (const event of gym.timed)
      if (event.event.kind === 'cue-cancelled') taken.set(event.event.id, event.at_epoch_ms);
    const chimes = gym
      .cues('met')
      .filter((cue) => !taken.has(cue.id))
      .map((cue) => (cue.at_epoch_ms - started_ms) / 1000);
    for (const { lockout } of truth.reps) {
      if (lockout.hold_s === null) continue;
      const met_s = lockout.start_s + TARGET_S;
      // a chime belongs to the hold it sounds in or just after
      const chime = chimes.find(
        (at_s) => at_s > lockout.start_s && at_s < Math.max(met_s, lockout.end_s ?? 0) + 0.5,
      );
      if (lockout.hold_s >= TARGET_S) {
        held++;
        if (chime !== undefined) late_ms.push((chime - met_s) * 1000);
      } else {
        short++;
        if (chime !== undefined) false_short_ms.push((TARGET_S - lockout.hold_s) * 1000);
      }
    }
    await gym.leave();
  }
  late_ms.sort((a, b) => a - b);
  false_short_ms.sort((a, b) => a - b);
  return {
    held,
    heard: late_ms.length,
    late_ms,
    short,
    falseChimes: false_short_ms.length,
    false_short_ms,
  };
}
