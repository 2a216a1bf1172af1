import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { profileOf } from '../../main/station/stored/profile.ts';
import { SETS_OF_LIFT } from '../../main/store/history/index.ts';
import { openStore } from '../../main/store/index.ts';
import { DEFAULT_SETTINGS } from '../../src/contract/settings.ts';
import { liftOf } from '../../src/lifts/catalogue.ts';
import { bestsOf } from '../../src/training/bests.ts';
import { DAY_MS, value } from '../store/values.ts';
import { buildFiveYears, REPS, TEAM } from './five-years.ts';

// A gym of five years: 500 athletes, 100,000 sets, 1,000,000 reps. One of them trains so much that 1,500 sets are theirs.

const [ATHLETES, SETS] = [500, 100_000];
const ASKED = 60;
const AT_1RM = liftOf('hip-thrust').velocity_at_1rm_mps;

export default async function history() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-bench-'));
  const now = Date.now();
  const clock = { now_epoch_ms: () => now };
  const began = performance.now();
  buildFiveYears(folder, now, { athletes: ATHLETES, sets: SETS });
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
