import type { MachineFacts } from './facts.ts';
import type { AdapterState } from './types.ts';

const EVERY_MS = 2_000;
/** States in which the engine looks for no adapter any more: @stoprocent after its first failure, @abandonware too. */
const BLIND: ReadonlySet<AdapterState> = new Set(['missing', 'unsupported', 'failed']);

export interface AdapterWatchOptions {
  readonly adapter: () => AdapterState;
  readonly facts: () => MachineFacts;
  readonly onPluggedIn: () => void;
}

/** Notices an adapter that is plugged in after the engine gave up, where the system tells of adapters (Linux). */
export function watchForAdapter({ adapter, facts, onPluggedIn }: AdapterWatchOptions): () => void {
  let before = facts().adapters?.length ?? null;
  const timer = setInterval(() => {
    if (!BLIND.has(adapter()) && before !== 0) return;
    const now = facts().adapters?.length ?? null;
    if (before === 0 && now !== null && now > 0) onPluggedIn();
    before = now;
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
