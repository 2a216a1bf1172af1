import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { profileOf } from '../../main/station/stored/profile.ts';
import { SETS_OF_LIFT } from '../../main/store/history/index.ts';
import { openStore } from '../../main/store/index.ts';
import { SUM_UP_REPS } from '../../main/store/schema/v14.ts';
import { DEFAULT_SETTINGS } from '../../src/contract/settings.ts';
import { liftOf } from '../../src/lifts/catalogue.ts';
import { bestsOf } from '../../src/training/bests.ts';
import { anAnalysis, aRep, aSet, DAY_MS, reps, someLabels, value } from '../store/values.ts';

// A gym of five years: 500 athletes, 100,000 sets, 1,000,000 reps. One of them trains so much that 1,500 sets are theirs.

const [ATHLETES, SETS, REPS] = [500, 100_000, 10];
const OWN = 1500;
const YEARS_MS = 5 * 365 * DAY_MS;
/** Of the team page: who trained in the last twelve weeks. */
const TEAM = 60;
const ASKED = 60;
const AT_1RM = liftOf('hip-thrust').velocity_at_1rm_mps;

export default async function history() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-bench-'));
  const now = Date.now();
  const clock = { now_epoch_ms: () => now };
  const began = performance.now();
  build(folder, now);
  const built_s = (performance.now() - began) / 1000;
  const store = value(openStore(folder, { clock }));
  const db = new Database(path.join(folder, 'lockout.sqlite'), { readonly: true });
  const whose = { athlete_id: 1, lift: 'hip-thrust', variation: 'barbell' } as const;
  const all = { ...whose, side: null, since: 0, until: now };
  const plain = db.prepare(SETS_OF_LIFT);
  const rows = [
    row('plain query of the sets of five years', () => plain.all(all)),
    row('history, 12 weeks', () => store.history({ ...whose, since_epoch_ms: now - 84 * DAY_MS })),
    row('history, five years', () => store.history(whose)),
    row('personal bests, five years', () => bestsOf(store.inShort({ ...whose, side: null }) ?? [], AT_1RM)),
    row('profile', () => profileOf(store, DEFAULT_SETTINGS, { ...whose, side: null })),
    row('hard sets by week, five years', () => store.volume({ athlete_id: 1 })),
    row(`team of ${TEAM}`, () => store.team()),
    row('search in notes and names', () => store.sets.search('hips')),
  ];
  db.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    title: `Stored training: ${SETS} sets, ${SETS * REPS} reps, ${ATHLETES} athletes (built in ${built_s.toFixed(0)} s)`,
    rows,
  };
}

/** `cpu ms` is what one answer costs; the other two are waited for, on a busy machine longer. */
function row(what: string, ask: () => unknown): Record<string, string | number> {
  ask();
  const before = process.cpuUsage();
  const times = Array.from({ length: ASKED }, () => {
    const began = performance.now();
    ask();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(before);
  const short = (ms: number): number => Number(ms.toFixed(1));
  const at = (share: number): number => short(times[Math.min(ASKED - 1, Math.floor(share * ASKED))] ?? 0);
  return { what, 'p50 ms': at(0.5), 'p99 ms': at(0.99), 'cpu ms': short((user + system) / 1000 / ASKED) };
}

/** One set is stored as any other is; its rows are then copied, which takes seconds instead of hours. */
function build(folder: string, now: number): void {
  const store = value(openStore(folder, { clock: { now_epoch_ms: () => now } }));
  for (let i = 1; i <= ATHLETES; i++)
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
    'athlete_id',
    'session_id',
    'started_at',
    'load_kg',
    'note',
    'journal_id',
  ]);
  const ofRep = columns('reps', ['id', 'set_id', 'mcv_mps']);
  // Set n belongs to athlete 1 for the first of them; the others' are spread over the gym, the team's up to now.
  db.exec(`
    BEGIN;
    WITH RECURSIVE n (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM n WHERE n < ${SETS})
    INSERT INTO sets (id, athlete_id, session_id, started_at, load_kg, note, ${ofSet})
    SELECT n,
      CASE WHEN n <= ${OWN} THEN 1 ELSE 2 + n % ${ATHLETES - 1} END, 1,
      ${now - YEARS_MS} + CASE WHEN n <= ${OWN} THEN n * ${Math.floor(YEARS_MS / OWN)}
        WHEN 2 + n % ${ATHLETES - 1} <= ${TEAM} THEN n * ${Math.floor(YEARS_MS / SETS)}
        ELSE n * ${Math.floor((0.9 * YEARS_MS) / SETS)} END,
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
