import type { LifterBody } from './lifter.ts';
import type { Random } from './random.ts';
import { GRID_DT_S, GRID_HZ, type Impact, type Timeline } from './timeline.ts';
import { bandNoise, integrate, soften } from './waves.ts';

/** Where the bar is and how it lies, on the grid. x along the bar, y forward, z up; angles in rad. */
export interface BarPath {
  readonly length: number;
  readonly x_m: Float64Array;
  readonly y_m: Float64Array;
  readonly z_m: Float64Array;
  readonly roll: Float64Array;
  readonly tip: Float64Array;
  readonly yaw: Float64Array;
}

/** How the bar lay when the story began; a following story starts with it so that nothing jumps. */
export interface Pose {
  readonly roll: number;
  readonly tip: number;
  readonly yaw: number;
}

/** Time over which a body takes up or lets go of the bar's weight, s; chosen here. */
const HELD_SOFTNESS_S = 0.12;
/** After contact the lifter's own downward velocity is taken over by the floor within this time. */
const TAKEOVER_S = 0.25;

/** Sideways shake builds up through bar and collars, s. */
const SHAKE_ONSET_S = 0.004;

const takeover = (age_s: number): number =>
  age_s >= TAKEOVER_S ? 0 : 0.5 * (1 + Math.cos((Math.PI * age_s) / TAKEOVER_S));

/** The floor stops the bar at once, the plates ring: velocity is continuous, acceleration is not gentle. */
function applyImpacts(
  raw: Float64Array,
  soft: (v: Float64Array) => Float64Array,
  impacts: readonly Impact[],
): Float64Array {
  for (const { at, velocity_mps, arriving } of impacts) {
    if (!arriving) continue;
    const count = Math.min(raw.length - at, Math.ceil(TAKEOVER_S * GRID_HZ));
    for (let i = 0; i < count; i++) raw[at + i] = (raw[at + i] ?? 0) + velocity_mps * takeover(i * GRID_DT_S);
  }
  const out = soft(raw);
  for (const impact of impacts) {
    const { at, velocity_mps, ring_hz, damping, arriving } = impact;
    if (!arriving) continue;
    const omega = 2 * Math.PI * ring_hz;
    const count = Math.min(out.length - at, GRID_HZ);
    for (let i = 0; i < count; i++) {
      const age = i * GRID_DT_S;
      const ring =
        Math.exp(-damping * omega * age) * (Math.cos(omega * age) - damping * Math.sin(omega * age));
      out[at + i] = (out[at + i] ?? 0) + velocity_mps * (ring - takeover(age));
    }
  }
  return out;
}

/** What a contact shakes besides the arriving velocity: displacement with a soft onset, nothing left behind. */
function shake(length: number, impacts: readonly Impact[], gain: (impact: Impact) => number): Float64Array {
  const out = new Float64Array(length);
  for (const impact of impacts) {
    const omega = 2 * Math.PI * impact.ring_hz;
    const amplitude = (gain(impact) * impact.velocity_mps) / omega;
    const count = Math.min(length - impact.at, GRID_HZ);
    for (let i = 0; i < count; i++) {
      const age = i * GRID_DT_S;
      const onset = 1 - Math.exp(-age / SHAKE_ONSET_S);
      out[impact.at + i] =
        (out[impact.at + i] ?? 0) +
        onset * amplitude * Math.exp(-impact.damping * omega * age) * Math.sin(omega * age);
    }
  }
  return out;
}

export function drawPath(timeline: Timeline, body: LifterBody, random: Random, from: Pose): BarPath {
  const n = timeline.length;
  const soft = (values: Float64Array): Float64Array => soften(values, body.softness_s);
  const held = soften(timeline.held, HELD_SOFTNESS_S);
  const noise = (low_hz: number, high_hz: number, tones = 4): Float64Array =>
    bandNoise(random, n, low_hz, high_hz, tones);
  const { impacts } = timeline;

  const lift = integrate(applyImpacts(timeline.rise.slice(), soft, impacts));
  const forward = integrate(soft(timeline.forward));
  const roll = integrate(soft(timeline.spin), from.roll);
  const tip = integrate(soft(timeline.tip), from.tip);
  const yaw = new Float64Array(n).fill(from.yaw);
  const aside = (gain: number) => (impact: Impact) => gain * impact.sideways * random.normal(0.5);
  const x_m = shake(n, impacts, aside(0.6));
  const y_m = shake(n, impacts, aside(1));
  const tipShake = shake(n, impacts, aside(0.7));
  const rollShake = shake(n, impacts, aside(2));
  const z_m = shake(n, impacts, (impact) => (impact.arriving ? 0 : 1));

  const tremor = noise(3, 11);
  const swayZ = noise(0.2, 1.4, 3);
  const swayX = noise(0.2, 1.4, 3);
  const swayY = noise(0.2, 1.4, 3);
  const tremorY = noise(3, 11);
  const wander = [noise(0.05, 3, 6), noise(0.05, 3, 6), noise(0.03, 1.5, 5)];
  const rollTremor = noise(3, 9);
  for (let i = 0; i < n; i++) {
    const grip = held[i] ?? 0;
    const h = lift[i] ?? 0;
    const share = h / body.rom_m;
    z_m[i] = (z_m[i] ?? 0) + h + grip * (body.tremor_m * (tremor[i] ?? 0) + body.sway_m * (swayZ[i] ?? 0));
    x_m[i] = (x_m[i] ?? 0) + grip * 2 * body.sway_m * (swayX[i] ?? 0);
    y_m[i] =
      (y_m[i] ?? 0) +
      (forward[i] ?? 0) +
      h * (body.bow + body.bend_per_m * h) +
      grip * (2 * body.sway_m * (swayY[i] ?? 0) + body.tremor_m * (tremorY[i] ?? 0));
    // beyond one range (carrying the bar) the turn no longer follows height
    const s = Math.tanh(share / 1.2) / Math.tanh(1 / 1.2);
    roll[i] =
      (roll[i] ?? 0) +
      body.roll_rad * (s + body.roll_curl * s * (1 - s * s)) +
      (rollShake[i] ?? 0) +
      grip * (2 * body.wander_rad * (wander[0]?.[i] ?? 0) + 0.1 * body.wander_rad * (rollTremor[i] ?? 0));
    tip[i] = (tip[i] ?? 0) + (tipShake[i] ?? 0) + grip * body.tip_wander_rad * (wander[1]?.[i] ?? 0);
    yaw[i] = (yaw[i] ?? 0) + grip * 1.5 * body.wander_rad * (wander[2]?.[i] ?? 0);
  }
  return { length: n, x_m, y_m, z_m, roll, tip, yaw };
}

/** Pose at the end, for the story that follows. */
export function lastPose(path: BarPath): Pose {
  const i = path.length - 1;
  return { roll: path.roll[i] ?? 0, tip: path.tip[i] ?? 0, yaw: path.yaw[i] ?? 0 };
}
