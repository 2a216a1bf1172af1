import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { type Result, success } from '../../../src/contract/result.ts';
import type { Station } from '../station.ts';

type Own = Extract<Channel, `bin:${string}`>;

/** What was deleted, back again or gone for good. */
export function binHandlers(station: Station): Pick<Handlers, Own> {
  const { bin } = station.store;
  const told = (result: Result<null>): Result<Record<string, never>> => {
    if (!result.ok) return result;
    station.recoveries.refresh();
    station.changed('stored');
    return success({});
  };
  return {
    'bin:list': () => success(bin.list()),
    'bin:restore': (what) => told(bin.restore(what)),
    'bin:delete': ({ confirm_name, ...what }) => told(bin.remove(what, confirm_name)),
  };
}
