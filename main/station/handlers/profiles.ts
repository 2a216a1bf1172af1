import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { Station } from '../station.ts';
import { keepProfile, openProfileOf, proposedLoads, typeProfile } from '../stored/dated-profiles.ts';

type Own = Extract<Channel, `profiles:${string}`>;

/** Load-velocity profiles: begun, measured by the sets that follow, kept under their day. */
export function profileHandlers(station: Station): Pick<Handlers, Own> {
  const { store, clock } = station;
  const told = (result: Result<unknown>): Result<Record<string, never>> => {
    station.changed('stored');
    return result.ok ? success({}) : result;
  };
  return {
    'profiles:of': (query) => success(store.speedProfiles.kept(query)),
    'profiles:propose': (query) => {
      const loads_kg = proposedLoads(store, station.settings(), query);
      return loads_kg === null ? failure('no-athlete', words.says.data.noAthlete) : success({ loads_kg });
    },
    'profiles:open': (query) => success({ open: openProfileOf(store, query, clock.now_epoch_ms()) }),
    'profiles:begin': ({ loads_kg, ...query }) =>
      told(
        store.speedProfiles.begin(
          query,
          [...new Set(loads_kg)].sort((a, b) => a - b),
        ),
      ),
    'profiles:keep': (query) => told(keepProfile(store, query, clock.now_epoch_ms())),
    'profiles:type': ({ points, instrument, ...query }) =>
      told(typeProfile(store, query, instrument, points)),
    'profiles:remove': ({ athlete_id, begun_epoch_ms }) =>
      told(store.speedProfiles.remove(athlete_id, begun_epoch_ms)),
  };
}
