import { summarise } from './measure/set-summary.ts';
import type { Analysis, Rep } from './rep.ts';

/** Below this share of the reps counted live a whole-set result has lost the set and not corrected it; chosen here: the two differ by single reps. */
const LOST_SHARE = 0.5;

/** What was counted and shown while a set ran, in the times of its recording. */
export interface CountedLive {
  readonly reps: readonly Rep[];
  readonly failed: readonly Rep[];
  readonly reference_rom_m: number | null;
  readonly recording: Analysis['recording'];
  readonly algorithm: string;
}

/**
 * The result a set is kept with: the whole-set analysis, unless it failed (null) or has lost most of what was counted
 * live. A set that was lifted before everybody's eyes is never thrown away. `lost_share`: 1 keeps every rep that was shown, for
 * a recording that was cut in mid-movement, where hindsight has nothing to look back from.
 */
export function survivingResult(
  whole: Analysis | null,
  live: CountedLive,
  lost_share: number = LOST_SHARE,
): Analysis {
  if (whole !== null && found(whole.reps, live.reps) >= lost_share * live.reps.length) return whole;
  const none = new Float64Array(0);
  return {
    algorithm: live.algorithm,
    recording: whole?.recording ?? live.recording,
    reps: live.reps,
    failed: live.failed,
    set: summarise(live.reps, live.failed.length, live.reference_rom_m),
    movements: whole?.movements ?? [],
    trace: whole?.trace ?? { t_s: none, height_m: none, velocity_mps: none },
    from_live: true,
  };
}

/** How many of the reps counted live the whole-set result has too: the same movement, by time. */
function found(whole: readonly Rep[], live: readonly Rep[]): number {
  return live.filter(({ concentric }) => whole.some((rep) => overlap(rep.concentric, concentric))).length;
}

type Span = { readonly start_s: number; readonly end_s: number };

export const overlap = (a: Span, b: Span): boolean => a.start_s < b.end_s && a.end_s > b.start_s;

/** The same rep told from another beginning: every moment moved by `by_s`. */
export function movedInTime(rep: Rep, by_s: number): Rep {
  const moved = (t_s: number | null): number | null => (t_s === null ? null : t_s + by_s);
  const { concentric, lockout, eccentric } = rep;
  return {
    ...rep,
    start_s: rep.start_s + by_s,
    announced_s: moved(rep.announced_s),
    concentric: {
      ...concentric,
      start_s: concentric.start_s + by_s,
      end_s: concentric.end_s + by_s,
    },
    lockout: {
      ...lockout,
      start_s: lockout.start_s + by_s,
      end_s: moved(lockout.end_s),
      announced_s: moved(lockout.announced_s),
    },
    eccentric:
      eccentric === null
        ? null
        : { ...eccentric, start_s: eccentric.start_s + by_s, end_s: eccentric.end_s + by_s },
  };
}
