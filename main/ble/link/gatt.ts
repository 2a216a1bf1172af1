import type { GattAnswer } from '../../../src/sensors/driver.ts';
import type { Answers, Ask } from '../helper/messages.ts';
import { pause } from '../queue.ts';
import type { Gatt } from './plan.ts';

export type AskHelper = <What extends Ask>(what: What) => Promise<Answers[What['do']]>;

/** A connection event is 7.5-45 ms away and stalls of 240 ms are normal: this is patience, not hope. */
const GATT_TIMEOUT_MS = 1_500;
/** Subscribing is two round trips, and some sensors start their chip on it. */
const SUBSCRIBE_TIMEOUT_MS = 3_000;

interface Waiter {
  readonly characteristic: string;
  readonly matches: (bytes: Uint8Array) => boolean;
  readonly done: (answer: GattAnswer) => void;
}

/** One connection as plans see it. */
export function createLinkGatt(id: string, ask: AskHelper, signal: AbortSignal) {
  const waiters = new Set<Waiter>();
  const gatt: Gatt = {
    async subscribe(characteristic) {
      await ask({ do: 'subscribe', id, characteristic, timeout_ms: SUBSCRIBE_TIMEOUT_MS });
    },
    read: (characteristic) => ask({ do: 'read', id, characteristic, timeout_ms: GATT_TIMEOUT_MS }),
    async write(characteristic, bytes, response) {
      await ask({ do: 'write', id, characteristic, bytes, response, timeout_ms: GATT_TIMEOUT_MS });
    },
    wait: (ms) => pause(ms, signal),
    reply: (characteristic, matches, timeout_ms) =>
      new Promise((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer);
          waiters.delete(waiter);
          signal.removeEventListener('abort', stop);
        };
        const done = (answer: GattAnswer) => {
          leave();
          resolve(answer);
        };
        const stop = () => {
          leave();
          reject(signal.reason);
        };
        const waiter = { characteristic, matches, done };
        const timer = setTimeout(() => done(null), timeout_ms);
        if (signal.aborted) return stop();
        signal.addEventListener('abort', stop);
        waiters.add(waiter);
      }),
  };
  return {
    gatt,
    /** Shows a notification to whoever waits for a reply. */
    notified(characteristic: string, bytes: Uint8Array) {
      for (const waiter of [...waiters]) {
        if (waiter.characteristic === characteristic && waiter.matches(bytes)) waiter.done(bytes);
      }
    },
  };
}
