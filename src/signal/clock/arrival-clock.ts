import type { Frame, Stage } from '../frame.ts';
import { createFrameQueue, type FrameQueue } from '../frame-queue.ts';
import { type EnvelopeLine, fitEnvelope } from './envelope.ts';
import type { SampleClock } from './sample-clock.ts';

/** Time that frames wait at the start, s: the rate cannot be told from bursts sooner. */
const START_S = 1.5;
/** A nominal rate within this share of the counted one is believed at the start: WitMotion clocks are up to 0.7 % off. */
const NOMINAL_TOLERANCE = 0.03;
/** Rate assumed when all frames came at once and nobody knows it, Hz: what most sensors are set to. */
const USUAL_RATE_HZ = 100;
/** Stretch of arrivals that gives one point of the lower envelope, s: most hold one notification that was not delayed. */
const BIN_S = 1;
/** Points of the envelope that are remembered: over 20 s a millisecond of jitter is 0.005 % of the rate. */
const BINS = 20;
/** Time within which the clock is bent back to the envelope, s. */
const SLEW_S = 2;
/** Most that the clock's rate is bent by, as a share: velocity is wrong by the same share meanwhile. */
const SLEW_LIMIT = 0.02;
/** A frame later than this waits until it is known whether the link stalled or frames are gone, s: stalls reach 0.24. */
const STALL_S = 0.25;
/** Time that late arrivals are watched for catching up, s: after a stall they come within milliseconds. */
const DECIDE_S = 0.4;
/** Least by which late arrivals must have caught up to be watched on, s. */
const CATCHING_UP_S = 0.08;
/** Rise of the envelope over two bins that is a lost notification, s: four frames at 100 Hz are 40 ms. */
const LOSS_STEP_S = 0.025;

/**
 * Sample times from arrival times that come in bursts. Everything is decided frame by frame from the frames'
 * own arrival times, so the cutting into batches cannot matter; time only ever goes forward.
 */
