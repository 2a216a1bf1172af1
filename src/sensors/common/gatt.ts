import type { GattAnswer, GattPlan, GattStep } from '../driver.ts';

/** The steps a plan is made of, with the defaults that suit a sensor beside a rack. */

/** How long a sensor may take to answer a command, ms. One connection event is 7.5-60 ms; stalls of 240 ms were seen on macOS. */
export const ANSWER_TIMEOUT_MS = 1_500;

export const subscribe = (characteristic: string): GattStep => ({ do: 'subscribe', characteristic });
export const read = (characteristic: string): GattStep => ({ do: 'read', characteristic });
export const wait = (ms: number): GattStep => ({ do: 'wait', ms });

export function write(characteristic: string, bytes: Uint8Array, response = false): GattStep {
  return { do: 'write', characteristic, bytes, response };
}

export interface Request {
  readonly characteristic: string;
  readonly bytes: Uint8Array;
  readonly reply_on: string;
  readonly matches: (notification: Uint8Array) => boolean;
  readonly response?: boolean;
  readonly timeout_ms?: number;
}

export function request(ask: Request): GattStep {
  return { do: 'request', response: false, timeout_ms: ANSWER_TIMEOUT_MS, ...ask };
}

/** Asks up to `tries` times until something answers. */
export function* persistently(ask: () => GattStep, tries: number): GattPlan<GattAnswer> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const answer = yield ask();
    if (answer !== null) return answer;
  }
  return null;
}

/** The plan of a family that needs nothing done. */
export function* nothingToDo(): GattPlan<void> {}
