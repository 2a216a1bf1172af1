import type { Recount } from '../../look-again/merge-counts.ts';
import { isSameRise, middle_s } from '../../look-again/same-rise.ts';
import type { WhyNot } from '../../movement.ts';
import type { Rep } from '../../rep.ts';
import { describeLiveRep, type LiveRep } from '../remeasure/describe-live-rep.ts';
import type { RepSoFar } from '../remeasure/rep-so-far.ts';
import type { RepAttempt } from '../rises/rep-attempt.ts';
import type { AnnouncerPorts } from './announcer-ports.ts';
import { createOverReps } from './over-reps.ts';
import type { RiseLog } from './rise-log.ts';
import { tellRecount } from './tell-recount.ts';
import type { ToldHold } from './told-hold.ts';
import type { UsualRep } from './usual-rep.ts';

/** The reps of the running set as they are told: each at its top, again when it has settled, or withdrawn. */
export interface ToldReps {
  /** Reps that are over and counted. */
  readonly counted: number;
  /** The attempt in progress is a rep as far as can be told. */
  announced: boolean;
  /** Range of the rep in progress as it was told at its top, m; null while it has not been. */
  readonly toldRom_m: number | null;
  /** Another rise begins. */
  begin(): void;
  tell(attempt: RepAttempt): void;
  /** `next_start_s`: the rep is over, the next one begins then; null when that has not been seen. */
  settle(attempt: RepAttempt, next_start_s: number | null): void;
  withdraw(why: WhyNot): void;
  /** Reps that rose after `t_s` are withdrawn; the next rep takes the number of the first of them. */
  withdrawAfter(t_s: number, why: WhyNot): void;
  /** The reps as another look counts them. `merge`: told until now, and whether the last of them is still open. */
  recount(merge: (told: readonly Rep[], open: boolean) => Recount): void;
}

/** Reps that are counted, with the one in progress if it is one. */
export const repsTold = ({ counted, announced }: ToldReps): number => counted + (announced ? 1 : 0);

export function createToldReps(
  ports: AnnouncerPorts,
  hold: ToldHold,
  usual: UsualRep,
  log: Pick<RiseLog, 'whyNot'>,
): ToldReps {
  const over = createOverReps(usual, ports.expect);
  const s = nothingTold();
  const inProgress = (): Rep | null => (s.announced ? (s.settled ?? s.told) : null);
  const all = (): readonly Rep[] => [...over.reps, ...[inProgress() ?? []].flat()];

  function measure(attempt: RepAttempt, next_start_s: number | null): Rep | null {
    const known = { ...over.before(), lastFloor: s.lastFloor, next_start_s };
    const measured = measureLive(ports, attempt, known);
    // another look may have counted it already
    if (measured === null || over.ends(measured.rep)) return null;
    over.turned(measured);
    const { rep } = measured;
    return { ...rep, announced_s: s.announced_s, lockout: { ...rep.lockout, announced_s: hold.said_s } };
  }

  function withdraw(why: WhyNot): void {
    log.whyNot(why);
    s.announced = false;
    if (s.announced_s === null) return;
    ports.say({ kind: 'rep-withdrawn', index: over.reps.length + 1, why, said_s: ports.now_s() });
  }

  return {
    get counted() {
      return over.reps.length;
    },
    get announced() {
      return s.announced;
    },
    set announced(announced) {
      s.announced = announced;
    },
    get toldRom_m() {
      return s.told?.rom_m ?? null;
    },
    begin() {
      s.told = s.settled = null;
      s.announced_s = null;
    },
    tell(attempt) {
      s.announced_s = ports.now_s();
      const rep = measure(attempt, null);
      if (rep === null) return;
      s.announced = true;
      s.told = rep;
      ports.say({ kind: 'rep', rep, settled: false, said_s: s.announced_s });
    },
    settle(attempt, next_start_s) {
      const follows_s = ports.lift.opening === 'eccentric-first' ? null : next_start_s;
      // the lowering was not seen: what seems to have happened since the top is drift
      if (follows_s !== null && Number.isNaN(attempt.descent_s)) s.settled ??= s.told;
      const known = s.settled ?? measure(attempt, next_start_s);
      const rep = known && s.settled && follows_s !== null ? followed(known, follows_s) : known;
      if (rep === null) {
        if (s.announced_s === null) s.announced = false;
        return;
      }
      s.settled = rep;
      const said_s = ports.now_s();
      if (rep.verdict.flags.includes('failed')) {
        withdraw('failed');
        ports.say({ kind: 'failed', rep, said_s });
        return;
      }
      s.announced_s ??= said_s;
      ports.say({ kind: 'rep', rep: { ...rep, announced_s: s.announced_s }, settled: true, said_s });
      s.lastFloor = rep.bottom.floor_contact;
      if (next_start_s === null) return;
      s.announced = false;
      over.are([...over.reps, rep]);
    },
    withdraw,
    withdrawAfter(t_s, why) {
      const told = all();
      let index = told.length;
      for (; index > 0 && middle_s(told[index - 1] as Rep) > t_s; index -= 1)
        ports.say({ kind: 'rep-withdrawn', index, why, said_s: ports.now_s() });
      if (index <= over.reps.length) s.announced = false;
      over.are(over.reps.slice(0, index));
    },
    recount(merge) {
      const open = inProgress();
      const unsettled = s.settled === null ? open : null;
      const recount = merge(all(), unsettled !== null);
      if (!tellRecount(ports, all(), recount, unsettled)) return;
      const { reps } = recount;
      const last = reps.at(-1);
      const goesOn = open !== null && last !== undefined && isSameRise(last, open);
      s.announced = goesOn;
      if (goesOn) s[s.settled === null ? 'told' : 'settled'] = last;
      over.are(goesOn ? reps.slice(0, -1) : reps);
    },
  };
}

/** What is known of the rep in progress; nothing yet. */
const nothingTold = () => ({
  announced: false,
  /** When it was first told, s; null while it has not been. */
  announced_s: null as number | null,
  /** As it was told at its top, and once it has settled. */
  told: null as Rep | null,
  settled: null as Rep | null,
  /** The rep before came down onto the floor; null when that cannot be told. A set begins there. */
  lastFloor: true as boolean | null,
});

/** A rep that begins with its rise has settled and is now followed by another: only the stay at the bottom was still open. */
function followed(rep: Rep, next_start_s: number): Rep {
  if (rep.eccentric === null) return rep;
  const duration_s = Math.max(0, next_start_s - rep.eccentric.end_s);
  return { ...rep, bottom: { ...rep.bottom, duration_s } };
}

/** One rep from what was felt of it so far; null while it cannot be measured. */
function measureLive(
  { history, lift, context, motion, reasons, now_s }: AnnouncerPorts,
  attempt: RepAttempt,
  known: Pick<RepSoFar, 'index' | 'next_start_s' | 'usual' | 'turns'> & {
    readonly lastFloor: boolean | null;
  },
): LiveRep | null {
  const { lastFloor, ...rest } = known;
  const so_far: RepSoFar = {
    ...rest,
    attempt,
    until_s: known.next_start_s ?? now_s(),
    error_mps2: motion.filter.error,
    density: motion.filter.density,
    reasons: reasons(),
    known_bottom: lift.from_floor && lastFloor === true,
  };
  return describeLiveRep(history, so_far, lift, context);
}
