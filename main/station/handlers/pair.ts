import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { Station } from '../station.ts';

type Own = Extract<Channel, `pair:${string}`>;

/** What the Pair screen asks for. */
export function pairHandlers(station: Station): Pick<Handlers, Own> {
  const { pairing } = station;
  const told = <T>(result: Result<T>): Result<T> => {
    station.changed('pairing');
    return result;
  };
  const nothing = (result: Result<unknown>): Result<Record<string, never>> =>
    told(result.ok ? success({}) : result);

  return {
    'pair:state': () => success(pairing.state()),
    'pair:scan': ({ on }) => {
      pairing.scan(on);
      return nothing(success(null));
    },
    'pair:connect': ({ id }) => nothing(pairing.connect(id)),
    'pair:disconnect': async ({ id }) => nothing(await pairing.disconnect(id)),
    'pair:forget': async ({ id }) => nothing(await pairing.forget(id)),
    'pair:rename': ({ id, name }) => nothing(pairing.rename(id, name)),
    'pair:identify': async ({ id }) => nothing(await pairing.identify(id)),
    'pair:feed': ({ id }) => nothing(pairing.feed(id)),
    'pair:simulate': async (wish) => told(await pairing.simulate(wish)),
    'pair:demonstrate': async () => told(await pairing.demonstrate()),
    'pair:replay': async (wish) => told(await pairing.replay(wish)),
    'pair:calibrate': ({ id, action }) => {
      const entry = station.sources.get(id);
      if (entry === null) return failure('unknown-source', words.says.source.unknown);
      if (action !== 'cancel') return nothing(station.calibrations.begin(entry, action));
      station.calibrations.cancel(entry);
      return nothing(success(null));
    },
  };
}
