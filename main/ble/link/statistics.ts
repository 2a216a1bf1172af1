import { createHeldSampleMeter } from '../../../src/sensors/common/held-samples.ts';
import type { Decoded } from '../../../src/sensors/driver.ts';
import type { LinkStatistics } from '../types.ts';
import { createDriftMeter } from './drift.ts';

/** Long against bursts (a 239 ms stall was measured on macOS), short against a coach's patience. */
const WINDOW_S = 5;
/** Less says nothing about a rate when samples come in bursts. */
const LEAST_SPAN_S = 1;
/**
 * A sensor without a counter is missing samples when its rate is below nominal by more than this share: sensor clocks
 * differ by up to 0.7 % (reported by esphome-witmotion).
 */
const RATE_TOLERANCE = 0.01;

/** Counts what a link delivers. `arrival_s` is the host's monotonic clock. */
export function createLinkStatistics() {
  const window: { arrival_s: number; count: number }[] = [];
  const held = createHeldSampleMeter();
  const drift = createDriftMeter();
  let nominal_hz: number | null = null;
  let samples = 0;
  let lost = 0;
  let malformed = 0;
  let losses = 0;
  let lost_s = 0;
  let lastArrival_s: number | null = null;
  let longestPause_s = 0;
  let counts = false;
  let up = false;

  const rate_hz = (): number | null => {
    const [first] = window;
    const last = window.at(-1);
    if (!first || !last || last.arrival_s - first.arrival_s < LEAST_SPAN_S) return null;
    // the first batch's samples were taken before the window began
    const count = window.reduce((sum, each) => sum + each.count, 0) - first.count;
    return count / (last.arrival_s - first.arrival_s);
  };
  const lossShare = (rate: number | null): number | null => {
    if (counts) return lost / Math.max(1, lost + samples);
    if (rate === null || nominal_hz === null) return null;
    const missing = 1 - rate / nominal_hz;
    return missing > RATE_TOLERANCE ? missing : 0;
  };

  return {
    /** The sensor was set up: what came before says nothing about this setting. */
    configured(nominal: number | null) {
      nominal_hz = nominal;
      window.length = 0;
      held.reset();
      drift.reset();
    },
    push(decoded: Decoded, arrival_s: number) {
      if (up && lastArrival_s !== null) longestPause_s = Math.max(longestPause_s, arrival_s - lastArrival_s);
      up = true;
      lastArrival_s = arrival_s;
      malformed += decoded.malformed;
      lost += decoded.lost;
      const { batch } = decoded;
      if (!batch || batch.count === 0) return;
      samples += batch.count;
      held.push(batch);
      if (batch.clock === 'device') {
        counts = true;
        drift.push(batch.t_s[batch.count - 1] ?? 0, arrival_s);
      }
      window.push({ arrival_s, count: batch.count });
      while (window.length > 1 && arrival_s - (window[0]?.arrival_s ?? arrival_s) > WINDOW_S) window.shift();
    },
    linkLost() {
      losses += 1;
      up = false;
      window.length = 0;
    },
    resumed(gap_s: number) {
      lost_s += gap_s;
    },
    lastArrival_s: () => lastArrival_s,
    /** The sensor clearly repeats samples (see held-samples.ts). */
    holding: () => held.value().holding,
    value(): LinkStatistics {
      const rate = rate_hz();
      const share = held.value().share;
      return {
        rate_hz: rate,
        effective_rate_hz: rate === null ? null : rate * (1 - share),
        duplicate_share: share,
        samples,
        lost,
        loss_share: lossShare(rate),
        malformed,
        losses,
        lost_s,
        longest_pause_s: longestPause_s,
        clock_drift_ppm: drift.value(),
      };
    },
  };
}
