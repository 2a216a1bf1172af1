import type { Random } from '../../src/recording/synthetic/random.ts';

/** Something that takes input from outside. */
export interface Target {
  readonly name: string;
  /** Of a run over all targets, the part of the inputs that is this one's. */
  readonly share: number;
  open(): Opened | Promise<Opened>;
}

export interface Opened {
  /** One input, all of it drawn from `random`. Throws what is wrong. */
  attempt(random: Random): void | Promise<void>;
  close(): void | Promise<void>;
}

/** A target that keeps nothing from one input to the next. */
export const pure = (name: string, share: number, attempt: (random: Random) => void): Target => ({
  name,
  share,
  open: () => ({ attempt, close() {} }),
});

/** A refusal is a line for a person. */
export function oneLine(message: string): void {
  if (message === '' || /[\r\n]/.test(message))
    throw new Error(`a refusal of other than one line: ${message}`);
}
