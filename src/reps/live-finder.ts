import type { Opening } from '../lifts/profile.ts';
import { createLiveAnchors } from './live-anchors.ts';
import { type Attempt, createAttempt } from './live-attempt.ts';
import type { LiveMotion } from './live-motion.ts';

/** What the finder tells, in the order it happens. The attempt is live: copy what must last. */
export interface FinderSink {
  rise(attempt: Attempt): void;
  /** The bar has stopped rising: lockout, as far as can be told. */
  top(attempt: Attempt): void;
  /** It had not: the same rise goes on. */
  topCancelled(attempt: Attempt): void;
  descent(attempt: Attempt): void;
  /** It did not come down: the hold goes on. */
  descentCancelled(attempt: Attempt): void;
  /** The bar has come down from the attempt's top. */
  bottom(attempt: Attempt): void;
  /** Nothing more will happen to the attempt: the next one begins. */
  over(attempt: Attempt, next_start_s: number): void;
}

export interface FinderRules {
  readonly opening: Opening;
  readonly min_rise_m: number;
}

export type FinderPhase = 'down' | 'rising' | 'top';

export interface LiveFinder {
  update(): void;
  readonly phase: FinderPhase;
  /** Since when the bar has been within 2 cm of where it is, s. */
  readonly resting_since_s: number;
  /** The bar is on its way down. */
  readonly lowering: boolean;
  /** Range the reps are expected to have, m; null when unknown. */
  prepare(rom_m: number | null): void;
  /** A rep was counted; the next is expected to have this range, m. */
  expect(rom_m: number | null): void;
}

/** DESIGN.md section 2. */
const START_MPS = 0.02;
const END_MPS = 0.05;
const LEAST_PEAK_MPS = 0.08;
const FALLEN_M = 0.02;
const LANDED_MPS = 0.02;
/** A rise is told when the bar has come this far, m: more than a held bar sways (signal-notes 1.9). */
const RISE_TOLD_M = 0.02;
/** The bar rises on after a supposed end: 1 cm by definition and half as much for drift, m. */
const RESUMED_M = 0.015;
/** A stop this long was no sticking point, s; what rises from there by this much, m, is another rise. Ours. */
const STOPPED_S = 0.5;
const NEW_RISE_M = 0.04;
/** A descent is told at this velocity (more where the velocity is in doubt) and depth; its start is dated back. */
const DESCENT_MPS = 0.05;
const DESCENT_DOUBT_MPS = 0.05;
const DESCENT_M = 0.015;
const DESCENT_START_MPS = 0.03;
/** A descent that stops this near to the top was none, m and share of the rise (the 3 cm and 15 % of section 2). */
const NO_DESCENT_M = 0.03;
const NO_DESCENT_SHARE = 0.15;
/** With this share of the expected range done, the first stop is lockout; before it, a sticking point may be. */
const LOCKOUT_SHARE = 0.85;
/** Waiting time before a stop is called the end: below the expected range, and with nothing to expect, s. Ours. */
const DOUBTFUL_STOP_S = 0.25;
const UNKNOWN_STOP_S = 0.12;
/** A bar has come down when it gave back this share of its rise. Ours. */
const CAME_DOWN_SHARE = 0.5;
/** A landing is being looked at for this long, s: what the knock did to the velocity is no further descent. Ours. */
const LANDING_S = 0.3;
/** Still resting while within this height, m (DESIGN.md section 2: a set ends). */
const RESTING_M = 0.02;

