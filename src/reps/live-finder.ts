import type { Opening } from '../lifts/profile.ts';
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
  readonly attempt: Attempt;
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
/** A descent is told at this velocity (more where the velocity is in doubt) and depth; its start is dated back. */
const DESCENT_MPS = 0.05;
const DESCENT_DOUBT_MPS = 0.05;
const DESCENT_M = 0.015;
/** A descent that stops this near to the top was none, m and share of the rise (the 3 cm and 15 % of section 2). */
const NO_DESCENT_M = 0.03;
const NO_DESCENT_SHARE = 0.15;
const DESCENT_START_MPS = 0.03;
/** With this share of the expected range done, the first stop is lockout; before it, a sticking point may be. */
const LOCKOUT_SHARE = 0.85;
/** Waiting time before a stop is called the end: below the expected range, and with nothing to expect, s. Ours. */
const DOUBTFUL_STOP_S = 0.25;
const UNKNOWN_STOP_S = 0.12;
/** A bar has come down when it gave back this share of its rise. Ours. */
const CAME_DOWN_SHARE = 0.5;
/** The bar is believed to stand at a turning point: soft, m/s; while it stays there, so often, s. */
const TURN_SIGMA_MPS = 0.05;
const STAY_SIGMA_MPS = 0.08;
/** At the bottom, while nothing pushes more than this, m/s2, it is surer, m/s. Ours. */
const LYING_PUSH_MPS2 = 0.2;
const LYING_SIGMA_MPS = 0.04;
const STAY_EVERY_S = 0.1;
const STAY_GATE_MPS = 0.05;
/** This long after a stop, s, a bar this slow, m/s, with this little push, m/s2, is held. Ours. */
const SETTLED_S = 0.1;
const SETTLED_GATE_MPS = 0.12;
const SETTLED_ACCEL_MPS2 = 0.5;
/** The same after a landing, looked for this long, s; a hard landing may leave this much, m/s. Ours. */
const SETTLED_WITHIN_S = 0.4;
const LANDED_GATE_MPS = 0.4;
const LANDED_GATE_SIGMAS = 2;
/** Same bottom (or top, where lifts begin there) as last time, to within a lifter's habit, m (signal-notes 1.7). */
const SAME_PLACE_SIGMA_M = 0.04;
const SAME_PLACE_SIGMAS = 3;
/** Still resting while within this height, m (DESIGN.md section 2: a set ends). */
const RESTING_M = 0.02;
/** A stay at the top longer than this before any rep was the end of a pick-up or unrack, s. Ours. */
const PICKED_UP_S = 0.5;

/**
 * Watches height and velocity for rises by the definitions, and tells the vertical filter what it may know at
 * turning points: the bar stands there, and bottoms (or tops) of one set are alike.
 */
