import type { LiftId, VariationId } from '../../lifts/lift.ts';
import type { Random } from './random.ts';

export type Bounds = readonly [low: number, high: number];

/** What a lift looks like in the world: where the bar starts, how far and how fast it goes. */
export interface LiftWorld {
  readonly first: 'concentric' | 'eccentric';
  /** Where the bar is between sets. A hanging bar is picked up from the floor first. */
  readonly home: 'floor' | 'rack' | 'hang';
  readonly rom_m: Bounds;
  readonly mcv_mps: Bounds;
  readonly hold_s: Bounds;
  readonly lowering_s: Bounds;
  /** Floor to hang, or height lifted out of the hooks, m. */
  readonly reach_m: Bounds;
  readonly path: 'arc' | 'straight';
}

const HIP_THRUST: LiftWorld = {
  first: 'concentric',
  home: 'floor',
  // range: geometry of 45 cm plates and a 40-45 cm bench; speeds: de Hoyo 2021, Loturco 2020
  rom_m: [0.25, 0.38],
  mcv_mps: [0.3, 0.75],
  hold_s: [0.9, 1.3],
  lowering_s: [0.9, 1.7],
  reach_m: [0, 0],
  path: 'arc',
};

const LIFTS: Readonly<Record<LiftId, LiftWorld>> = {
  'hip-thrust': HIP_THRUST,
  squat: {
    first: 'eccentric',
    home: 'rack',
    rom_m: [0.45, 0.68],
    mcv_mps: [0.3, 0.8],
    hold_s: [0.5, 2],
    lowering_s: [1, 2.2],
    reach_m: [0.03, 0.06],
    path: 'straight',
  },
  deadlift: {
    first: 'concentric',
    home: 'floor',
    rom_m: [0.42, 0.58],
    mcv_mps: [0.2, 0.65],
    hold_s: [0.3, 1.2],
    lowering_s: [0.8, 1.6],
    reach_m: [0, 0],
    path: 'straight',
  },
  'romanian-deadlift': {
    first: 'eccentric',
    home: 'hang',
    rom_m: [0.35, 0.5],
    mcv_mps: [0.35, 0.7],
    hold_s: [0.2, 0.8],
    lowering_s: [1.2, 2.2],
    reach_m: [0.45, 0.58],
    path: 'straight',
  },
  'bench-press': {
    first: 'eccentric',
    home: 'rack',
    rom_m: [0.26, 0.42],
    mcv_mps: [0.2, 0.7],
    hold_s: [0.3, 1.5],
    lowering_s: [0.9, 2],
    reach_m: [0.03, 0.07],
    path: 'straight',
  },
  'overhead-press': {
    first: 'eccentric',
    home: 'rack',
    rom_m: [0.42, 0.58],
    mcv_mps: [0.25, 0.75],
    hold_s: [0.3, 1.5],
    lowering_s: [0.9, 2],
    reach_m: [0.03, 0.06],
    path: 'straight',
  },
  row: {
    first: 'concentric',
    home: 'hang',
    rom_m: [0.28, 0.4],
    mcv_mps: [0.4, 0.9],
    hold_s: [0, 0.3],
    lowering_s: [0.7, 1.4],
    reach_m: [0.15, 0.35],
    path: 'straight',
  },
  other: {
    first: 'concentric',
    home: 'hang',
    rom_m: [0.35, 0.55],
    mcv_mps: [0.35, 0.7],
    hold_s: [0, 0.4],
    lowering_s: [0.9, 1.8],
    reach_m: [0.4, 0.55],
    path: 'straight',
  },
};

const SHORT_ON_PURPOSE: Readonly<Partial<Record<VariationId, Partial<LiftWorld>>>> = {
  'kas-bridge': { rom_m: [0.1, 0.16], mcv_mps: [0.15, 0.3], hold_s: [0.8, 1.5], lowering_s: [0.8, 1.4] },
  'glute-bridge': { rom_m: [0.15, 0.24], mcv_mps: [0.25, 0.5] },
  'single-leg': { rom_m: [0.22, 0.34], mcv_mps: [0.25, 0.55] },
  bodyweight: { mcv_mps: [0.45, 0.9] },
  'smith-machine': { path: 'straight' },
};

export function liftWorld(lift: LiftId, variation: VariationId): LiftWorld {
  const base = LIFTS[lift];
  return lift === 'hip-thrust' ? { ...base, ...SHORT_ON_PURPOSE[variation] } : base;
}

/** The body and the bar of one set: how the path curves, how the bar turns, how steady it is. */
export interface LifterBody {
  /** Sideways position as a polynomial of height: y = bow h + bend h^2 (an arc to second order). */
  readonly bow: number;
  readonly bend_per_m: number;
  /** Turn of the bar about its axis over one range of motion, rad, and how unevenly it turns. */
  readonly roll_rad: number;
  readonly roll_curl: number;
  readonly rom_m: number;
  /** Muscle tremor while held, vertical RMS: displacement in 3-11 Hz, m; slow sway 0.2-1.4 Hz, m. */
  readonly tremor_m: number;
  readonly sway_m: number;
  /** Wander of roll and yaw while held, rad RMS; hands keep the bar level about four times better. */
  readonly wander_rad: number;
  readonly tip_wander_rad: number;
  /** How quickly force can change: sigma of the softening of every voluntary move, s. */
  readonly softness_s: number;
}

export function createBody(random: Random, world: LiftWorld, rom_m: number, roll_deg: number): LifterBody {
  // shoulder blades to hip; the bar passes through horizontal near the top of the thrust
  const radius_m = random.uniform(0.5, 0.65);
  const top_angle_rad = random.uniform(-0.1, 0.2);
  const arc = world.path === 'arc';
  const fromPivot_m = radius_m * Math.sin(top_angle_rad) - rom_m;
  return {
    bow: arc ? -fromPivot_m / radius_m : random.uniform(-0.12, 0.12),
    bend_per_m: arc ? -1 / (2 * radius_m) : random.uniform(-0.1, 0.1),
    roll_rad: (random.sign() * roll_deg * Math.PI) / 180,
    roll_curl: random.uniform(-0.4, 0.4),
    rom_m,
    // held bars in the gym recordings: 24 mg and 5 deg/s in 0.3 s windows (median)
    tremor_m: random.uniform(0.00006, 0.0002),
    sway_m: random.uniform(0.0007, 0.0022),
    wander_rad: random.uniform(0.003, 0.01),
    tip_wander_rad: random.uniform(0.001, 0.0025),
    softness_s: random.uniform(0.012, 0.03),
  };
}
