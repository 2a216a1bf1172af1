import type { Soon } from './soon.ts';

export type InTurn = <T>(work: () => Soon<T>) => Promise<T>;

/** One after the other: each begins with what the one before has left. */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
