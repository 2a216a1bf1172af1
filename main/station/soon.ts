/** An answer that is there at once where the work is done in this thread, and later where another one does it. */
export type Soon<T> = T | Promise<T>;

/** `next` at once where the answer is there. */
export const after = <T, U>(answer: Soon<T>, next: (value: T) => U): Soon<U> =>
  answer instanceof Promise ? answer.then(next) : next(answer);
