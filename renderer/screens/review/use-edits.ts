import { useLocation } from 'wouter';
import type { SetPatch } from '../../../src/contract/requests.ts';
import type { Correction, SetDetail } from '../../../src/contract/sets.ts';

import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { useSetLabels } from '../../parts/edit/use-set-labels.ts';
import { aboutSet } from '../../state/told-edit.ts';

export interface Edits {
  update(patch: SetPatch): void;
  /** The same; why not, in words, is for the dialog that asks. */
  tryUpdate(patch: SetPatch): Promise<string | null>;
  toggleRep(id: number): void;
  /** A movement becomes a rep, a rep two, or two one. */
  correct(correction: Correction): void;
  takeBack(correction_id: number): void;
  reanalyse(): void;
  replay(): void;
  deleteSet(): void;
}

/** What can be done to a stored set; every answer is the whole set anew. */
export function useEdits(detail: SetDetail, put: (detail: SetDetail) => void): Edits {
  const { ask, notices, edit } = usePage();
  const [, go] = useLocation();
  const changeLabels = useSetLabels(detail.row.id, put);
  const { id } = detail.row;
  const text = words.review;
  const tell = (what: string, undo: (() => void) | null): void =>
    edit.set({ about: aboutSet(id), text: what, undo });
  const tryUpdate = (patch: SetPatch): Promise<string | null> => changeLabels(patch, detail.row);

  async function setRepDeleted(rep_id: number, deleted: boolean): Promise<void> {
    const changed = await ask('sets:delete-rep', { id, rep_id, deleted });
    if (!changed) return;
    put(changed);
    const n = changed.reps.findIndex((rep) => rep.id === rep_id) + 1;
    tell(deleted ? text.repDeleted(n) : text.repRestored(n), () => void setRepDeleted(rep_id, !deleted));
  }
  async function correct(correction: Correction): Promise<void> {
    const changed = await ask('sets:correct', { id, correction });
    if (!changed) return;
    put(changed);
    const made = changed.corrections.at(-1);
    tell(text.corrected[correction.kind], made ? () => void takeBack(made.id, correction) : null);
  }
  async function takeBack(correction_id: number, correction: Correction): Promise<void> {
    const changed = await ask('sets:take-back-correction', { id, correction_id });
    if (!changed) return;
    put(changed);
    tell(text.takenBack, () => void correct(correction));
  }

  return {
    tryUpdate,
    async update(patch) {
      const problem = await tryUpdate(patch);
      if (problem !== null) notices.show({ tone: 'warning', text: problem });
    },
    toggleRep(rep_id) {
      const entry = detail.reps.find((rep) => rep.id === rep_id);
      if (entry) void setRepDeleted(rep_id, !entry.deleted);
    },
    correct,
    takeBack(correction_id) {
      const made = detail.corrections.find((each) => each.id === correction_id);
      if (made === undefined) return;
      const { id: _id, ...correction } = made;
      void takeBack(correction_id, correction);
    },
    async reanalyse() {
      const changed = await ask('sets:reanalyse', { id });
      if (!changed) return;
      put(changed);
      tell(text.reanalysed, null);
    },
    async replay() {
      if (await ask('pair:replay', { set_id: id, speed: 1 })) go('/');
    },
    async deleteSet() {
      if (!(await ask('sets:delete', { id }))) return;
      go('/history');
      notices.show({
        tone: 'info',
        text: text.deleted,
        action: {
          label: text.undo,
          run: () => ask('sets:restore', { id }).then((done) => done && go(`/review/${id}`)),
        },
      });
    },
  };
}
