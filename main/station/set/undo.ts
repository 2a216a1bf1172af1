import type { LiveSet } from '../../../src/contract/live-set.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { Store } from '../../store/types.ts';
import type { SetRunner } from './set-runner.ts';

/** Takes reps away and brings them back, in the running set or the finished one that is shown. */
export interface Undo {
  /** The last rep away; again: back. */
  undo(): Result<null>;
  setDeleted(rep_id: number, deleted: boolean): Result<null>;
  readonly possible: boolean;
}

export function createUndo(store: Store, runner: SetRunner): Undo {
  /** The rep the last undo took, and when it may come back: as long as it is still the last one of this set. */
  let taken: { readonly set: string; readonly rep_id: number } | null = null;
  const keyOf = (set: LiveSet): string => `${set.status} ${set.set_id} ${set.started_epoch_ms}`;

  const setDeleted = (rep_id: number, deleted: boolean): Result<null> => {
    const set = runner.snapshot();
    if (set === null) return failure('no-set', words.says.data.nothingToUndo);
    if (runner.run) {
      const done = runner.run.reps.setDeleted(rep_id, deleted);
      runner.run.corrected();
      return done ? success(null) : failure('no-rep', words.says.data.noRep);
    }
    if (set.set_id === null) return failure('no-set', words.says.data.nothingToUndo);
    const done = store.sets.setRepDeleted(set.set_id, rep_id, deleted);
    if (!done.ok) return done;
    runner.review.refresh();
    return success(null);
  };

  return {
    setDeleted,
    undo() {
      const set = runner.snapshot();
      if (set === null) return failure('nothing-to-undo', words.says.data.nothingToUndo);
      const last = set.reps.at(-1);
      const back = taken?.set === keyOf(set) && last?.id === taken.rep_id && last.deleted;
      const target = back ? last : set.reps.findLast((entry) => !entry.deleted);
      if (!target) return failure('nothing-to-undo', words.says.data.nothingToUndo);
      taken = back ? null : { set: keyOf(set), rep_id: target.id };
      return setDeleted(target.id, !back);
    },
    get possible() {
      const set = runner.snapshot();
      return set !== null && set.reps.length > 0 && (runner.run !== null || set.set_id !== null);
    },
  };
}
