import { createFrame, FrameFlag } from '../frame.ts';
import type { SetSamples } from '../set/set-samples.ts';
import { HandWatch } from './hand-watch.ts';

/** A stretch in which the sensor was not on the bar but in a hand, s. */
export interface StretchInHand {
  readonly from_s: number;
  readonly to_s: number;
}

/** Where a recording's sensor was in a hand, in order of time. Order n. */
export function stretchesInHand(samples: SetSamples): StretchInHand[] {
  const watch = new HandWatch();
  const frame = createFrame();
  const found: StretchInHand[] = [];
  let from_s: number | null = null;
  for (let i = 0; i < samples.count; i++) {
    const j = 3 * i;
    frame.t_s = samples.t_s[i] as number;
    frame.ax = samples.accel_mps2[j] as number;
    frame.ay = samples.accel_mps2[j + 1] as number;
    frame.az = samples.accel_mps2[j + 2] as number;
    frame.gx = samples.rate_rads?.[j] ?? 0;
    frame.gy = samples.rate_rads?.[j + 1] ?? 0;
    frame.gz = samples.rate_rads?.[j + 2] ?? 0;
    if (watch.push(frame)) from_s = watch.since_s;
    if (from_s !== null && !watch.away) {
      found.push({ from_s, to_s: frame.t_s });
      from_s = null;
    }
  }
  if (from_s !== null) found.push({ from_s, to_s: frame.t_s });
  return found;
}

/** The samples, those of a hand marked as such; the same ones where there was no hand. */
export function markInHand(samples: SetSamples, hands: readonly StretchInHand[]): SetSamples {
  if (hands.length === 0) return samples;
  const flags = samples.flags.slice();
  for (const { from_s, to_s } of hands) {
    for (let i = 0; i < samples.count; i++) {
      const t_s = samples.t_s[i] as number;
      if (t_s > from_s && t_s < to_s) flags[i] = (flags[i] as number) | FrameFlag.inHand;
    }
  }
  return { ...samples, flags };
}
