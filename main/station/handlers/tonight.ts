import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
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
      desk.turns.refresh();
      station.changed();
      return success({});
    },
    'tonight:next': () => {
      const athlete = desk.turns.next(desk.setup.athlete.id);
      if (athlete === null) return failure('nobody-next', words.says.nobodyNext);
      desk.turns.passed(desk.setup.athlete.id, athlete.id);
      chooseAthlete(station, athlete);
      return success({});
    },
    'tonight:skip': ({ athlete_id, skips }) => {
      desk.turns.skip(athlete_id, skips);
      station.changed();
      return success({});
    },
  };
}
