import type { AdapterState } from '../types.ts';
import type { MachineFacts } from './facts.ts';

const EVERY_MS = 2_000;

export interface AdapterWatchOptions {
  readonly adapter: () => AdapterState;
  readonly facts: () => MachineFacts;
  readonly onPluggedIn: () => void;
  readonly every_ms?: number;
}

/**
 * Notices an adapter that is plugged in after the engine gave up, where the system tells of adapters
 * (Linux): neither engine looks again for one that was not there when it started.
 */
export function watchForAdapter({ adapter, facts, onPluggedIn, every_ms }: AdapterWatchOptions): () => void {
  let before = facts().adapters?.length ?? null;
  const timer = setInterval(() => {
    const now = facts().adapters?.length ?? null;
    if (before === 0 && now !== null && now > 0 && adapter() !== 'ready') onPluggedIn();
    before = now;
  }, every_ms ?? EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
