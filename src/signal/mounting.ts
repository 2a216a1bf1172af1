import type { SampleBatch, SensorInfo } from '../recording/samples.ts';
import { createConditioner } from './conditioner.ts';
import { type Frame, FrameFlag } from './frame.ts';
import { createLeverFinder } from './lever/lever-finder.ts';
import { G_MPS2, RAD_PER_DEG } from './units.ts';

/** What the signal says about how the sensor sits. */
export type MountingAdvice =
  /** It rattles: knocks all through the movement, with the gyro kicked along. */
  | 'loose-clip'
  /** It sits well off the axis the bar turns about: turning looks like lifting (signal-notes 1.3). */
  | 'off-axis'
  /** It turns round and round: it is on a sleeve, a plate or a collar that spins. */
  | 'spinning-part';

export interface Mounting {
  push(batch: SampleBatch): void;
  readonly advice: readonly MountingAdvice[];
  /** Distance from the axis the bar turned about, m; null until the bar was twisted quickly enough to tell. */
  readonly lever_m: number | null;
}

/** The sensor is being moved when its acceleration is this far from gravity, or it turns this fast. */
const MOVING_MPS2 = 0.5;
const MOVING_RADS = 10 * RAD_PER_DEG;
/** Judged over about this much movement, s, and not before this much of it. Ours. */
const MEMORY_S = 20;
const LEAST_MOVING_S = 6;
/** A kick: acceleration and rate both jump from one reading to the next, m/s2 and rad/s. Ours. */
const KICK_MPS2 = 3;
const KICK_RADS = 40 * RAD_PER_DEG;
/** Kicks nearer than this are one, s; a bar on floor and pins is struck once or twice in a rep, per second of movement. */
const ONE_KICK_S = 0.08;
const LOOSE_KICKS_PER_S = 1.5;
/** A bar rolls in the hands by a quarter turn, at most half of one; more one way without rest is a spinning part, rad. */
const SPUN_RAD = 300 * RAD_PER_DEG;
/** 5 cm off the axis costs 7 cm/s at 100 deg/s (signal-notes 1.3). */
const OFF_AXIS_M = 0.04;

/** Watches a sensor's samples, in training or while a coach shakes and twists the bar. Advice comes and goes with them. */
export function createMounting(sensor: SensorInfo): Mounting {
  const conditioner = createConditioner(sensor, null);
  const last = { t_s: Number.NaN, ax: 0, ay: 0, az: 0, gx: 0, gy: 0, gz: 0 };
  const s = { moving_s: 0, kicks: 0, kick_s: Number.NEGATIVE_INFINITY, turned: 0, spun: 0 };
  const levers = createLeverFinder();
  const turn = { x: 0, y: 0, z: 0 };

  function take(f: Frame): void {
    levers.push(f);
    const dt = f.t_s - last.t_s;
    if (dt > 0 && dt < 0.1 && (f.flags & FrameFlag.gap) === 0) compare(f, dt);
    last.t_s = f.t_s;
    last.ax = f.ax;
    last.ay = f.ay;
    last.az = f.az;
    last.gx = f.gx;
    last.gy = f.gy;
    last.gz = f.gz;
  }

  function compare(f: Frame, dt: number): void {
    const rate = Math.hypot(f.gx, f.gy, f.gz);
    if (Math.abs(Math.hypot(f.ax, f.ay, f.az) - G_MPS2) > MOVING_MPS2 || rate > MOVING_RADS) {
      s.moving_s += dt;
      s.kicks *= Math.exp(-dt / MEMORY_S);
    }
    const jump = Math.hypot(f.ax - last.ax, f.ay - last.ay, f.az - last.az);
    const kick = Math.hypot(f.gx - last.gx, f.gy - last.gy, f.gz - last.gz);
    if (jump > KICK_MPS2 && kick > KICK_RADS && f.t_s - s.kick_s > ONE_KICK_S) {
      s.kicks += 1;
      s.kick_s = f.t_s;
    }
    spin(f, rate, dt);
  }

  /** How far it has turned about one axis without coming to rest or turning back. */
  function spin(f: Frame, rate: number, dt: number): void {
    if (rate < MOVING_RADS || turn.x * f.gx + turn.y * f.gy + turn.z * f.gz < 0) turn.x = turn.y = turn.z = 0;
    turn.x += f.gx * dt;
    turn.y += f.gy * dt;
    turn.z += f.gz * dt;
    s.turned = Math.hypot(turn.x, turn.y, turn.z);
    s.spun = Math.max(s.spun * Math.exp(-dt / MEMORY_S), s.turned);
  }

  return {
    push: (batch) => conditioner.push(batch, take),
    get advice() {
      const advice: MountingAdvice[] = [];
      const watched_s = Math.min(s.moving_s, MEMORY_S);
      if (s.moving_s >= LEAST_MOVING_S && s.kicks / watched_s > LOOSE_KICKS_PER_S) advice.push('loose-clip');
      if (levers.told !== null && levers.told.length_m > OFF_AXIS_M) advice.push('off-axis');
      if (s.spun > SPUN_RAD) advice.push('spinning-part');
      return advice;
    },
    get lever_m() {
      return levers.told?.length_m ?? null;
    },
  };
}
