import type { Recording } from '../../src/recording/samples.ts';
import { createRandom, type Random } from '../../src/recording/synthetic/random.ts';
import { GRID_HZ, type RepIntent, type Timeline } from '../../src/recording/synthetic/timeline.ts';
import type { Truth } from '../../src/recording/synthetic/true-rep.ts';
import { readTruth } from '../../src/recording/synthetic/truth.ts';

/**
 * A second, much plainer world, as somebody else would write it in an hour: minimum-jerk moves on a circle, holds
 * that do not move at all, a sensor with offset, scale and white noise and nothing else. It shares nothing with
 * src/recording/synthetic but the random numbers and the reading of the definitions, so that an estimator which had
 * learned the habits of that world is found out in this one.
 */
export interface PlainSpec {
  readonly reps: number;
  readonly roll_deg: number;
  readonly offset_g: number;
  readonly scale: number;
  readonly rate_hz: number;
  readonly hold_s: (random: Random) => number;
  readonly bottom_s: (random: Random) => number;
  readonly rise_s: (random: Random) => number;
  /** Share of reps that are half. */
  readonly half: number;
}

interface Leg {
  readonly from_s: number;
  readonly to_s: number;
  readonly from_m: number;
  readonly to_m: number;
}

const G_MPS2 = 9.80665;
const RADIUS_M = 0.55;
const STEP_S = 1 / GRID_HZ;

/** Minimum-jerk height and its second derivative along one leg. */
function along({ from_s, to_s, from_m, to_m }: Leg, t: number): { h: number; a: number; v: number } {
  const T = to_s - from_s;
  const u = Math.min(1, Math.max(0, (t - from_s) / T));
  const d = to_m - from_m;
  return {
    h: from_m + d * u ** 3 * (10 - 15 * u + 6 * u * u),
    v: (d / T) * 30 * u * u * (1 - u) ** 2,
    a: (d / T ** 2) * 60 * u * (1 - u) * (1 - 2 * u),
  };
}

export function plainSet(
  seed: number,
  spec: PlainSpec,
): { recording: Recording; truth: Truth; height_m: Float64Array } {
  const random = createRandom(seed).fork('plain world');
  const rom_m = random.uniform(0.25, 0.38);
  const legs: Leg[] = [];
  const intents: RepIntent[] = [];
  let t = random.uniform(1.5, 3);
  let bottom_s = 0;
  for (let rep = 0; rep < spec.reps; rep++) {
    const half = random.chance(spec.half);
    const top_m = rom_m * (half ? random.uniform(0.4, 0.58) : random.uniform(0.97, 1.03));
    const up = { from_s: t, to_s: t + spec.rise_s(random) * (half ? 0.6 : 1), from_m: 0, to_m: top_m };
    const leave_s = up.to_s + spec.hold_s(random);
    const down = { from_s: leave_s, to_s: leave_s + random.uniform(0.9, 1.6), from_m: top_m, to_m: 0 };
    legs.push(up, down);
    const at = (time_s: number): number => Math.round(time_s * GRID_HZ);
    intents.push({
      kind: half ? 'half' : 'full',
      bottom_from: at(bottom_s),
      concentric: [at(up.from_s), at(up.to_s)],
      top_until: at(leave_s),
      eccentric: [at(down.from_s), at(down.to_s)],
    });
    bottom_s = down.to_s;
    t = down.to_s + spec.bottom_s(random);
  }
  const end_s = t + random.uniform(1, 3);
  const at = (time_s: number): { h: number; a: number; v: number } => {
    const leg = legs.find((candidate) => time_s < candidate.to_s) ?? (legs.at(-1) as Leg);
    return along(leg, time_s);
  };
  const height_m = Float64Array.from({ length: Math.round(end_s * GRID_HZ) }, (_, i) => at(i * STEP_S).h);
  return {
    recording: sensed(random, spec, at, end_s, rom_m),
    truth: truthOf(height_m, intents, rom_m),
    height_m,
  };
}

function sensed(
  random: Random,
  spec: PlainSpec,
  at: (t: number) => { h: number; a: number; v: number },
  end_s: number,
  rom_m: number,
): Recording {
  const n = Math.floor(end_s * spec.rate_hz);
  const t_s = new Float64Array(n);
  const accel_g = new Float64Array(3 * n);
  const gyro_dps = new Float64Array(3 * n);
  const [ox = 0, oy = 0, oz = 0] = [0, 1, 2].map(() => random.uniform(-spec.offset_g, spec.offset_g));
  const [sx = 1, sy = 1, sz = 1] = [0, 1, 2].map(() => 1 + random.uniform(-spec.scale, spec.scale));
  const roll0 = random.uniform(-Math.PI, Math.PI);
  const roll = (spec.roll_deg * Math.PI) / 180 / rom_m;
  const noise_g = 150e-6 * Math.sqrt(spec.rate_hz / 2);
  for (let i = 0; i < n; i++) {
    t_s[i] = i / spec.rate_hz;
    const { h, v, a } = at(t_s[i] ?? 0);
    // circle about a pivot level with 80 % of the range: y = sqrt(R^2 - z^2)
    const z = h - 0.8 * rom_m;
    const y = Math.sqrt(RADIUS_M ** 2 - z * z);
    const vy = (-z * v) / y;
    const ay = -(v * v + z * a + vy * vy) / y;
    const angle = roll0 + roll * h;
    const fy = (Math.cos(angle) * ay + Math.sin(angle) * (a + G_MPS2)) / G_MPS2;
    const fz = (-Math.sin(angle) * ay + Math.cos(angle) * (a + G_MPS2)) / G_MPS2;
    accel_g.set(
      [
        ox + random.normal(noise_g),
        oy + sy * fy + random.normal(noise_g),
        oz + sz * fz + random.normal(noise_g),
      ],
      3 * i,
    );
    accel_g[3 * i] = (accel_g[3 * i] ?? 0) * sx;
    gyro_dps.set(
      [((roll * v) / Math.PI) * 180 + random.normal(0.05), random.normal(0.05), random.normal(0.05)],
      3 * i,
    );
  }
  const sensor = {
    family: 'file',
    nominal_rate_hz: null,
    accel_range_g: null,
    gyro_range_dps: null,
    delivery_delay_s: 0,
  };
  return { sensor, clock: 'device', t_s, accel_g, gyro_dps };
}

function truthOf(height_m: Float64Array, intents: readonly RepIntent[], rom_m: number): Truth {
  const none = new Float64Array(0);
  const timeline: Timeline = {
    length: height_m.length,
    rise: none,
    forward: none,
    spin: none,
    tip: none,
    held: none,
    impacts: [],
    intents,
  };
  const truth = readTruth(
    timeline,
    { force_mps2: none, rate_rads: none, height_m },
    'hip-thrust',
    false,
    rom_m,
  );
  // nothing lands here: whether a bar that stands at its lowest lies on a floor is not asked
  const asked = truth.reps.map((rep) => ({ ...rep, bottom: { ...rep.bottom, floor_contact: null } }));
  return { ...truth, reps: asked };
}