export function createArrivalClock(nominal_rate_hz: number | null, next: Stage): SampleClock {
  const waiting = createFrameQueue();
  const binIndex = new Float64Array(BINS);
  const binArrival = new Float64Array(BINS);
  const line: EnvelopeLine = { period_s: 0.01, offset_s: 0 };
  const s = {
    phase: 'starting' as 'starting' | 'running' | 'deciding',
    /** Index of the newest timed frame, its time (arrival scale), the step in use and the envelope's period. */
    index: -1,
    time_s: 0.5,
    step_s: 0.01,
    zero_s: 0.5,
    bins: 0,
    binEnd_s: 0.5,
    bestIndex: 0,
    bestLate_s: Number.POSITIVE_INFINITY,
    decideAt_s: 0.5,
    decideLate_s: 0.5,
    newest_s: 0.5,
    lost: 0,
  };
  s.time_s = s.zero_s = s.newest_s = 0;

  function timed(frame: Frame): void {
    const arrival_s = frame.t_s;
    s.index += 1;
    s.time_s += s.step_s;
    const late_s = arrival_s - s.time_s;
    if (late_s < s.bestLate_s) {
      s.bestLate_s = late_s;
      s.bestIndex = s.index;
      binArrival[s.bins] = arrival_s;
    }
    frame.t_s = s.time_s - s.zero_s;
    if (frame.t_s > s.newest_s) s.newest_s = frame.t_s;
    next.push(frame);
    if (s.time_s >= s.binEnd_s) closeBin();
  }

  function closeBin(): void {
    binIndex[s.bins] = s.bestIndex;
    s.bins += 1;
    if (s.bins >= 4) repairLoss();
    if (s.bins >= 3) fitEnvelope(binIndex, binArrival, s.bins, line);
    else line.offset_s = (binArrival[s.bins - 1] as number) - line.period_s * s.bestIndex;
    const behind_s = line.offset_s + line.period_s * s.index - s.time_s;
    s.step_s = line.period_s * (1 + Math.max(-SLEW_LIMIT, Math.min(SLEW_LIMIT, behind_s / SLEW_S)));
    if (s.bins === BINS) {
      binIndex.copyWithin(0, 1);
      binArrival.copyWithin(0, 1);
      s.bins -= 1;
    }
    s.binEnd_s = s.time_s + BIN_S;
    s.bestLate_s = Number.POSITIVE_INFINITY;
  }

  /** Two bins above the line of the earlier ones: frames are gone; the earlier points are lifted onto the new line. */
  function repairLoss(): void {
    const before = s.bins - 2;
    const old: EnvelopeLine = { period_s: line.period_s, offset_s: line.offset_s };
    if (before >= 3) fitEnvelope(binIndex, binArrival, before, old);
    const step = (i: number) =>
      (binArrival[i] as number) - old.offset_s - old.period_s * (binIndex[i] as number);
    const rise_s = Math.min(step(before), step(before + 1));
    if (rise_s < LOSS_STEP_S || rise_s < 2 * old.period_s) return;
    s.lost += Math.round(rise_s / old.period_s);
    for (let i = 0; i < before; i += 1) binArrival[i] = (binArrival[i] as number) + rise_s;
  }

  function release(): void {
    const count = waiting.length;
    s.newest_s = s.time_s + count * s.step_s - s.zero_s;
    for (let i = 0; i < count; i += 1) timed(waiting.at(i));
    waiting.clear();
  }

  function begin(): void {
    const counted_s = burstPeriod(waiting) ?? 1 / (nominal_rate_hz ?? USUAL_RATE_HZ);
    const nominal_s = nominal_rate_hz === null ? counted_s : 1 / nominal_rate_hz;
    line.period_s = Math.abs(nominal_s / counted_s - 1) <= NOMINAL_TOLERANCE ? nominal_s : counted_s;
    s.step_s = line.period_s;
    anchor();
    s.zero_s = s.time_s + s.step_s;
    s.phase = 'running';
    release();
  }

  /** Puts the clock under the waiting frames' arrivals. */
  function anchor(): void {
    let soonest_s = Number.POSITIVE_INFINITY;
    for (let i = 0; i < waiting.length; i += 1) {
      soonest_s = Math.min(soonest_s, waiting.at(i).t_s - i * s.step_s);
    }
    s.time_s = Math.max(s.time_s, soonest_s - s.step_s);
    if (s.index < 0) s.time_s = soonest_s - s.step_s;
    s.bins = 0;
    s.binEnd_s = s.time_s + BIN_S;
    s.bestLate_s = Number.POSITIVE_INFINITY;
  }

  function decide(arrival_s: number): void {
    const late_s = arrival_s - (s.time_s + waiting.length * s.step_s);
    if (late_s <= STALL_S / 2) {
      s.phase = 'running';
      release();
      return;
    }
    if (arrival_s - s.decideAt_s < DECIDE_S) return;
    if (late_s < s.decideLate_s - CATCHING_UP_S) {
      s.decideAt_s = arrival_s;
      s.decideLate_s = late_s;
      return;
    }
    const before_s = s.time_s;
    anchor();
    s.lost += Math.max(0, Math.round((s.time_s - before_s) / s.step_s));
    s.phase = 'running';
    release();
  }

  return {
    push(frame) {
      if (s.phase === 'running') {
        const late_s = frame.t_s - (s.time_s + s.step_s);
        if (late_s <= STALL_S) {
          timed(frame);
          return;
        }
        s.phase = 'deciding';
        s.decideAt_s = frame.t_s;
        s.decideLate_s = late_s;
      }
      waiting.add(frame);
      if (s.phase === 'starting') {
        if (frame.t_s - waiting.at(0).t_s >= START_S) begin();
      } else decide(frame.t_s);
    },
    flush() {
      if (waiting.length === 0) return;
      if (s.phase === 'starting') begin();
      s.phase = 'running';
      release();
    },
    get newest_s() {
      return s.newest_s;
    },
    get lost() {
      return s.lost;
    },
  };
}

/** Least squares through the bursts' ends, s per frame; null when all came at once. */
function burstPeriod(frames: FrameQueue): number | null {
  const first_s = frames.at(0).t_s;
  let n = 0;
  let si = 0;
  let st = 0;
  let sii = 0;
  let sit = 0;
  for (let i = 0; i < frames.length; i += 1) {
    const t = frames.at(i).t_s;
    if (i + 1 < frames.length && frames.at(i + 1).t_s === t) continue;
    n += 1;
    si += i;
    st += t - first_s;
    sii += i * i;
    sit += i * (t - first_s);
  }
  const determinant = n * sii - si * si;
  const slope = determinant > 0 ? (n * sit - si * st) / determinant : 0;
  return slope > 0 ? slope : null;
}
