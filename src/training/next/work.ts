import type { LiftedRep, LiftedSet } from '../lifted.ts';

/** One session's work sets at one load, counted. */
export interface LoadWork {
  readonly session_id: number;
  readonly at_epoch_ms: number;
  readonly load_kg: number;
  /** Reps of the set that had most of them. */
  readonly reps: number;
  readonly goal_reps: number | null;
  readonly failed: number;
  readonly range: ShareOf;
  /** Reps short of full that were no half reps, of the same. */
  readonly short: ShareOf;
  readonly hold: ShareOf;
  readonly drops: ShareOf;
  /** Fall of velocity from the fastest rep to the last, of the set in which it fell most, %; null when no set tells. */
  readonly loss_pct: number | null;
}

/** How many reps fell short, of those that could be judged. */
export interface ShareOf {
  readonly bad: number;
  readonly of: number;
}

/** Share of half reps, missed holds or drops above which technique comes before load; chosen here: one rep of a set of five. */
const FIFTH = 0.2;
/** Judged reps below which a share says nothing; chosen here: of two reps one is half. */
const LEAST_JUDGED = 3;

const isBeyondFifth = ({ bad, of }: ShareOf): boolean => bad > FIFTH * of;

export const isTooMuch = (share: ShareOf): boolean => share.of >= LEAST_JUDGED && isBeyondFifth(share);

/** A load is gone back from where a fifth is exceeded by more than a single rep: a heavy set of two may be all there is. */
export const isFailing = (share: ShareOf): boolean =>
  isTooMuch(share) || (share.bad > 1 && isBeyondFifth(share));

/** Nothing to speak against more weight, however few reps could be judged: short reps are no half reps, but not full. */
export const isClean = ({ range, short, hold, drops, failed }: LoadWork): boolean =>
  failed === 0 && ![{ ...range, bad: range.bad + short.bad }, hold, drops].some(isBeyondFifth);

/** Work by session and load: the newest session first, in it the heaviest load. */
export function worksOf(sets: readonly LiftedSet[]): LoadWork[] {
  const groups = new Map<string, [LiftedSet, ...LiftedSet[]]>();
  for (const set of sets) {
    if (set.kind !== 'work' || set.load_kg === null || set.load_kg <= 0) continue;
    const group = groups.get(`${set.session_id} ${set.load_kg}`);
    if (group) group.push(set);
    else groups.set(`${set.session_id} ${set.load_kg}`, [set]);
  }
  const sessions = new Map(sets.map((set) => [set.session_id, set.at_epoch_ms]));
  return [...groups.values()]
    .map((group) => workOf(group))
    .sort(
      (a, b) =>
        (sessions.get(b.session_id) ?? 0) - (sessions.get(a.session_id) ?? 0) || b.load_kg - a.load_kg,
    );
}

function workOf(group: readonly [LiftedSet, ...LiftedSet[]]): LoadWork {
  const [{ session_id, at_epoch_ms, load_kg, goal_reps }] = group;
  const reps = group.flatMap((set) => set.reps).filter(({ quality }) => quality !== 'unusable');
  const share = (judged: (rep: LiftedRep) => boolean, bad: (rep: LiftedRep) => boolean): ShareOf => {
    const of = reps.filter(judged);
    return { bad: of.filter(bad).length, of: of.length };
  };
  const losses = group.flatMap((set) => lossOf(set.reps) ?? []);
  return {
    session_id,
    at_epoch_ms,
    loss_pct: losses.length === 0 ? null : Math.max(...losses),
    load_kg: load_kg as number,
    reps: Math.max(...group.map((set) => set.reps.length)),
    goal_reps,
    failed: group.reduce((sum, { failed }) => sum + failed, 0),
    range: share(
      ({ range }) => range !== 'unsure',
      ({ range }) => range === 'partial',
    ),
    short: share(
      ({ range }) => range !== 'unsure',
      ({ range }) => range === 'short',
    ),
    // whatever was judged and not met is missed: a pause short of lockout too
    hold: share(
      ({ hold }) => hold !== null && hold !== 'unsure',
      ({ hold }) => hold !== 'met',
    ),
    drops: share(
      ({ lowering }) => lowering !== null,
      ({ lowering }) => lowering === 'dropped',
    ),
  };
}

/** Over reps whose range is not partial, as everywhere (docs/definitions.md). */
function lossOf(reps: readonly LiftedRep[]): number | null {
  const speeds = reps.flatMap(({ mcv_mps, quality, range }) =>
    mcv_mps !== null && quality !== 'unusable' && range !== 'partial' ? [mcv_mps] : [],
  );
  return speeds.length < 2 ? null : 100 * (1 - (speeds.at(-1) as number) / Math.max(...speeds));
}
