import type { SampleBatch, SensorInfo } from '../recording/samples.ts';
import { G_MPS2, RAD_PER_DEG } from '../recording/units.ts';
import { createConditioner } from './conditioner.ts';
import { type Frame, FrameFlag } from './frame.ts';
import { createLeverFinder } from './lever/lever-finder.ts';

/** What the signal says about how the sensor sits. */
export type MountingAdvice =
  /** It rattles: knocks all through the movement, with the gyro kicked along. */
  | 'loose-clip'
  /** It sits well off the axis the bar turns about, so that turning looks like lifting. */
  | 'off-axis'
  /** It turns round and round: it is on a sleeve, a plate or a collar that spins. */
  | 'spinning-part';

export interface Mounting {
  push(batch: SampleBatch): void;
  readonly advice: readonly MountingAdvice[];
  /** Distance from the axis the bar turned about, m; null until the bar was twisted quickly enough to tell. */
  readonly lever_m: number | null;
}

/** The sensor is being moved when its acceleration is this far from gravity, m/s2; chosen here at twice a held bar's tremor. */
const MOVING_MPS2 = 0.5;
/** The sensor is being moved when it turns faster than this, rad/s; chosen here at twice the rate of a held bar. */
const MOVING_RADS = 10 * RAD_PER_DEG;
/** Movement over which kicks are averaged, s; chosen here as about half a set. */
const MEMORY_S = 20;
/** Least movement before anything is said, s; chosen here as two reps. */
const LEAST_MOVING_S = 6;
/** Jump of acceleration from one reading to the next that may be a kick, m/s2; chosen here above any jump a lifter makes. */
const KICK_MPS2 = 3;
/** Jump of the angular rate that must come with it, rad/s; chosen here: plates that land shake a firm clip less. */
const KICK_RADS = 40 * RAD_PER_DEG;
/** Kicks closer together than this are one, s: a struck bar rings for about as long. */
const ONE_KICK_S = 0.08;
/** More kicks than this per second of movement are a loose clip: floor and pins strike a bar once or twice in a whole rep. */
const LOOSE_KICKS_PER_S = 1.5;
/** A turn one way, without rest, that only a spinning part makes, rad: in the hands a bar rolls by half a turn at most. */
const SPUN_RAD = 300 * RAD_PER_DEG;
/** Distance from the axis worth a word, m: turning at 100 deg/s, it adds 7 cm/s (rate x distance). */
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
