import type { SetRow } from './sets.ts';

/** What can lie in the bin, and its number. */
export interface InBin {
  readonly kind: 'athlete' | 'set';
  readonly id: number;
}

interface BinTimes {
  readonly id: number;
  readonly deleted_epoch_ms: number;
  /** When it goes for good. */
  readonly goes_epoch_ms: number;
}

/** What was deleted and can be had back; a set of an athlete who is in the bin comes and goes with the athlete. */
export type BinEntry =
  | (BinTimes & { readonly kind: 'athlete'; readonly name: string; readonly sets: number })
  | (BinTimes & { readonly kind: 'set'; readonly row: SetRow });
