import { LINE_GAP_S } from './gaps.ts';
import { gyroShareOf, isGyroUseless, isHopeless, type Oddity } from './plausibility/oddity.ts';
import { sayOddity } from './plausibility/say-oddity.ts';

/** Why a number is not `good`; the words the reader sees. */
export const Reason = {
  gap: 'gap',
  clipped: 'clipping',
  lowRate: 'low rate',
  threeAxis: '3-axis only',
  scale: 'scale unsure',
  gyro: 'gyroscope unsure',
  place: 'sensor place unsure',
  tooSlow: 'too slow to measure',
  noRest: 'no rest before the set',
  noStart: 'start not recorded',
  noEnd: 'end not recorded',
  byHand: 'counted by hand',
} as const;

export interface RecordingFacts {
  readonly duration_s: number;
  readonly samples: number;
  /** Frames per second as delivered, and distinct readings per second (held samples taken off). */
  readonly rate_hz: number | null;
  readonly effective_rate_hz: number | null;
  readonly gaps: number;
  readonly clipped: number;
  readonly despiked: number;
  readonly axes: 3 | 6;
  readonly quality: 'good' | 'fair' | 'unusable';
  readonly reasons: readonly string[];
  /** Distance of the sensor from the bar's axis or the hip, m, where a twist or the set told it and it was taken out; null otherwise. */
  readonly lever_m: number | null;
}

export interface ConditioningCounts {
  readonly frames: number;
  readonly duration_s: number;
  readonly held: number;
  readonly lost: number;
  readonly gaps: number;
  readonly missing_s: number;
  readonly jumped_s: number;
  readonly longest_gap_s: number;
  readonly clipped: number;
  readonly despiked: number;
  readonly axes: 3 | 6;
}

/** Rate below which numbers are called fair, Hz; chosen here: a quick concentric of 0.4 s then has fewer than 16 readings. */
const LOW_RATE_HZ = 40;
/** Rate below which a recording is unusable, Hz; chosen here: then even the count of reps is a guess. */
const UNUSABLE_RATE_HZ = 7;
/** Share of the time missing above which a recording is unusable; chosen here: then velocity can no longer be added up. */
const UNUSABLE_MISSING = 0.2;

/** Counters of the conditioning as the recording's own quality. */
export function describeRecording(counts: ConditioningCounts): RecordingFacts {
  const { frames, duration_s } = counts;
  const lasted_s = duration_s - counts.jumped_s;
  const known = frames >= 2 && lasted_s > 0;
  const present_s = Math.max(lasted_s - counts.missing_s, lasted_s * 0.01);
  const rate_hz = known ? (frames - 1) / lasted_s : null;
  const effective_rate_hz = known ? (frames - 1 - counts.held) / lasted_s : null;
  // gaps are their own reason; the rate is judged where there are samples
  const present_hz = known ? (frames - 1 - counts.held) / present_s : 0;
  const reasons: string[] = [];
  if (counts.longest_gap_s > LINE_GAP_S || (counts.lost > 0 && counts.gaps === 0)) reasons.push(Reason.gap);
  if (counts.clipped > 0) reasons.push(Reason.clipped);
  if (known && present_hz < LOW_RATE_HZ) reasons.push(Reason.lowRate);
  if (counts.axes === 3) reasons.push(Reason.threeAxis);
  const unusable = known && (present_hz < UNUSABLE_RATE_HZ || counts.missing_s > UNUSABLE_MISSING * lasted_s);
  return {
    duration_s,
    samples: frames,
    rate_hz,
    effective_rate_hz,
    gaps: Math.max(counts.gaps, counts.lost > 0 ? 1 : 0),
    clipped: counts.clipped,
    despiked: counts.despiked,
    axes: counts.axes,
    quality: unusable ? 'unusable' : reasons.length > 0 ? 'fair' : 'good',
    reasons,
    lever_m: null,
  };
}

/** The same with what was found implausible: said in its reasons, and no longer good. */
export function withOddities(facts: RecordingFacts, oddities: readonly Oddity[]): RecordingFacts {
  if (oddities.length === 0) return facts;
  const threeAxis = isGyroUseless(oddities);
  const reasons = [...oddities.map(sayOddity), ...facts.reasons, ...(threeAxis ? [Reason.threeAxis] : [])];
  return {
    ...facts,
    reasons,
    quality: worse(facts.quality, oddities.some(isHopeless) ? 'unusable' : 'fair'),
  };
}

/** What of it speaks about every rep. */
export const repReasons = (oddities: readonly Oddity[]): string[] =>
  [
    oddities.some(({ kind }) => kind === 'accel-scale') ? Reason.scale : null,
    isGyroUseless(oddities) ? Reason.threeAxis : null,
    gyroShareOf(oddities) === null ? null : Reason.gyro,
  ].filter((reason) => reason !== null);

const worse = (a: RecordingFacts['quality'], b: RecordingFacts['quality']): RecordingFacts['quality'] =>
  a === 'unusable' || b === 'unusable' ? 'unusable' : a === 'fair' || b === 'fair' ? 'fair' : 'good';
