import type { Database } from 'better-sqlite3';
import { LIFT_IDS } from '../../../src/lifts/lift.ts';
import type { AthleteStore, Store } from '../types.ts';
import { readAtLoad } from './at-load.ts';
import { readHistory } from './index.ts';
import { readLedSets } from './led-sets.ts';
import { readTeam } from './team.ts';
import { readInShort, readTraining } from './training-record.ts';
import { readVolume } from './volume.ts';

/** What is asked of the stored sets of an athlete, or of all. */
export function createHistoryQueries(
  db: Database,
  athletes: AthleteStore,
  now: () => number,
): Pick<Store, 'history' | 'training' | 'inShort' | 'atLoad' | 'volume' | 'team' | 'ledSets'> {
  return {
    history(query) {
      const athlete = athletes.get(query.athlete_id);
      return athlete && readHistory(db, athlete, query, now());
    },
    training(query) {
      const athlete = athletes.get(query.athlete_id);
      return athlete && readTraining(db, query, athlete.simulated, LIFT_IDS, now());
    },
    inShort(query) {
      const athlete = athletes.get(query.athlete_id);
      return athlete && readInShort(db, query, athlete.simulated);
    },
    atLoad: (query) => readAtLoad(db, query),
    volume(query) {
      const athlete = athletes.get(query.athlete_id);
      return athlete && readVolume(db, query, athlete.simulated, LIFT_IDS, now());
    },
    ledSets: (since_epoch_ms) => readLedSets(db, athletes, since_epoch_ms),
    team: () => readTeam(db, athletes.list(), now()),
  };
}
