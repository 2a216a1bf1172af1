import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import { nextOf } from '../desk/tonight.ts';
import type { Station } from '../station.ts';
import { chooseAthlete } from './choose-athlete.ts';

type Own = Extract<Channel, `tonight:${string}`>;

/** Tonight's group and whose turn it is. */
export function tonightHandlers(station: Station): Pick<Handlers, Own> {
  const { store, desk } = station;
  return {
    'tonight:put': ({ athlete_ids }) => {
      const put = store.tonight.put(athlete_ids);
      if (!put.ok) return put;
      station.changed();
      return success({});
    },
    'tonight:next': () => {
      const id = nextOf(store.tonight.list(), desk.setup.athlete.id);
      const athlete = id === null ? null : store.athletes.get(id);
      if (athlete === null) return failure('nobody-next', words.says.nobodyNext);
      chooseAthlete(station, athlete);
      return success({});
    },
  };
}
