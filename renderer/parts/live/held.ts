import type { HoldState } from '../../../src/contract/live-set.ts';
import { formatSeconds } from '../../format/format.ts';

export interface Held {
  readonly held_s: number;
  /** Of the target, 0..1; a hold without a target fills nothing. */
  readonly share: number;
  readonly met: boolean;
}

/** Whole tenths that have passed: a running hold says its target only once it is met. */
export const tenthsHeld = (held_s: number): string => formatSeconds(Math.floor(held_s * 10 + DUST) / 10);
/** Of a tenth: what a product of two numbers with a point may be short of it. */
const DUST = 1e-6;

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
