import { median } from '../../definition/median.ts';
import type { Rep } from '../../rep.ts';

/** What the reps of the running set are like. */
export interface UsualRep {
  /** By the reps that are over, in order of time. */
  judgeBy(reps: readonly Pick<Rep, 'rom_m' | 'mcv_mps'>[]): void;
  /** The athlete's range, or where it is not known the set's own, m; null before the first rep. */
  rom_m(): number | null;
  /** Where the next rep is expected to end, m above its start. */
  expected_m(): number | null;
  /** Median velocity and range; null while there are too few reps to say. */
  rep(): { readonly mcv_mps: number; readonly rom_m: number } | null;
}

/** What is usual is judged by this many of the last reps (chosen here: a longer set has tired since). */
const RECENT_REPS = 12;
/** ... and by no fewer than this many: one rep may be an odd one. */
const LEAST_REPS = 2;
/** The next rep is expected to end no higher than this many of the set's own ranges (chosen here): a bar kept hovering may stay below the reference. */
const ABOVE_OWN = 1.05;

export function createUsualRep(reference_m: number | null): UsualRep {
  let recent: readonly Pick<Rep, 'rom_m' | 'mcv_mps'>[] = [];
  const own = (pick: (rep: Pick<Rep, 'rom_m' | 'mcv_mps'>) => number | null) =>
    median(recent.flatMap((rep) => pick(rep) ?? []));
  const ownRom = () => own((rep) => rep.rom_m);
  const rom_m = () => reference_m ?? (recent.length > 0 ? ownRom() : null);

  return {
    judgeBy(reps) {
      recent = reps.slice(-RECENT_REPS);
    },
    rom_m,
    expected_m() {
      const usual_m = rom_m();
      if (usual_m === null || recent.length < LEAST_REPS) return usual_m;
      return Math.min(usual_m, ABOVE_OWN * ownRom());
    },
    rep: () => (recent.length < LEAST_REPS ? null : { mcv_mps: own((rep) => rep.mcv_mps), rom_m: ownRom() }),
  };
}
