import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { Station } from '../station.ts';

type Own = Extract<Channel, `merge:${string}`>;

/** Two athletes who are one person, made one by a coach. */
export function mergeHandlers(station: Station): Pick<Handlers, Own> {
  const { store } = station;
  const told = <T>(result: Result<T>): Result<T> => {
    if (result.ok) station.changed('stored');
    return result;
  };
  return {
    'merge:look': ({ id }) =>
      success({ alike: store.merging.alike(id), merged_into: store.merging.mergedInto(id) }),
    'merge:make'({ into, from }) {
      const here = station.bars().filter(({ desk }) => [into, from].includes(desk.setup.athlete.id));
      if (here.some(({ runner }) => runner.run)) return failure('set-running', words.says.data.athleteLifts);
      if (here.length > 1) return failure('both-here', words.bars.bothHere);
      const merged = store.merging.merge(into, from);
      if (merged.ok) here[0]?.desk.chooseAthlete(merged.value, true);
      return told(merged);
    },
    'merge:undo': ({ id }) => told(store.merging.takeBack(id)),
  };
}
