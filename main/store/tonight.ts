import type { Database } from 'better-sqlite3';
import type { Result } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { attempt } from './errors.ts';

/** Ids of who trains tonight, in the order of their turns. */
export interface TonightStore {
  list(): number[];
  put(athlete_ids: readonly number[]): Result<null>;
}

export function createTonight(db: Database): TonightStore {
  const list = db.prepare<[], number>('SELECT athlete_id FROM tonight ORDER BY place').pluck();
  const add = db.prepare('INSERT INTO tonight (place, athlete_id) VALUES (?, ?)');
  return {
    list: () => list.all() as number[],
    put: (athlete_ids) =>
      attempt(words.store.tonightNotStored, () =>
        db.transaction(() => {
          db.exec('DELETE FROM tonight');
          for (const [place, id] of [...new Set(athlete_ids)].entries()) add.run(place, id);
          return null;
        })(),
      ),
  };
}
