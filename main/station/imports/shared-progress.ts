import type { ImportProgress } from '../../../src/contract/importing.ts';

/** How far an analysis is, in memory that the thread that does it shares with the one that is asked. */
export type SharedProgress = Int32Array<SharedArrayBuffer>;

export const createSharedProgress = (): SharedProgress =>
  new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));

export function putProgress(shared: SharedProgress, done: number, of: number): void {
  Atomics.store(shared, 1, of);
  Atomics.store(shared, 0, done);
}

export const progressOf = (shared: SharedProgress): ImportProgress => ({
  done: Atomics.load(shared, 0),
  of: Atomics.load(shared, 1),
});
