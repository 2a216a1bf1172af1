import { randomInt } from 'node:crypto';
import type { LanRole } from '../../src/contract/lan.ts';

/** Letters and digits that nobody takes for one another. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
/** 30 signs eight times: 39 bits, of which a guesser at the most that is allowed tries 200 before the code is over. */
const LENGTH = 8;
/** How long a code counts, ms: to walk to a tablet and type it; chosen here. */
export const CODE_COUNTS_MS = 10 * 60_000;

/** Wrong codes from one address and from all, within a minute; chosen here: fingers slip, and a guesser gets nowhere. */
const WRONG = { one: 5, all: 20 } as const;
const WITHIN_MS = 60_000;

export interface OpenCode {
  readonly code: string;
  readonly role: LanRole;
  readonly until_epoch_ms: number;
}

/** The one code that lets a device in, and who tried how often. */
export interface Codes {
  /** A new one; an earlier one counts no more. */
  make(role: LanRole): OpenCode;
  /** null: none counts. */
  open(): OpenCode | null;
  /** The role of the code, which is used up; or why not. */
  take(typed: string, from: string): LanRole | 'wrong' | 'too-often';
}

/** `steady`: for intervals, whatever happens to the wall clock; both in ms. */
export function createCodes(now: () => number, steady: () => number): Codes {
  let current: (OpenCode & { readonly until_steady_ms: number }) | null = null;
  let wrong: readonly { readonly from: string; readonly at_ms: number }[] = [];
  const open = (): OpenCode | null => {
    if (current !== null && steady() >= current.until_steady_ms) current = null;
    return current;
  };
  return {
    make(role) {
      const code = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
      current = {
        ...{ code, role },
        until_epoch_ms: now() + CODE_COUNTS_MS,
        until_steady_ms: steady() + CODE_COUNTS_MS,
      };
      return current;
    },
    open,
    take(typed, from) {
      const at_ms = steady();
      wrong = wrong.filter((each) => at_ms - each.at_ms < WITHIN_MS);
      if (wrong.length >= WRONG.all || wrong.filter((each) => each.from === from).length >= WRONG.one)
        return 'too-often';
      const counts = open();
      if (counts === null || plainCode(typed) !== counts.code) {
        wrong = [...wrong, { from, at_ms }];
        return 'wrong';
      }
      current = null;
      return counts.role;
    },
  };
}

/** However somebody types it. */
const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** In two halves, to be read out. */
export const readableCode = (code: string): string =>
  `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
