import { useLocation } from 'wouter';
import type { SetPatch } from '../../../src/contract/requests.ts';
import type { Correction, SetDetail } from '../../../src/contract/sets.ts';

import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';

export interface Edits {
  update(patch: SetPatch): void;
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
  const { ask, notices } = usePage();
  const [, go] = useLocation();
  const { id } = detail.row;
  const tell = (text: string): void => notices.show({ tone: 'info', text });
  const take =
    (text: string | null) =>
    (changed: SetDetail | null): void => {
      if (!changed) return;
      put(changed);
      if (text !== null) tell(text);
    };
  const takeBack = (correction_id: number): void => {
    ask('sets:take-back-correction', { id, correction_id }).then(take(words.review.takenBack));
  };
  return {
    update(patch) {
      const noted = patch.note !== undefined;
      ask('sets:update', { id, patch }).then(take(noted ? words.review.noteSaved : words.review.changed));
    },
    toggleRep(rep_id) {
      const entry = detail.reps.find((rep) => rep.id === rep_id);
      if (entry) ask('sets:delete-rep', { id, rep_id, deleted: !entry.deleted }).then(take(null));
    },
    async correct(correction) {
      const changed = await ask('sets:correct', { id, correction });
      if (!changed) return;
      put(changed);
      const made = changed.corrections.at(-1);
      notices.show({
        tone: 'info',
        text: words.review.corrected[correction.kind],
        ...(made ? { action: { label: words.review.undo, run: () => takeBack(made.id) } } : {}),
      });
    },
    takeBack,
    reanalyse() {
      ask('sets:reanalyse', { id }).then(take(words.review.reanalysed));
    },
    async replay() {
      if (await ask('pair:replay', { set_id: id, speed: 1 })) go('/');
    },
    async deleteSet() {
      if (!(await ask('sets:delete', { id }))) return;
      go('/history');
      notices.show({
        tone: 'info',
        text: words.review.deleted,
        action: {
          label: words.review.undo,
          run: () => ask('sets:restore', { id }).then((done) => done && go(`/review/${id}`)),
        },
      });
    },
  };
}
