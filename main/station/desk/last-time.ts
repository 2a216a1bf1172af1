import type { GhostRep, LastTime } from '../../../src/contract/last-time.ts';
import type { SetRow } from '../../../src/contract/sets.ts';
import type { Setup } from '../../../src/contract/setup.ts';
import { SESSION_GAP_MS } from '../../../src/training/session.ts';
import type { Store } from '../../store/types.ts';

/** How far back an athlete's last session of a lift is looked for, sets; chosen here, about two months of training. */
const LOOK_BACK_SETS = 200;

/** What the athlete did at this lift before today; null when they never did it. */
export function findLastTime(store: Store, setup: Setup, now_epoch_ms: number): LastTime | null {
  const all = store.sets
    .list({ athlete_id: setup.athlete.id, limit: LOOK_BACK_SETS })
    .filter(({ accepted }) => accepted);
  const today = sessionOfNow(all, now_epoch_ms);
  const same = all.filter(
    (row) =>
      row.lift === setup.lift &&
      row.variation === setup.variation &&
      row.side === setup.side &&
      row.kind === 'work' &&
      // what the simulator lifted under a real name is no last time
      row.simulated === setup.athlete.simulated,
  );
  const earlier = same.filter((row) => row.session_id !== today);
  const [latest] = earlier;
  if (latest === undefined) return null;
  const session = earlier.filter((row) => row.session_id === latest.session_id);
  const loads = session.flatMap(({ load_kg }) => (load_kg === null ? [] : [load_kg]));
  const load_kg = loads.length === 0 ? null : Math.max(...loads);
  const heaviest = session.filter((row) => row.load_kg === load_kg);
  const speeds = heaviest.flatMap(({ summary }) => summary.mean_mcv_mps ?? []);
  const sum = (of: (row: SetRow) => number): number => session.reduce((total, row) => total + of(row), 0);
  const judged = sum(({ summary }) => summary.full + summary.short + summary.partial);
  const done = same.filter((row) => row.session_id === today && row.load_kg === setup.load_kg).length;
  return {
    at_epoch_ms: latest.started_epoch_ms,
    load_kg,
    sets: heaviest.length,
    mean_mcv_mps: speeds.length === 0 ? null : speeds.reduce((a, b) => a + b, 0) / speeds.length,
    holds_met_pct: percent(
      sum((row) => row.holds_met),
      sum((row) => row.holds_judged),
    ),
    full_pct: percent(
      sum(({ summary }) => summary.full),
      judged,
    ),
    ghosts: ghostsOf(store, earlier, setup.load_kg, done),
  };
}

/** The session that the next set would belong to; null: it begins a new one. */
function sessionOfNow([newest]: readonly SetRow[], now_epoch_ms: number): number | null {
  if (newest === undefined) return null;
  const ended_ms = newest.started_epoch_ms + newest.duration_s * 1000;
  return now_epoch_ms - ended_ms > SESSION_GAP_MS ? null : newest.session_id;
}

/** `earlier` newest first; `done`: sets at this load today. A shorter session's last set stands for the later ones. */
function ghostsOf(
  store: Store,
  earlier: readonly SetRow[],
  load_kg: number | null,
  done: number,
): readonly GhostRep[] {
  const at = earlier.filter((row) => row.load_kg === load_kg);
  const session = at.filter((row) => row.session_id === at[0]?.session_id).toReversed();
  const ghost = session[Math.min(done, session.length - 1)];
  const stored = ghost && store.sets.get(ghost.id);
  if (!stored) return [];
  return stored.reps.flatMap(({ rep: { rom_m, mcv_mps }, deleted }) => (deleted ? [] : [{ rom_m, mcv_mps }]));
}

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);
