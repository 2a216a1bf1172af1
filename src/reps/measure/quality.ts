import { FrameFlag } from '../../signal/frame.ts';
import { Reason } from '../../signal/recording-facts.ts';
import type { SetSamples } from '../../signal/set/set-samples.ts';
import type { CutOff } from '../definition/cut-off.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import type { Quality } from '../rep.ts';
import type { RepUncertainty } from './uncertainty.ts';

export interface RepQuality {
  readonly quality: Quality;
  readonly reasons: readonly string[];
  /** False: the number is worth less than nothing and is not shown. */
  readonly velocity: boolean;
  readonly range: boolean;
}

/** A gap in the concentric is worth a word from here, s, and spoils the velocity from here (signal-notes.md 1.2). */
const GAP_S = 0.1;
const SPOILT_S = 0.2;
/** Fewer readings in a second than this say how far the bar went, not how fast, Hz. Ours. */
export const VELOCITY_HZ = 15;
/** A 1-sigma beyond both of these, absolute and as a share, is no measurement. Ours. */
const VELOCITY_LIMIT = { mps: 0.06, share: 0.3 };
const RANGE_LIMIT = { m: 0.06, share: 0.35 };
/** Worth a word: 1-sigma of mean velocity above the error of the best published IMU (0.05 m/s). */
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
  const took_s = (samples.t_s[to] as number) - (samples.t_s[from] as number);
  const sparse = to - from < VELOCITY_HZ * took_s;
  const velocity = whole && gap <= SPOILT_S && !noisy && !sparse;
  const range = whole && !(own.rom_m > RANGE_LIMIT.m && own.rom_m > RANGE_LIMIT.share * rep.rom_m);
  if (whole && (!velocity || !range || sigma.mcv_mps > UNCERTAIN_MPS)) reasons.push(UNCERTAIN);
  const quality = velocity || range ? (reasons.length > 0 ? 'fair' : 'good') : 'unusable';
  return { quality, reasons, velocity, range };
}

/** Trouble this long before a rep still shows in its velocity, s. Ours. */
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