/** Watches height and velocity, sample by sample, for rises by the definitions. */
export function createLiveFinder(motion: LiveMotion, rules: FinderRules, sink: FinderSink): LiveFinder {
  const { filter } = motion;
  const anchors = createLiveAnchors(motion, rules.opening);
  let attempt = createAttempt();
  const s = {
    phase: 'down' as FinderPhase,
    began: false,
    last_s: 0,
    last_mps: 0,
    // last moment without upward motion, and the highest point before coming down to it
    low_s: 0,
    low_m: 0,
    from_m: 0,
    // the lowering in progress or just done
    down_start_s: Number.NaN,
    down_end_s: Number.NaN,
    down_peak_mps: 0,
    stop_s: Number.NaN,
    stop_m: 0,
    aboveSince_s: 0,
    above_m: 0,
    counted: false,
    expected_m: null as number | null,
    rest_m: 0,
    rest_s: 0,
  };

  const lowering = () => s.phase === 'down' && s.down_peak_mps > 0 && Number.isNaN(s.down_end_s);
  const crossing = (level: number, t: number, v: number) => {
    const span = v - s.last_mps;
    const share = span === 0 ? 1 : (level - s.last_mps) / span;
    return share >= 0 && share <= 1 ? s.last_s + share * (t - s.last_s) : t;
  };

  function standAt(t: number, h: number): void {
    s.low_s = t;
    s.low_m = h;
  }

  /** The bar's motion was not seen for a while: whatever was going on is given up. */
  function loseTrack(): void {
    attempt = createAttempt();
    s.phase = 'down';
    s.from_m = filter.height_m;
    s.down_start_s = s.down_end_s = Number.NaN;
    s.down_peak_mps = 0;
    anchors.forgetPlace();
    standAt(motion.t_s, filter.height_m);
  }

  function whileDown(t: number, h: number, v: number): void {
    s.from_m = Math.max(s.from_m + motion.jump_m, h);
    if (v <= START_MPS) standAt(t, h);
    else if (s.last_mps <= START_MPS) s.low_s = crossing(START_MPS, t, v);
    if (v > -LANDED_MPS && stillAtTop(h)) {
      s.phase = 'top';
      attempt.descent_s = Number.NaN;
      sink.descentCancelled(attempt);
      return;
    }
    if (v >= -DESCENT_START_MPS) {
      s.aboveSince_s = t;
      s.above_m = h;
    } else if (Number.isNaN(s.down_start_s) && v < -DESCENT_MPS && s.above_m - h > rules.min_rise_m) {
      // the first lowering of a set, before any rise: as deep as a rise must be high, for bars are walked out too
      s.down_start_s = s.aboveSince_s;
      s.from_m = s.above_m;
      s.down_end_s = Number.NaN;
      s.down_peak_mps = 0;
    }
    const landing = t - s.down_end_s < LANDING_S;
    if (!landing && v < -DESCENT_MPS && h <= attempt.bottom_m - FALLEN_M) s.down_end_s = Number.NaN;
    if (v < -LANDED_MPS) s.down_peak_mps = Math.max(s.down_peak_mps, -v);
    else if (lowering() && s.down_peak_mps > DESCENT_MPS && !anchors.ringing(t, s.down_start_s)) {
      land(t, h, crossing(-LANDED_MPS, t, v));
    }
    if (lowering()) {
      if (anchors.struckFloor(t, s.down_start_s)) land(t, h, motion.struck_s);
    } else if (anchors.lying(t)) standAt(t, filter.height_m);
    if (filter.height_m - s.low_m >= RISE_TOLD_M && v >= LEAST_PEAK_MPS) begin(t, v);
  }

  function stillAtTop(h: number): boolean {
    if (Number.isNaN(attempt.descent_s) || !Number.isNaN(attempt.bottom_s)) return false;
    const near_m = Math.min(NO_DESCENT_M, NO_DESCENT_SHARE * (attempt.top_m - attempt.start_m));
    return attempt.top_m - h < near_m;
  }

  function land(t: number, h: number, end_s: number): void {
    const top_m = Number.isNaN(attempt.top_m) ? s.from_m : attempt.top_m;
    const rise_m = Number.isNaN(attempt.start_m) ? rules.min_rise_m : top_m - attempt.start_m;
    if (top_m - h < CAME_DOWN_SHARE * rise_m) return;
    s.down_end_s = end_s;
    anchors.landed(end_s, s.counted);
    standAt(t, filter.height_m);
    if (Number.isNaN(attempt.descent_s)) return;
    attempt.bottom_s = end_s;
    attempt.bottom_m = filter.height_m;
    attempt.descent_peak_mps = s.down_peak_mps;
    attempt.struck_s = motion.struck_s > attempt.descent_s ? motion.struck_s : Number.NaN;
    sink.bottom(attempt);
  }

  function begin(t: number, v: number): void {
    if (!Number.isNaN(attempt.start_s)) sink.over(attempt, s.low_s);
    attempt = createAttempt();
    attempt.start_s = s.low_s;
    attempt.start_m = s.low_m;
    attempt.descended_m = Math.max(0, s.from_m - s.low_m);
    attempt.before_start_s = s.down_start_s;
    attempt.before_end_s = s.down_end_s;
    attempt.before_peak_mps = s.down_peak_mps;
    attempt.peak_s = t;
    attempt.peak_mps = v;
    attempt.top_m = filter.height_m;
    anchors.startsAt(s.low_m);
    s.phase = 'rising';
    s.stop_s = Number.NaN;
    sink.rise(attempt);
  }

  function whileRising(t: number, h: number, v: number): void {
    attempt.top_m = Math.max(attempt.top_m, h);
    if (v > attempt.peak_mps) {
      attempt.peak_mps = v;
      attempt.peak_s = t;
    }
    const risen_m = attempt.top_m - attempt.start_m;
    const fell = attempt.top_m - h >= FALLEN_M;
    if (risen_m < rules.min_rise_m) {
      if (fell) giveUp(t, h);
      return;
    }
    if (v >= END_MPS) {
      s.stop_s = Number.NaN;
      return;
    }
    if (Number.isNaN(s.stop_s)) {
      s.stop_s = crossing(END_MPS, t, v);
      s.stop_m = h;
    }
    const expected = s.expected_m;
    attempt.lockedOut = expected === null || risen_m >= LOCKOUT_SHARE * expected;
    const wait_s = expected === null ? UNKNOWN_STOP_S : attempt.lockedOut ? 0 : DOUBTFUL_STOP_S;
    if (fell || t - s.stop_s >= wait_s) reachTop(t, h);
  }

  function giveUp(t: number, h: number): void {
    s.phase = 'down';
    s.from_m = Math.max(attempt.top_m, s.from_m);
    attempt = createAttempt();
    standAt(t, h);
  }

  function reachTop(t: number, h: number): void {
    attempt.end_s = s.stop_s;
    attempt.end_m = s.stop_m;
    s.phase = 'top';
    motion.centre_m = (attempt.start_m + attempt.top_m) / 2;
    s.aboveSince_s = s.stop_s;
    anchors.stopped(s.stop_s);
    standAt(t, h);
    sink.top(attempt);
  }

  function whileTop(t: number, h: number, v: number): void {
    attempt.end_m += motion.jump_m;
    attempt.top_m = Math.max(attempt.top_m + motion.jump_m, h);
    s.low_m += motion.jump_m;
    if (v <= START_MPS) standAt(t, h);
    if (v >= -DESCENT_START_MPS) s.aboveSince_s = t;
    if (v > END_MPS && risesOn(t, h, v)) return;
    const falling_mps = DESCENT_MPS + Math.min(DESCENT_DOUBT_MPS, filter.velocitySigma_mps);
    if (v < -falling_mps && attempt.top_m - h > DESCENT_M) comeDown();
    else if (attempt.lockedOut) anchors.held(t, s.counted);
  }

  function risesOn(t: number, h: number, v: number): boolean {
    if (s.low_s - attempt.end_s > STOPPED_S) {
      if (h - s.low_m < NEW_RISE_M) return false;
      // the bar had been brought somewhere and waited there (pick-up, rack): this is another rise
      s.from_m = s.low_m;
      s.down_start_s = s.down_end_s = Number.NaN;
      if (!s.counted) anchors.forgetPlace();
      begin(t, v);
      return true;
    }
    if (h - attempt.end_m < RESUMED_M) return false;
    s.phase = 'rising';
    s.stop_s = Number.NaN;
    sink.topCancelled(attempt);
    return true;
  }

  function comeDown(): void {
    attempt.descent_s = s.aboveSince_s;
    s.phase = 'down';
    s.from_m = attempt.top_m;
    s.down_start_s = s.aboveSince_s;
    s.down_end_s = Number.NaN;
    s.down_peak_mps = 0;
    standAt(motion.t_s, filter.height_m);
    sink.descent(attempt);
  }

  return {
    update() {
      const t = motion.t_s;
      const h = filter.height_m;
      const v = filter.velocity_mps;
      if (!s.began || motion.lost) {
        s.began = true;
        s.rest_s = t;
        s.rest_m = h;
        loseTrack();
      }
      if (s.phase === 'down') whileDown(t, h, v);
      else if (s.phase === 'rising') whileRising(t, h, v);
      else whileTop(t, h, v);
      if (Math.abs(filter.height_m - s.rest_m) > RESTING_M) {
        s.rest_m = filter.height_m;
        s.rest_s = t;
      }
      s.last_s = t;
      s.last_mps = filter.velocity_mps;
    },
    get phase() {
      return s.phase;
    },
    get resting_since_s() {
      return s.rest_s;
    },
    get lowering() {
      return lowering();
    },
    prepare(rom_m) {
      s.expected_m = rom_m;
    },
    expect(rom_m) {
      s.expected_m = rom_m;
      s.counted = true;
    },
  };
}
