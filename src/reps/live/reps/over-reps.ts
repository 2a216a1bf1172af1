import { isSameRise } from '../../look-again/same-rise.ts';
import type { Rep } from '../../rep.ts';
import type { LiveRep } from '../remeasure/describe-live-rep.ts';
import type { RepSoFar } from '../remeasure/rep-so-far.ts';
import type { UsualRep } from './usual-rep.ts';

/** The reps of the running set that are over, as they were told last; what is expected of the next one follows from them. */
export interface OverReps {
  readonly reps: readonly Rep[];
  are(reps: readonly Rep[]): void;
  /** It is the last of them. */
  ends(rep: Rep): boolean;
  /** How the sensor turned in a rep that was measured. */
  turned(measured: LiveRep): void;
  /** What is known of them when the next one is measured. */
  before(): Pick<RepSoFar, 'index' | 'usual' | 'turns'>;
}

export function createOverReps(usual: UsualRep, expect: (rom_m: number | null) => void): OverReps {
  let over: readonly Rep[] = [];
  let seen: readonly LiveRep[] = [];
  return {
    get reps() {
      return over;
    },
    are(reps) {
      over = reps;
      usual.judgeBy(reps);
      if (over.length > 0) expect(usual.expected_m());
    },
    ends(rep) {
      const last = over.at(-1);
      return last !== undefined && isSameRise(last, rep);
    },
    turned(measured) {
      seen = [...seen.filter(({ rep }) => !isSameRise(rep, measured.rep)), measured];
    },
    before: () => ({
      index: over.length + 1,
      usual: usual.rep(),
      turns: over.flatMap((rep) => seen.find((each) => isSameRise(each.rep, rep))?.turn ?? []),
    }),
  };
}
