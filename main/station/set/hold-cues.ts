import type { HoldState } from '../../../src/contract/live-set.ts';
import { LOWERING_MPS } from '../../../src/reps/definition/thresholds.ts';
import type { StationClock } from '../clock.ts';
import type { CueBoard } from './cues.ts';
import type { TimeMap } from './time-map.ts';

/** Shortest time between two ticks, s; chosen here, because closer ones blur into one sound. */
const TICK_MIN_S = 0.25;
/** Most ticks in one hold; chosen here, because a long hold needs no more steps to be heard rising. */
const TICKS_MAX = 8;
/** A hold that starts again within this of its earlier start is the same one: the descent was none, s. */
const SAME_HOLD_S = 0.1;

/** What a hold sounds like: the lockout tone, rising ticks, and the chime at hold start + target. */
export interface HoldCues {
  start(at_s: number, target_s: number | null): void;
  /** The bar stands this far below a full rep: "higher", and nothing that rewards. */
  startShort(at_s: number, missing_m: number): void;
  /** With every batch: a chime is taken back while the bar goes down and given again if it stays up. */
  observe(velocity_mps: number): void;
  /** Descent began, or it was a sticking point: what has not sounded will not. */
  stop(): void;
  readonly state: HoldState | null;
}

export function createHoldCues(clock: StationClock, cues: CueBoard, time: TimeMap, speed: number): HoldCues {
  let state: HoldState | null = null;
  let ticks: number[] = [];
  /** The chime: its moment on both clocks, and the cue that stands for it unless it is held back. */
  let chime: { readonly sample_s: number; readonly at_epoch_ms: number; cue: number | null } | null = null;

  /** The hold that was stopped last, and whether its chime had sounded. */
  let earlier: { readonly at_s: number; readonly sounded: boolean } | null = null;
  let running_s: number | null = null;
  /** When the stand was that "higher" sounded for last, s. */
  let short_s: number | null = null;

  const sounded = (): boolean =>
    chime === null || (chime.cue !== null && chime.at_epoch_ms <= clock.now_steady_ms());

  const stop = (): void => {
    if (running_s !== null) earlier = { at_s: running_s, sounded: sounded() };
    running_s = null;
    cues.cancel(ticks);
    if (chime?.cue != null) cues.cancel([chime.cue]);
    ticks = [];
    chime = null;
    state = null;
  };

  const scheduleTicks = (at_s: number, target_s: number, since_epoch_ms: number): void => {
    const every_s = Math.max(TICK_MIN_S, target_s / TICKS_MAX);
    for (let held_s = every_s; held_s < target_s - every_s / 2; held_s += every_s) {
      const at_epoch_ms = since_epoch_ms + (held_s * 1000) / speed;
      // a hold that was recognised late does not rattle off what it missed
      if (at_epoch_ms < clock.now_steady_ms()) continue;
      ticks.push(cues.sound('tick', at_s + held_s, { at_epoch_ms, progress: held_s / target_s }));
    }
  };

  return {
    start(at_s, target_s) {
      stop();
      const again = earlier !== null && Math.abs(earlier.at_s - at_s) < SAME_HOLD_S ? earlier : null;
      running_s = at_s;
      const since_epoch_ms = time.toEpoch(at_s) ?? clock.now_steady_ms();
      const met_epoch_ms = target_s === null ? null : since_epoch_ms + (target_s * 1000) / speed;
      state = { since_epoch_ms, met_epoch_ms, target_s, missing_m: null };
      if (again === null) cues.sound('lockout', at_s);
      if (target_s === null || met_epoch_ms === null || again?.sounded) return;
      scheduleTicks(at_s, target_s, since_epoch_ms);
      const sample_s = at_s + target_s;
      chime = {
        sample_s,
        at_epoch_ms: met_epoch_ms,
        cue: cues.sound('met', sample_s, { at_epoch_ms: met_epoch_ms }),
      };
    },
    startShort(at_s, missing_m) {
      stop();
      const since_epoch_ms = time.toEpoch(at_s) ?? clock.now_steady_ms();
      state = { since_epoch_ms, met_epoch_ms: null, target_s: null, missing_m };
      if (short_s === null || Math.abs(short_s - at_s) >= SAME_HOLD_S) cues.sound('higher', at_s);
      short_s = at_s;
    },
    observe(velocity_mps) {
      if (chime === null) return;
      if (sounded()) {
        chime = null;
      } else if (velocity_mps < -LOWERING_MPS) {
        // the tracker tells a descent only once the bar has clearly fallen: a chime due in between would be false
        if (chime.cue !== null) cues.cancel([chime.cue]);
        chime.cue = null;
      } else if (chime.cue === null) {
        chime.cue = cues.sound('met', chime.sample_s, { at_epoch_ms: chime.at_epoch_ms });
      }
    },
    stop,
    get state() {
      return state;
    },
  };
}