export function createLiveFinder(motion: LiveMotion, rules: FinderRules, sink: FinderSink): LiveFinder {
  const { filter } = motion;
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
    settled: false,
    aboveSince_s: 0,
    reps: 0,
    expected_m: null as number | null,
    place_m: Number.NaN,
    stayed_s: 0,
    rest_m: 0,
    rest_s: 0,
  };

  const crossing = (level: number, t: number, v: number) => {
    const span = v - s.last_mps;
    const share = span === 0 ? 1 : (level - s.last_mps) / span;
    return share >= 0 && share <= 1 ? s.last_s + share * (t - s.last_s) : t;
  };

  function samePlace(): void {
    if (!Number.isNaN(s.place_m)) {
      const off_m = Math.abs(filter.height_m - s.place_m);
      filter.learnFrom(off_m / Math.hypot(filter.heightSigma_m, SAME_PLACE_SIGMA_M));
      // far off the place something else happened too: the less it agrees, the less it is believed
      filter.heightIs(s.place_m, Math.max(SAME_PLACE_SIGMA_M, off_m / SAME_PLACE_SIGMAS));
    }
    s.place_m = filter.height_m;
    filter.trustHeight();
  }

  function stays(t: number, sigma_mps: number): void {
    if (t - s.stayed_s < STAY_EVERY_S) return;
    s.stayed_s = t;
    filter.velocityIsZero(sigma_mps);
  }

  function standAt(t: number, h: number): void {
    s.low_s = t;
    s.low_m = h;
  }

  function whileDown(t: number, h: number, v: number): void {
    if (v <= START_MPS) standAt(t, h);
    else if (s.last_mps <= START_MPS) s.low_s = crossing(START_MPS, t, v);
    if (h > s.from_m) {
      // higher than before without a rise worth the name: this is where a descent would start
      s.from_m = h;
    }
    if (v > -LANDED_MPS && stillAtTop(h)) {
      s.phase = 'top';
      attempt.descent_s = Number.NaN;
      sink.descentCancelled(attempt);
      return;
    }
    if (v < -LANDED_MPS) {
      if (v < -DESCENT_MPS && !Number.isNaN(s.down_end_s)) reopenDescent(h);
      s.down_peak_mps = Math.max(s.down_peak_mps, -v);
    } else if (Number.isNaN(s.down_end_s) && s.down_peak_mps > DESCENT_MPS)
      landed(t, h, crossing(-LANDED_MPS, t, v));
    const lowering = s.down_peak_mps > 0 && Number.isNaN(s.down_end_s);
    if (lowering) strikeFloor(t, h, v);
    if (!lowering && Math.abs(v) < STAY_GATE_MPS) {
      stays(t, Math.abs(motion.accel_mps2) < LYING_PUSH_MPS2 ? LYING_SIGMA_MPS : STAY_SIGMA_MPS);
    }
    settleLanding(t, v);
    const now = filter.height_m;
    if (now - s.low_m >= RISE_TOLD_M && v >= LEAST_PEAK_MPS) begin(t, v);
  }

  function stillAtTop(h: number): boolean {
    if (Number.isNaN(attempt.descent_s) || !Number.isNaN(attempt.bottom_s)) return false;
    const near_m = Math.min(NO_DESCENT_M, NO_DESCENT_SHARE * (attempt.top_m - attempt.start_m));
    return attempt.top_m - h < near_m;
  }

  /** The bar was struck on its way down and nothing pushes it since: it lies, whatever the velocity says. */
  function strikeFloor(t: number, h: number, v: number): void {
    const since_s = t - motion.knock_s;
    if (!(motion.knock_s > s.down_start_s) || since_s < SETTLED_S || since_s > SETTLED_WITHIN_S) return;
    if (Math.abs(motion.accel_mps2) > SETTLED_ACCEL_MPS2 || Math.abs(v) > strikeGate()) return;
    landed(t, h, motion.knock_s);
  }

  /** What velocity may be left over from the knock: the filter knows how much it doubts. */
  function strikeGate(): number {
    return Math.max(LANDED_GATE_MPS, LANDED_GATE_SIGMAS * filter.velocitySigma_mps);
  }

  /** Once, a moment after the landing, whose knock may have been half seen: nothing pushes the bar, so it lies. */
  function settleLanding(t: number, v: number): void {
    if (s.settled || !(t - s.down_end_s >= SETTLED_S)) return;
    if (Math.abs(motion.accel_mps2) >= SETTLED_ACCEL_MPS2) {
      if (t - s.down_end_s > SETTLED_WITHIN_S) s.settled = true;
      return;
    }
    s.settled = true;
    if (Math.abs(v) > LANDED_GATE_MPS) return;
    filter.velocityIsZero(TURN_SIGMA_MPS);
    standAt(t, filter.height_m);
  }

  function reopenDescent(h: number): void {
    if (s.low_m - h < 0 || h > attempt.bottom_m - FALLEN_M) return;
    s.down_end_s = Number.NaN;
  }

  function landed(t: number, h: number, end_s: number): void {
    const top_m = Number.isNaN(attempt.top_m) ? s.from_m : attempt.top_m;
    const rise_m = Number.isNaN(attempt.start_m) ? rules.min_rise_m : top_m - attempt.start_m;
    if (top_m - h < CAME_DOWN_SHARE * rise_m) return;
    s.down_end_s = end_s;
    s.settled = false;
    filter.velocityIsZero(TURN_SIGMA_MPS);
    if (rules.opening === 'concentric-first' && s.reps > 0) samePlace();
    standAt(t, filter.height_m);
    if (Number.isNaN(attempt.descent_s)) return;
    attempt.bottom_s = s.down_end_s;
    attempt.bottom_m = filter.height_m;
    attempt.descent_peak_mps = s.down_peak_mps;
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
    if (Number.isNaN(s.place_m) && rules.opening === 'concentric-first') s.place_m = s.low_m;
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
    const wait_s =
      expected === null ? UNKNOWN_STOP_S : risen_m >= LOCKOUT_SHARE * expected ? 0 : DOUBTFUL_STOP_S;
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
    attempt.ended_at_s = t;
    s.phase = 'top';
    s.settled = false;
    motion.centre_m = (attempt.start_m + attempt.top_m) / 2;
    s.aboveSince_s = s.stop_s;
    standAt(t, h);
    sink.top(attempt);
  }

  function whileTop(t: number, h: number, v: number): void {
    attempt.end_m += motion.jump_m;
    attempt.top_m = Math.max(attempt.top_m + motion.jump_m, h);
    s.low_m += motion.jump_m;
    if (v <= START_MPS) standAt(t, h);
    if (v >= -DESCENT_START_MPS) s.aboveSince_s = t;
    if (v > END_MPS && h - attempt.end_m > RESUMED_M) {
      riseOn(t, v);
      return;
    }
    const falling_mps = DESCENT_MPS + Math.min(DESCENT_DOUBT_MPS, filter.velocitySigma_mps);
    if (v < -falling_mps && attempt.top_m - h > DESCENT_M) {
      comeDown();
      return;
    }
    if (Math.abs(v) < STAY_GATE_MPS) stays(t, STAY_SIGMA_MPS);
    settleStop(t, v);
  }

  /** Once, a moment after the stop: a bar that is neither moving much nor being pushed is being held. */
  function settleStop(t: number, v: number): void {
    if (s.settled || t - attempt.end_s < SETTLED_S) return;
    s.settled = true;
    if (Math.abs(v) < SETTLED_GATE_MPS && Math.abs(motion.accel_mps2) < SETTLED_ACCEL_MPS2) {
      filter.velocityIsZero(TURN_SIGMA_MPS);
      if (rules.opening === 'eccentric-first' && s.reps > 0) samePlace();
    }
  }

  function riseOn(t: number, v: number): void {
    if (s.reps === 0 && t - attempt.ended_at_s > PICKED_UP_S) {
      // the bar was brought into place and waits there: what begins now is the first rep
      s.from_m = s.low_m;
      s.down_start_s = s.down_end_s = Number.NaN;
      s.place_m = Number.NaN;
      begin(t, v);
      return;
    }
    s.phase = 'rising';
    s.stop_s = Number.NaN;
    sink.topCancelled(attempt);
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
      if (!s.began) {
        s.began = true;
        s.rest_s = t;
        s.from_m = s.rest_m = h;
        standAt(t, h);
      }
      if (s.phase === 'down') {
        s.from_m += motion.jump_m;
        whileDown(t, h, v);
      } else if (s.phase === 'rising') whileRising(t, h, v);
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
    get attempt() {
      return attempt;
    },
    get resting_since_s() {
      return s.rest_s;
    },
    get lowering() {
      return s.phase === 'down' && s.down_peak_mps > 0 && Number.isNaN(s.down_end_s);
    },
    prepare(rom_m) {
      s.expected_m = rom_m;
    },
    expect(rom_m) {
      s.expected_m = rom_m;
      s.reps += 1;
    },
  };
}
