import type { BinEntry, InBin } from '../../src/contract/bin.ts';
import type { Result } from '../../src/contract/result.ts';

/** Deleted sets and athletes, until their days are over. */
export interface BinStore {
  /** What was deleted last comes first. */
  list(): BinEntry[];
  /** An athlete with all that is theirs. */
  restore(what: InBin): Result<null>;
  /** Now and for good; an athlete by the exact name, which guards against a slip. */
  remove(what: InBin, confirm_name: string): Result<null>;
  /** For good whatever has had its days. Returns whether there was anything. */
  purge(): Result<boolean>;
}
