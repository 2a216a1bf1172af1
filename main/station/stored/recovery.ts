import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { Recovery } from '../../../src/contract/station.ts';
import type { Rep } from '../../../src/reps/rep.ts';
import { survivingResult } from '../../../src/reps/surviving-result.ts';
import { words } from '../../../src/words/index.ts';
import type { LeftOver, Store } from '../../store/types.ts';
import type { Analyst } from './analyst.ts';
import { contextOfLabels } from './labels.ts';

/** Recordings that are no stored sets: cut short when the station stopped, or without a rep. Kept, or put away. */
export interface Recoveries {
  list(): readonly Recovery[];
  /** A set left its recording behind. */
  refresh(): void;
  accept(journal_id: string): Result<{ set_id: number; reps: readonly Rep[] }>;
  discard(journal_id: string): Result<null>;
}

export function createRecoveries(store: Store, analyst: Analyst): Recoveries {
  const offer =
    (without_reps: boolean) =>
    ({ id, header, duration_s }: LeftOver): Recovery => ({
      journal_id: id,
      athlete: header.athlete_name,
      lift: header.labels.lift,
      load_kg: header.labels.load_kg,
      started_epoch_ms: header.started_epoch_ms,
      duration_s,
      without_reps,
    });
  const read = (): Recovery[] => [
    ...store.journals.recoverable().map(offer(false)),
    ...store.journals.withoutReps().map(offer(true)),
  ];
  let offered = read();
  return {
    list: () => offered,
    refresh() {
      offered = read();
    },
    accept(journal_id) {
      const entry = offered.find((one) => one.journal_id === journal_id);
      if (entry === undefined) return failure('no-journal', words.says.data.noJournal);
      const found = store.journals.read(journal_id);
      if (!found.ok) return found;
      const { header, recording } = found.value;
      const context = contextOfLabels(header.labels);
      const whole = analyst.whole(recording, context);
      // what was on the screen, as far as it went: the causal path tells the same samples the same way
      const live = analyst.causal(recording, context);
      const reference_rom_m = context.reference?.rom_m ?? null;
      const analysis = live === null ? whole : survivingResult(whole, { ...live, reference_rom_m });
      if (analysis === null) return failure('analysis-failed', words.says.set.analysisFailed);
      if (entry.without_reps && analysis.reps.length + analysis.failed.length === 0)
        return failure('no-reps', words.says.set.stillNothing);
      const stored = store.sets.insert(
        {
          labels: header.labels,
          started_epoch_ms: header.started_epoch_ms,
          analysis,
          recording,
          interrupted: !entry.without_reps,
          note: '',
          deleted_reps: [],
          live_reps: live?.reps.length ?? null,
        },
        { id: journal_id },
      );
      if (!stored.ok) return stored;
      offered = read();
      return success({ set_id: stored.value.set_id, reps: analysis.reps });
    },
    discard(journal_id) {
      const done = store.journals.discard(journal_id);
      offered = read();
      return done;
    },
  };
}
