import type { SetSummary, StationRep } from '../../../src/contract/live-set.ts';
import type { Setup } from '../../../src/contract/setup.ts';
import { isSameRise } from '../../../src/reps/look-again/same-rise.ts';
import { countHolds } from '../../../src/reps/measure/count-holds.ts';
import { summarise } from '../../../src/reps/measure/set-summary.ts';
import type { Rep } from '../../../src/reps/rep.ts';

/** The reps of a set while it runs, as the causal path tells them and people correct them. */
export interface RunningReps {
  /** A rep as it is known now; the same index again is the same rep, better known. */
  put(rep: Rep, settled: boolean): void;
  /** What was announced turned out not to be a rep. */
  withdraw(index: number): void;
  fail(rep: Rep): void;
  setDeleted(index: number, deleted: boolean): boolean;
  /** Judged again, after what they are judged against changed. */
  rejudge(judge: (rep: Rep) => Rep): void;
  list(): readonly StationRep[];
  failed(): readonly Rep[];
}

export function createRunningReps(): RunningReps {
  const reps = new Map<number, StationRep>();
  let failed: Rep[] = [];
  return {
    put(rep, settled) {
      // its place may be another one than before: what a person said about it goes with it
      const before = [...reps.values()].find((entry) => isSameRise(entry.rep, rep));
      reps.set(rep.index, { id: rep.index, rep, settled, deleted: before?.deleted ?? false });
    },
    withdraw(index) {
      // what came after it in the same movement goes with it
      for (const later of [...reps.keys()]) if (later >= index) reps.delete(later);
    },
    fail(rep) {
      failed = [...failed, rep];
    },
    setDeleted(index, deleted) {
      const entry = reps.get(index);
      if (entry === undefined) return false;
      reps.set(index, { ...entry, deleted });
      return true;
    },
    rejudge(judge) {
      for (const [index, entry] of reps) reps.set(index, { ...entry, rep: judge(entry.rep) });
      failed = failed.map(judge);
    },
    list: () => [...reps.values()].sort((a, b) => a.id - b.id),
    failed: () => failed,
  };
}

/** The set's numbers without the reps that were taken away. */
export function summaryOfRunning(
  reps: readonly StationRep[],
  failed: readonly Rep[],
  setup: Setup,
): SetSummary {
  const kept = reps.filter((entry) => !entry.deleted).map((entry) => entry.rep);
  return summarise(kept, failed.length, setup.reference?.rom_m ?? null);
}

export function holdsOf(reps: readonly StationRep[]): { met: number; judged: number } {
  return countHolds(reps.filter((entry) => !entry.deleted).map((entry) => entry.rep));
}
