import type { Board, BoardLeader, BoardRack, GymRacks } from '../../../src/contract/board.ts';
import type { Handlers } from '../../../src/contract/bridge.ts';
import type { GymStatus } from '../../../src/contract/gym.ts';
import { success } from '../../../src/contract/result.ts';
import { leaders } from '../../../src/training/leaders.ts';
import { words } from '../../../src/words/index.ts';
import { rackOf } from '../rack.ts';
import type { Station } from '../station.ts';

/** Leaders are worked out anew at most this often, ms: they change once a set, and several boards may ask. */
const LEADERS_FOR_MS = 2000;

/** What the wall asks of the gym. */
interface GymOfBoard {
  status(): GymStatus;
  racks(): GymRacks;
}

/** The wall: the racks of the gym as they are, and the leaders of all that is stored here, what the gym told included. */
export function boardHandlers(station: Station, gym: GymOfBoard): Pick<Handlers, 'board:get'> {
  const { store, clock } = station;
  let latest: { readonly by: string; readonly at_ms: number; readonly rows: readonly BoardLeader[] } | null =
    null;

  function leadersNow(by: Board['leaders_by']): readonly BoardLeader[] {
    const at_ms = clock.now_steady_ms();
    if (latest !== null && latest.by === by && at_ms - latest.at_ms < LEADERS_FOR_MS) return latest.rows;
    const today = new Date(clock.now_epoch_ms());
    const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
    const rows = leaders(by, store.ledSets(midnight)).map(({ athlete_id, ...leader }) => ({
      ...leader,
      athlete: store.athletes.get(athlete_id)?.name ?? '',
    }));
    latest = { by, at_ms, rows };
    return rows;
  }

  return {
    'board:get': () => {
      const { board, units } = station.settings();
      const { gym: name, away_since_epoch_ms } = gym.status();
      const { own_name, others } = gym.racks();
      const own = {
        id: '',
        name: own_name,
        here: true,
        age_ms: 0,
        state: rackOf(station.state()),
        address: null,
      };
      return success({
        ...{ gym: name, away_since_epoch_ms },
        racks: [own, ...others].sort(byName),
        leaders_by: board.leaders,
        leaders: leadersNow(board.leaders),
        names: board.names,
        units,
      });
    },
  };
}

/** Every board of a gym has its racks in the same places: rack 10 after rack 9, and those of one name by their number. */
const byName = (one: BoardRack, other: BoardRack): number =>
  (one.name ?? '').localeCompare(other.name ?? '', words.locale, { numeric: true }) ||
  one.id.localeCompare(other.id);
