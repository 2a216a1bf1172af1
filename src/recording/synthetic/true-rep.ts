import type { LiftId } from '../../lifts/lift.ts';
import type { RepKind } from './timeline.ts';

/**
 * One rep as it was, by the definitions of docs/definitions.md, read from the noise-free path.
 * Seconds from the recording's first sample. Written apart from src/reps, so that each checks the other.
 */
export interface TrueRep {
  readonly kind: RepKind;
  readonly start_s: number;
  readonly concentric: { readonly start_s: number; readonly end_s: number; readonly duration_s: number };
  readonly lockout: {
    readonly start_s: number;
    readonly end_s: number | null;
    readonly hold_s: number | null;
  };
  readonly eccentric: {
    readonly start_s: number;
    readonly end_s: number;
    readonly duration_s: number;
    readonly peak_mps: number;
    readonly mean_mps: number;
  } | null;
  readonly bottom: { readonly duration_s: number | null; readonly floor_contact: boolean | null };
  readonly mcv_mps: number;
  readonly pcv_mps: number;
  readonly mpv_mps: number;
  readonly time_to_peak_s: number;
  readonly rom_m: number;
}

export interface Truth {
  readonly lift: LiftId;
  readonly reps: readonly TrueRep[];
  /** Attempts that rose at least 5 cm and came down without lockout. */
  readonly failed: readonly TrueRep[];
  /** The athlete's own full range, m. */
  readonly reference_rom_m: number;
  readonly duration_s: number;
}

/** The same rep on a clock that reads `by_s` more. */
export function moveRep(rep: TrueRep, by_s: number): TrueRep {
  const { concentric, lockout, eccentric } = rep;
  return {
    ...rep,
    start_s: rep.start_s + by_s,
    concentric: { ...concentric, start_s: concentric.start_s + by_s, end_s: concentric.end_s + by_s },
    lockout: {
      ...lockout,
      start_s: lockout.start_s + by_s,
      end_s: lockout.end_s === null ? null : lockout.end_s + by_s,
    },
    eccentric:
      eccentric === null
        ? null
        : { ...eccentric, start_s: eccentric.start_s + by_s, end_s: eccentric.end_s + by_s },
  };
}
