import { MIN_RISE_M } from '../definition/thresholds.ts';
import type { WhyNot } from '../movement.ts';
import type { Analysis, Rep } from '../rep.ts';
import { isRough } from './is-rough.ts';
import { isSameRise, middle_s } from './same-rise.ts';
import { whyNone } from './why-none.ts';

/** What another look says about the reps that were told. */
export interface Recount {
  /** As they are now, in order of time and numbered; a rep that did not change is the same object. */
  readonly reps: readonly Rep[];
  /** How many of them nobody had told. */
  readonly added: number;
  /** Why those that are gone were none; empty where none is gone. */
  readonly gone: readonly WhyNot[];
}

/** What keeps a rep from being judged. */
export interface Pending {
  /** The last one told is not over yet and keeps its numbers. */
  readonly open: boolean;
  /** The bar hangs from the arms: a rise before all others may be the pick-up. */
  readonly hangs: boolean;
}

/** A rep that ended less than this before the newest sample is not judged yet, s (chosen here): it may go on. */
const SEEN_S = 1;
/** Movements in the first moments of what is looked at may have begun before it, s (chosen here). */
const LEAD_S = 1;
/** The only rep so far has at least this share of the athlete's range (chosen here: half reps do not open a set) ... */
const OPENING_SHARE = 0.6;
/** ... or, where that is not known, is this many least rises high (chosen here: bars are rolled over the thighs, too). */
const OPENING_RISES = 3;
/**
 * What a look may say against one of several told reps (chosen here). Anything else, such as a rise of two metres, says that
 * the look has gone astray.
 */
const MAY_GO: ReadonlySet<WhyNot> = new Set([
  'too-small',
  'bump',
  'struck',
  'drift',
  'failed',
  'cut-off',
  'racked',
  'put-down',
  'carried',
  'carried-off',
  'rolled-up',
  'in-hand',
  'not-lowered-before',
]);
/** A number that changed by less than this is not told again, m/s and m (chosen here): nobody reads the difference. */
const SAME = { mps: 0.01, m: 0.01 };

/** It is surely a rep though no other has been told. */
function opens({ rom_m, verdict }: Rep): boolean {
  if (verdict.range_ratio !== null) return verdict.range_ratio >= OPENING_SHARE;
  return rom_m !== null && rom_m >= OPENING_RISES * MIN_RISE_M;
}

const sigma_mps = (rep: Rep): number => rep.mcv_repeat_sigma_mps ?? Number.POSITIVE_INFINITY;

const differs = (a: number | null, b: number | null, by: number): boolean =>
  a === null || b === null ? a !== b : Math.abs(a - b) >= by;

/** A rep as the look measured it, told when the one before was; the one before where nothing about it has changed. */
function remeasured(told: Rep, found: Rep): Rep {
  const { announced_s, verdict } = told;
  const changed =
    differs(told.mcv_mps, found.mcv_mps, SAME.mps) ||
    differs(told.rom_m, found.rom_m, SAME.m) ||
    told.quality !== found.quality ||
    verdict.range !== found.verdict.range ||
    verdict.hold !== found.verdict.hold;
  if (!changed) return told;
  return {
    ...found,
    index: told.index,
    announced_s,
    lockout: { ...found.lockout, announced_s: told.lockout.announced_s },
  };
}

/**
 * The told reps beside those found: missing ones are put in, what is none is taken out, the others take the better
 * numbers. What cannot be judged yet stays as it was.
 */
export function mergeCounts(
  told: readonly Rep[],
  found: Analysis,
  { open, hangs }: Pending,
  now_s: number,
): Recount {
  const from_s = (found.trace.t_s[0] ?? now_s) + LEAD_S;
  const until_s = now_s - SEEN_S;
  const isSeen = ({ concentric }: Rep): boolean =>
    concentric.start_s >= from_s && concentric.end_s <= until_s;
  const rough = isRough(found.recording);
  const isBetter = (a: Rep, b: Rep): boolean => !rough || sigma_mps(a) <= sigma_mps(b);
  const gone: WhyNot[] = [];
  const matched = new Set<Rep>();
  const kept = told.flatMap((rep, k) => {
    const isOpen = open && k === told.length - 1;
    const same = found.reps.find((candidate) => isSameRise(candidate, rep));
    if (same !== undefined && !matched.has(same)) {
      matched.add(same);
      return isSeen(same) && !isOpen && isBetter(same, rep) ? [remeasured(rep, same)] : [rep];
    }
    const why = same !== undefined ? 'cut-off' : whyNone(rep, found);
    // a bar that still stands has not come down yet, and only that makes a failed attempt of it
    if (why === null || isOpen || !isSeen(rep)) return [rep];
    gone.push(why);
    return [];
  });
  // a look that takes away more than it finds again is no better than what it is to mend
  const lost = gone.length > Math.max(1, matched.size);
  if (lost || (told.length > 1 && gone.some((why) => !MAY_GO.has(why))))
    return { reps: told, added: 0, gone: [] };
  const missing = found.reps.filter(
    (rep, k) =>
      isSeen(rep) &&
      !matched.has(rep) &&
      !(hangs && k === 0) &&
      !kept.some((other) => isSameRise(rep, other)),
  );
  if (told.length === 0 && missing.length === 1 && !opens(missing[0] as Rep)) missing.pop();
  const reps = [...kept, ...missing.map((rep) => ({ ...rep, announced_s: now_s }))]
    .toSorted((a, b) => middle_s(a) - middle_s(b))
    .map((rep, k) => (rep.index === k + 1 ? rep : { ...rep, index: k + 1 }));
  return { reps, added: missing.length, gone };
}
