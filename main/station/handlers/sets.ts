import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { type Result, success } from '../../../src/contract/result.ts';
import type { SetDetail } from '../../../src/contract/sets.ts';
import type { StoredSet } from '../../store/types.ts';
import { createInTurn } from '../in-turn.ts';
import type { Soon } from '../soon.ts';
import type { Station } from '../station.ts';
import { correctSet, movementsOfSet, takeBackCorrection } from '../stored/correct-set.ts';
import { asDetail, detailOf, editSet, reanalyseSet } from '../stored/edit-set.ts';
import { standingSet } from '../stored/standing-set.ts';
import { undoEdit } from '../stored/undo-edit.ts';

type Own = Extract<Channel, `sets:${string}`>;

/** Stored sets: looked at, put right, deleted. */
export function setHandlers(station: Station): Pick<Handlers, Own> {
  const { store, analyst } = station;
  const stored = <T>(result: Result<T>): Result<T> => {
    if (result.ok) station.changed('stored');
    return result;
  };
  /** Edits one after the other: each begins with what the one before has stored. */
  const inTurn = createInTurn();
  const edit = (how: () => Soon<Result<StoredSet>>): Promise<Result<SetDetail>> =>
    inTurn(async () => asDetail(store, analyst, await how())).then(stored);
  const nothing = (result: Result<unknown>): Result<Record<string, never>> =>
    stored(result.ok ? success({}) : result);

  return {
    'sets:list': ({ athlete_id, limit, before_id }) =>
      success(
        store.sets.list({
          limit,
          ...(athlete_id === undefined ? {} : { athlete_id }),
          ...(before_id === undefined ? {} : { before_id }),
        }),
      ),
    'sets:search': ({ text }) => success(store.sets.search(text)),
    'sets:get': async ({ id }) => {
      const found = standingSet(store, id);
      return found.ok ? success(await detailOf(store, analyst, found.value)) : found;
    },
    'sets:update': ({ id, patch }) => edit(() => editSet(store, analyst, id, patch)),
    'sets:undo-edit': ({ id, at_epoch_ms }) => edit(() => undoEdit(store, analyst, id, at_epoch_ms)),
    'sets:delete': ({ id }) => inTurn(() => nothing(store.sets.delete(id))),
    'sets:restore': ({ id }) => inTurn(() => nothing(store.sets.restore(id))),
    'sets:delete-rep': ({ id, rep_id, deleted }) => edit(() => store.sets.setRepDeleted(id, rep_id, deleted)),
    'sets:reanalyse': ({ id }) => edit(() => reanalyseSet(store, analyst, id)),
    'sets:movements': ({ id }) => movementsOfSet(store, analyst, id),
    'sets:correct': ({ id, correction }) => edit(() => correctSet(store, analyst, id, correction)),
    'sets:take-back-correction': ({ id, correction_id }) =>
      edit(() => takeBackCorrection(store, analyst, id, correction_id)),
  };
}
