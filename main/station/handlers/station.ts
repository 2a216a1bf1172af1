import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { Station } from '../station.ts';
import { chooseAthlete } from './choose-athlete.ts';

type Own = Extract<Channel, `station:${string}` | `recovery:${string}` | `unstored:${string}`>;

/** What the Station screen asks for. */
export function stationHandlers(station: Station): Pick<Handlers, Own> {
  const { store, desk, runner, calibrator, recoveries, undo } = station;
  /** The desk was changed: labels of the running set or the next one. */
  const chose = (): Result<Record<string, never>> => {
    runner.relabelled();
    return success({});
  };
  const told = (result: Result<unknown>): Result<Record<string, never>> => {
    station.changed('stored');
    return result.ok ? success({}) : result;
  };

  return {
    'station:state': () => success(station.state()),
    'station:athlete': ({ athlete_id }) => {
      const athlete = store.athletes.get(athlete_id);
      if (athlete === null) return failure('no-athlete', words.says.data.noAthlete);
      if (athlete.id === desk.setup.athlete.id) return success({});
      if (station.beside.hasAthlete(athlete.id))
        return failure('at-other-bar', words.bars.athleteTaken(athlete.name));
      chooseAthlete(station, athlete);
      return success({});
    },
    'station:lift': ({ lift, variation, ...more }) => {
      desk.chooseLift(lift, variation, more);
      calibrator.cancel();
      return chose();
    },
    'station:side': ({ side }) => {
      desk.chooseSide(side);
      return chose();
    },
    'station:load': ({ load_kg, load_unit }) => {
      desk.chooseLoad(load_kg, load_unit);
      return chose();
    },
    'station:kind': ({ kind }) => {
      desk.chooseKind(kind);
      return chose();
    },
    'station:goal': (patch) => {
      desk.chooseGoal(patch);
      return chose();
    },
    'station:end-set': () =>
      // pressed twice: it has ended, and is still looked at as a whole
      runner.endSet() || runner.review.set?.status === 'running'
        ? success({})
        : failure('no-set', words.says.data.noRunningSet),
    'station:undo': () => told(undo.undo()),
    'station:delete-rep': ({ rep_id, deleted }) => told(undo.setDeleted(rep_id, deleted)),
    'station:next': () => {
      runner.review.clear();
      station.changed();
      return success({});
    },
    'recovery:accept': async ({ journal_id }) => {
      const accepted = await recoveries.accept(journal_id);
      station.changed('stored');
      return accepted;
    },
    'unstored:retry': () => {
      station.waiting.retry();
      return success({});
    },
    'unstored:save': () => {
      const file = station.waiting.file();
      return file === null ? failure('nothing-unstored', words.says.nothingUnstored) : success(file);
    },
    'recovery:discard': ({ journal_id }) => told(recoveries.discard(journal_id)),
  };
}
