import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { Station } from '../station.ts';
import { correctSet, movementsOfSet, takeBackCorrection } from '../stored/correct-set.ts';
import { asDetail, detailOf, editSet, reanalyseSet } from '../stored/edit-set.ts';

type Own = Extract<Channel, `sets:${string}`>;

/** Stored sets: looked at, put right, deleted. */
export function setHandlers(station: Station): Pick<Handlers, Own> {
  const { store, analyst } = station;
  const stored = <T>(result: Result<T>): Result<T> => {
    if (result.ok) station.changed('stored');
    return result;
  };
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
    'sets:get': ({ id }) => {
      const set = store.sets.get(id);
      return set === null || set.deleted
        ? failure('no-set', words.says.data.noSet)
        : success(detailOf(store, analyst, set));
    },
    'sets:update': ({ id, patch }) => stored(asDetail(store, analyst, editSet(store, analyst, id, patch))),
    'sets:delete': ({ id }) => nothing(store.sets.delete(id)),
    'sets:restore': ({ id }) => nothing(store.sets.restore(id)),
    'sets:delete-rep': ({ id, rep_id, deleted }) =>
      stored(asDetail(store, analyst, store.sets.setRepDeleted(id, rep_id, deleted))),
    'sets:reanalyse': ({ id }) => stored(asDetail(store, analyst, reanalyseSet(store, analyst, id))),
    'sets:movements': ({ id }) => movementsOfSet(store, analyst, id),
    'sets:correct': ({ id, correction }) =>
      stored(asDetail(store, analyst, correctSet(store, analyst, id, correction))),
    'sets:take-back-correction': ({ id, correction_id }) =>
      stored(asDetail(store, analyst, takeBackCorrection(store, analyst, id, correction_id))),
  };
}
