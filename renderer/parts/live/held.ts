import type { HoldState } from '../../../src/contract/live-set.ts';

export interface Held {
  readonly held_s: number;
  /** Of the target, 0..1; a hold without a target fills nothing. */
  readonly share: number;
  readonly met: boolean;
}

/**
 * How long a running hold has lasted at a moment of the station's clock. A replay can run faster than
 * life, so seconds are taken from the share of the way to the target where there is one.
 */
export function heldBy({ since_epoch_ms, met_epoch_ms, target_s }: HoldState, now_epoch_ms: number): Held {
  const wall_s = Math.max(0, now_epoch_ms - since_epoch_ms) / 1000;
  if (met_epoch_ms === null || target_s === null) return { held_s: wall_s, share: 0, met: false };
  const way = (now_epoch_ms - since_epoch_ms) / Math.max(1, met_epoch_ms - since_epoch_ms);
  const share = Math.max(0, Math.min(1, way));
  return { held_s: Math.max(0, way) * target_s, share, met: way >= 1 };
}
