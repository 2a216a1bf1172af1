import type { SetPatch } from '../../../src/contract/requests.ts';
import type { Result } from '../../../src/contract/result.ts';
import type { SetDetail } from '../../../src/contract/sets.ts';
import { usePage, useStation } from '../../page/use-page.ts';
import { aboutSet } from '../../state/told-edit.ts';
import { type Editable, editInWords } from './edit-words.ts';

/** Labels, note or date of a stored set are another from now on; null: done, else why not, in words. */
export type ChangeSet = (patch: SetPatch, before: Editable) => Promise<string | null>;

/** Changes a stored set and tells, in the line of edits, what became another and how it is taken back. */
export function useSetLabels(id: number, put: (detail: SetDetail) => void = () => {}): ChangeSet {
  const { bridge, edit, notices } = usePage();
  const units = useStation()?.units ?? 'kg';

  const take = (reply: Result<SetDetail>, before: Editable): string | null => {
    if (!reply.ok) return reply.error.message;
    const { row, edits } = reply.value;
    put(reply.value);
    const text = editInWords(before, row, units);
    const last = edits.at(-1);
    if (text !== '' && last !== undefined)
      edit.set({ about: aboutSet(id), text, undo: () => void undo(last.at_epoch_ms, row) });
    return null;
  };
  const undo = async (at_epoch_ms: number, before: Editable): Promise<void> => {
    const problem = take(await bridge.request('sets:undo-edit', { id, at_epoch_ms }), before);
    if (problem !== null) notices.show({ tone: 'warning', text: problem });
  };
  return async (patch, before) => take(await bridge.request('sets:update', { id, patch }), before);
}
