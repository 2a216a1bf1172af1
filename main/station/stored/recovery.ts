import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { Recovery } from '../../../src/contract/station.ts';
import type { Rep } from '../../../src/reps/rep.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import { words } from '../../../src/words/index.ts';
import type { Store } from '../../store/types.ts';
import { contextOfLabels } from './labels.ts';

/** Sets that were running when the station stopped: offered, analysed and stored, or put away. */
export interface Recoveries {
  list(): readonly Recovery[];
  accept(journal_id: string): Result<{ set_id: number; reps: readonly Rep[] }>;
  discard(journal_id: string): Result<null>;
}

export function createRecoveries(store: Store): Recoveries {
  const read = (): Recovery[] =>
    store.journals.recoverable().map(({ id, header, duration_s }) => ({
      journal_id: id,
      athlete: header.athlete_name,
      lift: header.labels.lift,
      load_kg: header.labels.load_kg,
      started_epoch_ms: header.started_epoch_ms,
      duration_s,
    }));
  let offered = read();
  return {
    list: () => offered,
    accept(journal_id) {
      if (!offered.some((entry) => entry.journal_id === journal_id))
        return failure('no-journal', words.says.data.noJournal);
      const found = store.journals.read(journal_id);
      if (!found.ok) return found;
      const { header, recording } = found.value;
      const analysis = analyzeSet(recording, contextOfLabels(header.labels));
      const stored = store.sets.insert(
        {
          labels: header.labels,
          started_epoch_ms: header.started_epoch_ms,
          analysis,
          recording,
          interrupted: true,
          note: '',
          deleted_reps: [],
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
