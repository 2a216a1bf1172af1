import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { ALGORITHM } from '../../../src/reps/version.ts';
import { words } from '../../../src/words/index.ts';
import { ownReference } from '../desk/references.ts';
import type { Station } from '../station.ts';
import { namesakeOf } from './namesake.ts';
import { restoreData } from './restore-data.ts';
import { setHandlers } from './sets.ts';

type Own = Extract<
  Channel,
  `athletes:${string}` | `sets:${string}` | `settings:${string}` | `data:${string}`
>;

/** Athletes, stored sets, history, settings and the data itself. */
export function dataHandlers(station: Station): Pick<Handlers, Own> {
  const { store } = station;
  const stored = <T>(result: Result<T>): Result<T> => {
    if (result.ok) station.changed('stored');
    return result;
  };
  /** Whoever lifts now stays; at the station somebody takes the place of one who leaves the lists. */
  const leaving = <T>(id: number, leave: () => Result<T>): Result<T> => {
    const here = station.bars().find(({ desk }) => id === desk.setup.athlete.id);
    if (here?.runner.run) return failure('set-running', words.says.data.athleteLifts);
    const left = leave();
    if (store.athletes.get(id)?.archived ?? true) here?.chooseSomebody();
    return stored(left);
  };

  return {
    'athletes:list': ({ archived }) =>
      success([
        ...store.athletes.recent(),
        ...(archived ? store.athletes.list().filter((each) => each.archived) : []),
      ]),
    'athletes:create': (athlete) =>
      namesakeOf(store.athletes.list(), athlete) ?? stored(store.athletes.create(athlete)),
    'athletes:update': (athlete) => {
      const taken = namesakeOf(store.athletes.list(), athlete);
      if (taken !== null) return taken;
      const updated = store.athletes.update(athlete);
      for (const { desk } of station.bars())
        if (updated.ok && athlete.id === desk.setup.athlete.id) desk.chooseAthlete(updated.value, true);
      return stored(updated);
    },
    'athletes:archive': ({ id, archived }) => leaving(id, () => store.athletes.archive(id, archived)),
    'athletes:delete': ({ id }) => {
      const deleted = leaving(id, () => store.athletes.delete(id));
      if (deleted.ok) station.recoveries.refresh();
      return deleted.ok ? success({}) : deleted;
    },

    'athletes:references': ({ id }) => {
      const athlete = store.athletes.get(id);
      if (athlete === null) return failure('no-athlete', words.says.data.noAthlete);
      return success(
        store.references.keys(id).flatMap(({ made_at, ...key }) => {
          const reference = ownReference(store, key, athlete.simulated);
          if (reference === null) return [];
          const { lift, variation, bench, side } = key;
          const made_epoch_ms = reference.origin === 'learned' ? null : made_at;
          return [{ lift, variation, bench, side, reference, made_epoch_ms }];
        }),
      );
    },

    ...setHandlers(station),

    'settings:get': () => success(station.settings()),
    'settings:update': (patch) => {
      const updated = store.settings.update(patch);
      if (updated.ok) station.changed('settings');
      return updated;
    },
    'data:info': () =>
      success({
        version: station.version,
        algorithm: ALGORITHM,
        folder: store.folder,
        ...store.info(),
        daily: station.dailyBackups.state,
        backups: store.backups().map(({ name, at_epoch_ms, bytes }) => ({ name, at_epoch_ms, bytes })),
      }),
    'data:backup': async () => {
      const made = await store.backup();
      return made.ok ? success({ path: made.value.path, bytes: made.value.bytes }) : made;
    },
    'data:restore': ({ backup }) => restoreData(station, backup),
  };
}
