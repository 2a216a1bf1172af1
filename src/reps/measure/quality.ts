import { FrameFlag } from '../../signal/frame.ts';
import { Reason } from '../../signal/recording-facts.ts';
import type { SetSamples } from '../../signal/set/set-samples.ts';
import type { CutOff } from '../definition/cut-off.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import { SLOW_PEAK_MPS } from '../definition/thresholds.ts';
import type { Quality } from '../rep.ts';
import type { RepUncertainty } from './uncertainty.ts';

export interface RepQuality {
  readonly quality: Quality;
  readonly reasons: readonly string[];
  /** False: the number is worth less than nothing and is not shown. */
  readonly velocity: boolean;
  readonly range: boolean;
}

/** A gap in the concentric longer than this is worth a word, s: a push may begin and end in it (chosen here). */
const GAP_S = 0.1;
/** A longer one than this spoils the velocity, s: a brisk concentric takes half a second (chosen here). */
const SPOILT_S = 0.2;
/** Fewer readings in a second than this say how far the bar went, not how fast: at 10 Hz velocities were off by a third. */
export const VELOCITY_HZ = 15;
/** A mean velocity whose 1-sigma is beyond both, m/s and as a share of it, is no measurement (chosen here). */
const VELOCITY_LIMIT = { mps: 0.06, share: 0.3 };
/** The same for a range, m and as a share of it: with more doubt than this no verdict could be given (chosen here). */
const RANGE_LIMIT = { m: 0.06, share: 0.35 };
/** Of a slow rep whose range is known no better than to this share of it, nobody should go by the numbers (chosen here). */
const SLOW_RANGE_SHARE = 0.15;
/** A 1-sigma of mean velocity above this is worth a word, m/s: the spread of the best published IMU (Held 2021). */
const UNCERTAIN_MPS = 0.05;
const UNCERTAIN = 'uncertain';

export function qualityOf(
  samples: Pick<SetSamples, 'count' | 't_s' | 'flags'>,
  rep: RepMotion,
  mcv_mps: number,
  sigma: RepUncertainty,
  shared: readonly string[],
  cut_off: CutOff,
): RepQuality {
  const reasons = [...shared];
  const from = rep.concentric.start.sample;
  const to = Math.min(samples.count - 1, rep.concentric.end.sample + 1);
  let gap = 0;
  let clipped = false;
  for (let i = from; i <= to; i++) {
    if (i > from) gap = Math.max(gap, (samples.t_s[i] as number) - (samples.t_s[i - 1] as number));
    if ((samples.flags[i] as number) & FrameFlag.clipped) clipped = true;
  }
  if (gap > GAP_S) reasons.push(Reason.gap);
  if (clipped) reasons.push(Reason.clipped);
  const own = sigma.samples;
  const noisy = own.mcv_mps > VELOCITY_LIMIT.mps && own.mcv_mps > VELOCITY_LIMIT.share * mcv_mps;
  const whole = !cut_off.start && !cut_off.end;
  if (cut_off.start) reasons.push(Reason.noStart);
  if (cut_off.end) reasons.push(Reason.noEnd);
  const isSlow = rep.concentric.peak.velocity_mps <= SLOW_PEAK_MPS;
  if (whole && isSlow && own.rom_m > SLOW_RANGE_SHARE * rep.rom_m) reasons.push(Reason.tooSlow);
  const took_s = (samples.t_s[to] as number) - (samples.t_s[from] as number);
  const sparse = to - from < VELOCITY_HZ * took_s;
  const velocity = whole && gap <= SPOILT_S && !noisy && !sparse;
  const range = whole && !(own.rom_m > RANGE_LIMIT.m && own.rom_m > RANGE_LIMIT.share * rep.rom_m);
  if (whole && (!velocity || !range || sigma.mcv_mps > UNCERTAIN_MPS)) reasons.push(UNCERTAIN);
  const quality = velocity || range ? (reasons.length > 0 ? 'fair' : 'good') : 'unusable';
  return { quality, reasons, velocity, range };
}

/** Samples missing this long before a rep still show in its velocity, s (chosen here). */
const BEFORE_S = 1;

/** Samples missing from just before the rep until it is down again. */
export function isDisturbed(samples: Pick<SetSamples, 't_s' | 'flags' | 'count'>, rep: RepMotion): boolean {
  const { t_s, flags, count } = samples;
  const to = Math.min(count - 1, (rep.after?.end ?? rep.top).sample + 1);
  const since = rep.concentric.start.t_s - BEFORE_S;
  let from = to;
  while (from > 0 && (t_s[from - 1] as number) >= since) from--;
  for (let i = from; i <= to; i++) if ((flags[i] as number) & FrameFlag.gap) return true;
  return false;
}
