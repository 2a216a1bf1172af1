import type { VelocityAt1rm } from '../lifts/profile.ts';
import { oneRepMax } from './line/one-rep-max.ts';
import { lastWeeks, type SpeedPoint, speedPoints } from './line/points.ts';
import { speedLine } from './line/speed-line.ts';
import { velocityInUse } from './line/velocity-at-1rm.ts';
import type { SetInShort } from './set-in-short.ts';

/** A personal best and the set that is one. */
export interface Best {
  readonly set_id: number;
  readonly at_epoch_ms: number;
  readonly load_kg: number;
}

export interface Bests {
  /** Heaviest load of a full rep. */
  readonly heaviest: Best | null;
  /** Fastest full rep at each load, heaviest first. */
  readonly fastest: readonly (Best & { readonly mcv_mps: number })[];
  /** Most reps of a set all of whose reps were full, held and lowered as asked. */
  readonly strictest: (Best & { readonly reps: number }) | null;
  /** Highest lower end of the 1RM's interval; `load_kg` is that end, the set is the newest its line was drawn through. */
  readonly surest_1rm: Best | null;
}

export function bestsOf(sets: readonly SetInShort[], at_1rm: VelocityAt1rm | null): Bests {
  const points = speedPoints(sets);
  const heaviest = points.toSorted((a, b) => b.load_kg - a.load_kg || a.at_epoch_ms - b.at_epoch_ms)[0];
  const byLoad = new Map<number, SpeedPoint>();
  for (const point of points)
    if (point.mcv_mps > (byLoad.get(point.load_kg)?.mcv_mps ?? 0)) byLoad.set(point.load_kg, point);
  return {
    heaviest: heaviest ? asBest(heaviest) : null,
    fastest: [...byLoad.values()]
      .sort((a, b) => b.load_kg - a.load_kg)
      .map((point) => ({ ...asBest(point), mcv_mps: point.mcv_mps })),
    strictest: strictest(sets),
    surest_1rm: at_1rm && surest1rm(sets, points, at_1rm),
  };
}

const asBest = ({ set_id, at_epoch_ms, load_kg }: Best): Best => ({ set_id, at_epoch_ms, load_kg });

function strictest(sets: readonly SetInShort[]): Bests['strictest'] {
  const strict = sets.flatMap(({ set_id, at_epoch_ms, load_kg, kind, failed, reps, strict }) =>
    kind === 'work' && load_kg !== null && failed === 0 && strict
      ? [{ set_id, at_epoch_ms, load_kg, reps }]
      : [],
  );
  return (
    strict.sort((a, b) => b.reps - a.reps || b.load_kg - a.load_kg || a.at_epoch_ms - b.at_epoch_ms)[0] ??
    null
  );
}

/** Stretches of six weeks looked at for the surest 1RM: half a year, and each line costs tens of milliseconds. */
const STRETCHES = 4;

/** One line for each six weeks, back from the newest point; they share no point, so that no good week is counted twice. */
function surest1rm(
  sets: readonly SetInShort[],
  points: readonly SpeedPoint[],
  at_1rm: VelocityAt1rm,
): Best | null {
  let best: Best | null = null;
  let rest = points;
  for (let i = 0; i < STRETCHES && rest.length > 0; i++) {
    const [older, recent] = lastWeeks(rest);
    rest = older;
    const [first, last] = [recent[0] as SpeedPoint, recent.at(-1) as SpeedPoint];
    const line = speedLine(recent);
    if (line === null) continue;
    const lifted = sets.filter(
      (set) => set.at_epoch_ms >= first.at_epoch_ms && set.at_epoch_ms <= last.at_epoch_ms,
    );
    const max = oneRepMax(line, velocityInUse(line, lifted, at_1rm));
    if (max !== null && max.low_kg > (best?.load_kg ?? 0)) best = { ...asBest(last), load_kg: max.low_kg };
  }
  return best;
}
