import type { Frame, Stage } from '../frame.ts';
import { createFrameQueue, type FrameQueue } from '../frame-queue.ts';
import { burstPeriod } from './burst-period.ts';
import { createEnvelopeBins } from './envelope-bins.ts';
import { createLateFrames, STALL_S } from './late-frames.ts';
import type { SampleClock } from './sample-clock.ts';

/** Time that frames wait at the start, s: the rate cannot be told from bursts sooner. */
const START_S = 1.5;
/** A nominal rate within this share of the counted one is believed at the start: WitMotion clocks are up to 0.7 % off. */
const NOMINAL_TOLERANCE = 0.03;
/** Rate assumed when all frames came at once and nobody knows it, Hz: what most sensors are set to. */
const USUAL_RATE_HZ = 100;
/** Stretch of arrivals that gives one point of the lower envelope, s: most hold one notification that was not delayed. */
const BIN_S = 1;
/** Time within which the clock is bent back to the envelope, s. */
const SLEW_S = 2;
/** Most that the clock's rate is bent by, as a share: velocity is wrong by the same share meanwhile. */
const SLEW_LIMIT = 0.02;

/**
 * Sample times from arrival times that come in bursts. Everything is decided frame by frame from the frames'
 * own arrival times, so the cutting into batches cannot matter; time only ever goes forward.
 */
export function createArrivalClock(nominal_rate_hz: number | null, next: Stage): SampleClock {
  const waiting = createFrameQueue();
  const bins = createEnvelopeBins();
  const { line } = bins;
  const late = createLateFrames();
  const s = {
    phase: 'starting' as 'starting' | 'running' | 'deciding',
    /** Index of the newest timed frame, its time (arrival scale), the step in use and the envelope's period. */
    index: -1,
    time_s: 0.5,
    step_s: 0.01,
    zero_s: 0.5,
    binEnd_s: 0.5,
    newest_s: 0.5,
    lost: 0,
  };
  s.time_s = s.zero_s = s.newest_s = 0;

  function timed(frame: Frame): void {
    const arrival_s = frame.t_s;
    s.index += 1;
    s.time_s += s.step_s;
    bins.note(s.index, arrival_s, arrival_s - s.time_s);
    frame.t_s = s.time_s - s.zero_s;
    if (frame.t_s > s.newest_s) s.newest_s = frame.t_s;
    next.push(frame);
    if (s.time_s >= s.binEnd_s) closeBin();
  }

  function closeBin(): void {
    s.lost += bins.close();
    const behind_s = line.offset_s + line.period_s * s.index - s.time_s;
    s.step_s = line.period_s * (1 + Math.max(-SLEW_LIMIT, Math.min(SLEW_LIMIT, behind_s / SLEW_S)));
    s.binEnd_s = s.time_s + BIN_S;
  }

  function release(): void {
    s.newest_s = s.time_s + waiting.length * s.step_s - s.zero_s;
    for (let i = 0; i < waiting.length; i += 1) timed(waiting.at(i));
    waiting.clear();
  }

  function begin(): void {
    line.period_s = firstPeriod(waiting, nominal_rate_hz);
    s.step_s = line.period_s;
    anchor();
    s.zero_s = s.time_s + s.step_s;
    s.phase = 'running';
    release();
  }

  /** Puts the clock under the waiting frames' arrivals. */
  function anchor(): void {
    const soonest_s = soonestOf(waiting, s.step_s);
    s.time_s = Math.max(s.time_s, soonest_s - s.step_s);
    if (s.index < 0) s.time_s = soonest_s - s.step_s;
    bins.restart();
    s.binEnd_s = s.time_s + BIN_S;
  }

  function decide(arrival_s: number): void {
    const verdict = late.judge(arrival_s, arrival_s - (s.time_s + waiting.length * s.step_s));
    if (verdict === 'unknown') return;
    const before_s = s.time_s;
    if (verdict === 'gone') anchor();
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
        late.begin(frame.t_s, late_s);
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

/** What is believed of the time between two frames while bursts are all there is, s. */
function firstPeriod(frames: FrameQueue, nominal_rate_hz: number | null): number {
  const counted_s = burstPeriod(frames) ?? 1 / (nominal_rate_hz ?? USUAL_RATE_HZ);
  const nominal_s = nominal_rate_hz === null ? counted_s : 1 / nominal_rate_hz;
  return Math.abs(nominal_s / counted_s - 1) <= NOMINAL_TOLERANCE ? nominal_s : counted_s;
}

/** When the first of the frames would have come had none been delayed more than the soonest, s. */
function soonestOf(frames: FrameQueue, step_s: number): number {
  let soonest_s = Number.POSITIVE_INFINITY;
  for (let i = 0; i < frames.length; i += 1) soonest_s = Math.min(soonest_s, frames.at(i).t_s - i * step_s);
  return soonest_s;
}
