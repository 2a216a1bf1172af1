import type { PairingState } from '../../src/contract/pairing.ts';
import type { StationEvent, StationState } from '../../src/contract/station.ts';
import type { StationClock } from './clock.ts';

/** What the station tells its pages: events at once, the state once for all that changes in one turn. */
export interface StationOutlet {
  emit(event: StationEvent): void;
  changed(): void;
  state(): StationState;
  /** Starts with a state and a pairing event. */
  subscribe(listener: (event: StationEvent) => void): () => void;
  /** From now on also what changes without any event of its own: rates and losses. */
  start(): void;
  /** No more states by themselves; events still go out. */
  stop(): void;
  close(): void;
}

/** Statistics of the sources on screen: often enough for eyes, ms. */
const SOURCES_EVERY_MS = 500;

export function createOutlet(
  clock: StationClock,
  parts: { readonly state: (revision: number) => StationState; readonly pairing: () => PairingState },
): StationOutlet {
  const listeners = new Set<(event: StationEvent) => void>();
  let revision = 0;
  let stopEmit: (() => void) | null = null;
  let stopTick: (() => void) | null = null;
  let lastSources = '';

  const state = (): StationState => parts.state(revision);
  const emit = (event: StationEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const changed = (): void => {
    stopEmit ??= clock.after(0, () => {
      stopEmit = null;
      revision++;
      emit({ kind: 'state', state: state() });
    });
  };
  const tick = (): void => {
    const now = state();
    const seen = JSON.stringify([now.sources, now.keep_awake]);
    if (seen !== lastSources) changed();
    lastSources = seen;
    stopTick = clock.after(SOURCES_EVERY_MS, tick);
  };

  return {
    emit,
    changed,
    state,
    subscribe(listener) {
      listeners.add(listener);
      listener({ kind: 'state', state: state() });
      listener({ kind: 'pairing', pairing: parts.pairing() });
      return () => listeners.delete(listener);
    },
    start() {
      stopTick = clock.after(SOURCES_EVERY_MS, tick);
    },
    stop() {
      stopTick?.();
      stopEmit?.();
    },
    close: () => listeners.clear(),
  };
}
