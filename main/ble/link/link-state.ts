import type { LinkPhase, LinkSnapshot } from '../types.ts';
import type { LinkOptions } from './types.ts';

/** What is known of a link, as far as it changes. */
export interface LinkState {
  readonly phase: LinkPhase;
  readonly reason: string | null;
  warnings: readonly string[];
  rate_hz: number;
  battery: number | null;
  rssi: number | null;
  /** Samples come, or came until a moment ago. */
  readonly streaming: boolean;
  enter(phase: LinkPhase, reason?: string | null): void;
  snapshot(attempts: number, statistics: LinkSnapshot['statistics']): LinkSnapshot;
}

export function createLinkState({ id, rate_hz, onChange }: LinkOptions): LinkState {
  let phase: LinkPhase = 'idle';
  let reason: string | null = null;
  const state: LinkState = {
    get phase() {
      return phase;
    },
    get reason() {
      return reason;
    },
    warnings: [],
    rate_hz,
    battery: null,
    rssi: null,
    get streaming() {
      return phase === 'streaming' || phase === 'silent';
    },
    enter(next, why = null) {
      phase = next;
      reason = why;
      onChange();
    },
    snapshot: (attempts, statistics) => ({
      id,
      phase,
      reason,
      warnings: state.warnings,
      asked_rate_hz: state.rate_hz,
      battery_percent: state.battery,
      rssi_dbm: state.rssi,
      attempts,
      statistics,
    }),
  };
  return state;
}
