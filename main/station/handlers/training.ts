import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { liftOf } from '../../../src/lifts/catalogue.ts';
import { bestsOf } from '../../../src/training/bests.ts';
import { words } from '../../../src/words/index.ts';
import type { Station } from '../station.ts';
import { profileOf } from '../stored/profile.ts';

type Own = Extract<Channel, `history:${string}` | `profile:${string}` | `team:${string}`>;

/** What is asked of stored training; nothing here changes anything. */
export function trainingHandlers(station: Pick<Station, 'store' | 'settings'>): Pick<Handlers, Own> {
  const { store } = station;
  const known = <T>(answer: T | null): Result<T> =>
    answer === null ? failure('no-athlete', words.says.data.noAthlete) : success(answer);
  return {
    'history:get': (query) => known(store.history(query)),
    'history:volume': (query) => known(store.volume(query)),
    'history:bests': (query) => {
      const sets = store.inShort(query);
      return known(sets && bestsOf(sets, liftOf(query.lift).velocity_at_1rm_mps));
    },
    'team:get': () => success(store.team()),
    'profile:get': (query) => known(profileOf(store, station.settings(), query)),
  };
}
