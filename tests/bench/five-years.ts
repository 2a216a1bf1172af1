import path from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../main/store/index.ts';
import { SUM_UP_REPS } from '../../main/store/schema/v14.ts';
import { anAnalysis, aRep, aSet, DAY_MS, reps, someLabels, value } from '../store/values.ts';

/** Reps of every set. */
export const REPS = 10;
/** Of the team page: who trained in the last twelve weeks. */
export const TEAM = 60;
/** Sets of the first athlete, who trains much. */
const OWN = 1500;
const YEARS_MS = 5 * 365 * DAY_MS;

export interface GymSize {
  readonly athletes: number;
  readonly sets: number;
}

/** One set is stored as any other is; its rows are then copied, which takes seconds instead of hours. */
export function buildFiveYears(folder: string, now: number, { athletes, sets }: GymSize): void {
  const store = value(openStore(folder, { clock: { now_epoch_ms: () => now } }));
  for (let i = 1; i <= athletes; i++)
    value(store.athletes.create({ name: `Athlete ${i}`, body_mass_kg: null }));
  const analysis = anAnalysis(reps(REPS, { mcv_mps: aRep(1).mcv_mps }));
  value(
    store.sets.insert(
      aSet(1, {
        analysis,
        labels: someLabels(1, { calibration: null, sensor_id: null }),
        started_epoch_ms: now - YEARS_MS,
      }),
    ),
  );
  store.close();
  const db = new Database(path.join(folder, 'lockout.sqlite'));
  db.pragma('foreign_keys = OFF');
  const columns = (table: string, left_out: readonly string[]): string =>
    db
      .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => name)
      .filter((name) => !left_out.includes(name))
      .join(', ');
  const ofSet = columns('sets', [
    'id',
    'uuid',
    'athlete_id',
    'session_id',
    'started_at',
    'load_kg',
    'note',
    'journal_id',
  ]);
  const ofRep = columns('reps', ['id', 'uuid', 'set_id', 'mcv_mps']);
  // Set n belongs to athlete 1 for the first of them; the others' are spread over the gym, the team's up to now.
  db.exec(`
    BEGIN;
    WITH RECURSIVE n (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM n WHERE n < ${sets})
    INSERT INTO sets (id, athlete_id, session_id, started_at, load_kg, note, ${ofSet})
    SELECT n,
      CASE WHEN n <= ${OWN} THEN 1 ELSE 2 + n % ${athletes - 1} END, 1,
      ${now - YEARS_MS} + CASE WHEN n <= ${OWN} THEN n * ${Math.floor(YEARS_MS / OWN)}
        WHEN 2 + n % ${athletes - 1} <= ${TEAM} THEN n * ${Math.floor(YEARS_MS / sets)}
        ELSE n * ${Math.floor((0.9 * YEARS_MS) / sets)} END,
      80 + 10 * (n % 5), CASE WHEN n % 50 = 0 THEN 'Hips shifted left' ELSE '' END, ${ofSet}
    FROM n, sets WHERE sets.id = 1;
    UPDATE sets SET session_id = athlete_id * 100000 + started_at / ${DAY_MS};
    INSERT OR IGNORE INTO sessions (id, athlete_id, started_at) SELECT DISTINCT session_id, athlete_id, started_at FROM sets;
    INSERT INTO reps (set_id, mcv_mps, ${ofRep})
    SELECT sets.id, 0.4 + (sets.id * 7919 + reps.place * 104729) % 400 / 1000.0, ${ofRep
      .split(', ')
      .map((name) => `reps.${name}`)
      .join(', ')}
    FROM sets JOIN reps ON reps.set_id = 1 WHERE sets.id > 1;
    ${SUM_UP_REPS}
    COMMIT`);
  db.close();
}
