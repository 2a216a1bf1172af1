import type { Cue } from '../../src/contract/cue.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { BURSTY_ARRIVAL, DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { TrueRep } from '../../src/recording/synthetic/true-rep.ts';
import { openGym } from './gym.ts';
import { createWire } from './wire.ts';

/** A cue as the page was told of it: s after the first sample, on the wall clock. */
export interface TimedCue {
  readonly cue: Cue;
  readonly at_s: number;
  /** When it was taken back, before it sounded; null for those that sound. */
  readonly taken_back_s: number | null;
}

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

export interface HoldSet {
  readonly truth: readonly TrueRep[];
  readonly cues: readonly TimedCue[];
}

const TARGET_S = 1;
const REPS = 6;

/** A set with holds of every length, through the whole station in virtual time. */
export async function playHolds(seed: number, bursts: boolean): Promise<HoldSet> {
  const random = createRandom(seed);
  const { recording, truth } = simulatedSet({
    seed,
    reps: REPS,
    hold_s: Array.from({ length: REPS }, () => random.uniform(0.4, 1.8)),
    delivery: bursts ? BURSTY_ARRIVAL : DEVICE_CLOCK,
    after: [{ kind: 'still', duration_s: 10 }],
  });
  return { truth: truth.reps, cues: await playCues(recording) };
}

/** What the station had to say while a recording came in, in virtual time. */
export async function playCues(recording: Recording): Promise<TimedCue[]> {
  const gym = openGym();
  await gym.ask('station:goal', { hold_s: TARGET_S });
  const started_ms = gym.clock.now_epoch_ms();
  const facts = {
    id: 'wire',
    family: 'file',
    family_title: 'wire',
    speed: 1,
    simulated: false,
    stores: true,
    link: null,
  };
  gym.open.station.sources.add(facts, createWire(gym.clock, recording), true);
  gym.until((state) => state.phase === 'review' || state.source?.phase === 'ended', 200);
  const taken = new Map<number, number>();
  for (const { event, at_epoch_ms } of gym.timed)
    if (event.kind === 'cue-cancelled') taken.set(event.id, (at_epoch_ms - started_ms) / 1000);
  const cues = gym.cues().map((cue) => ({
    cue,
    at_s: (cue.at_epoch_ms - started_ms) / 1000,
    taken_back_s: taken.get(cue.id) ?? null,
  }));
  await gym.leave();
  return cues;
}

/** The moments chimes sounded at, against when the lifter had truly held for the target. */
export function scoreSets(
  sets: readonly { readonly truth: readonly TrueRep[]; readonly chimes_s: readonly number[] }[],
): ChimeScore {
  const late_ms: number[] = [];
  const false_short_ms: number[] = [];
  let held = 0;
  let short = 0;
  for (const { truth, chimes_s } of sets) {
    for (const { lockout } of truth) {
      if (lockout.hold_s === null) continue;
      const met_s = lockout.start_s + TARGET_S;
      // a chime belongs to the hold it sounds in or just after
      const chime = chimes_s.find(
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

/** By the moments the station gave its chimes. */
export async function scoreChimes(sets: number, bursts: boolean, first_seed = 1): Promise<ChimeScore> {
  const played = [];
  for (let seed = first_seed; seed < first_seed + sets; seed++) {
    const { truth, cues } = await playHolds(seed, bursts);
    const chimes_s = cues
      .filter(({ cue, taken_back_s }) => cue.cue === 'met' && taken_back_s === null)
      .map(({ at_s }) => at_s);
    played.push({ truth, chimes_s });
  }
  return scoreSets(played);
}
