import type { LiftWorld } from './lifter.ts';
import { concentricShape, eccentricShape, hump, plateau, type SpeedCurve } from './profile.ts';
import type { Random } from './random.ts';
import type { RepKind, TimelineBuilder } from './timeline.ts';

/** floor: plates rest; hover: constant tension; touch: plates touch and go; rebound: turns in the air at once. */
export type BottomStyle = 'floor' | 'hover' | 'touch' | 'rebound';

/** One rep as the lifter means it. */
export interface RepPlan {
  readonly kind: RepKind;
  /** Height of the top and of the bottom that follows (concentric-first) or precedes (eccentric-first), m. */
  readonly top_m: number;
  readonly bottom_m: number;
  readonly mcv_mps: number;
  readonly hold_s: number;
  readonly lowering_s: number;
  readonly bottom_s: number;
  readonly bottom: BottomStyle;
  /** Let go: the bar falls into the floor. */
  readonly dropped: boolean;
  /** Sinks this much during the hold, m. */
  readonly sag_m: number;
  /** Every part of the way up at the same pace: a tempo, kept by counting. */
  readonly steady: boolean;
  /** Small bounces after the hold, each so deep, m; the last is followed by half a hold. */
  readonly pulses_m: readonly number[];
}

/** How far a body carries the bar: altogether. */
const HELD = 1;
/** A body lies under the bar but the plates carry it. */
const TOUCHED = 0.15;
/** Time in which a dropped bar is let go, s; chosen here, hands and hips do not open at once. */
const DROP_RAMP_S = 0.08;
/** Downward acceleration of a dropped bar, m/s2; chosen here, two thirds of free fall, for it slides along hips and hands. */
const DROP_ACCEL_MPS2 = 6.5;

/** Ends in the floor at `landing_mps` instead of at rest. */
function landing(base: SpeedCurve, distance_m: number, duration_s: number, landing_mps: number): SpeedCurve {
  let area = 0;
  for (let i = 0; i < 200; i++) area += base((i + 0.5) / 200) / 200;
  const own_m = Math.max(0.2 * distance_m, distance_m - (landing_mps * duration_s) / 4);
  return (u) => (own_m / area) * base(u) + landing_mps * duration_s * u ** 3;
}

function lower(build: TimelineBuilder, random: Random, plan: RepPlan, to_m: number): void {
  const distance_m = build.height_m - to_m;
  const onFloor = plan.bottom === 'floor' || plan.bottom === 'touch';
  const ring_hz = random.uniform(13, 35);
  const contact = {
    arriving: true,
    ring_hz,
    damping: random.uniform(0.12, 0.35),
    sideways: random.uniform(0.2, 1),
    floor: onFloor,
  };
  if (plan.dropped) {
    // a short release, then nearly free fall against some friction of hips and hands
    const duration_s = DROP_RAMP_S / 2 + Math.sqrt((2 * distance_m) / DROP_ACCEL_MPS2);
    const ramp = DROP_RAMP_S / duration_s;
    const fall: SpeedCurve = (u) => (u < ramp ? (u * u) / (2 * ramp) : u - ramp / 2);
    if (!onFloor) {
      build.move('rise', -distance_m, duration_s * 1.4, hump(1.3, 0.7), HELD);
      return;
    }
    build.move('rise', -distance_m, duration_s, fall, HELD);
    const landing_mps = (distance_m * (1 - ramp / 2)) / (duration_s * (0.5 - ramp / 2 + (ramp * ramp) / 6));
    build.impact({ ...contact, velocity_mps: -landing_mps });
    return;
  }
  const shape = eccentricShape(random);
  if (!onFloor) {
    build.move('rise', -distance_m, plan.lowering_s, shape, HELD);
    return;
  }
  const landing_mps = Math.min(random.uniform(0.06, 0.35), (2 * distance_m) / plan.lowering_s);
  build.move(
    'rise',
    -distance_m,
    plan.lowering_s,
    landing(shape, distance_m, plan.lowering_s, landing_mps),
    HELD,
  );
  build.impact({ ...contact, velocity_mps: -landing_mps });
}

function raise(build: TimelineBuilder, random: Random, plan: RepPlan): void {
  const distance_m = plan.top_m - build.height_m;
  if (plan.steady) {
    const shape = random.chance(0.5) ? plateau(random.uniform(0.1, 0.4)) : hump(1.2, 1.2);
    build.move('rise', distance_m, distance_m / plan.mcv_mps, shape, HELD);
    return;
  }
  if (plan.kind !== 'failed') {
    build.move('rise', distance_m, distance_m / plan.mcv_mps, concentricShape(random, plan.mcv_mps), HELD);
    return;
  }
  // a good start, a sticking point, a losing fight
  const won = random.uniform(0.6, 0.8);
  const first_m = won * distance_m;
  build.move('rise', first_m, first_m / plan.mcv_mps, hump(1.3, 1.6), HELD);
  build.move('rise', distance_m - first_m, random.uniform(0.8, 2), plateau(0.3), HELD);
}

function stay(build: TimelineBuilder, plan: RepPlan): void {
  build.wait(plan.hold_s, HELD);
  if (plan.hold_s > 0.4 && plan.sag_m > 0)
    build.overlay('rise', -plan.sag_m, 0.9 * plan.hold_s, plateau(0.4));
}

/** Small bounces at lockout, in 0.3 to 0.5 s each. */
function pulse(build: TimelineBuilder, random: Random, plan: RepPlan): void {
  for (const depth_m of plan.pulses_m) {
    const half_s = random.uniform(0.25, 0.45);
    build.move('rise', -depth_m, half_s, hump(1.2, 1.2), HELD);
    build.move('rise', depth_m * random.uniform(0.9, 1.1), half_s, hump(1.2, 1.2), HELD);
  }
  if (plan.pulses_m.length > 0) build.wait(plan.hold_s / 2, HELD);
}

/** What the bar does between two reps at the bottom. */
function restBelow(build: TimelineBuilder, plan: RepPlan): void {
  build.wait(plan.bottom_s, plan.bottom === 'floor' ? TOUCHED : HELD);
}

export function perform(
  build: TimelineBuilder,
  random: Random,
  world: LiftWorld,
  plans: readonly RepPlan[],
): void {
  let bottom_from = build.now;
  for (const plan of plans) {
    let eccentric: [number, number] | null = null;
    if (world.first === 'eccentric') {
      const from = build.now;
      lower(build, random, plan, plan.bottom_m);
      eccentric = [from, build.now];
      bottom_from = build.now;
      restBelow(build, plan);
    }
    const from = build.now;
    raise(build, random, plan);
    const intent = { kind: plan.kind, bottom_from, concentric: [from, build.now] as const, top_until: 0 };
    stay(build, plan);
    pulse(build, random, plan);
    intent.top_until = build.now;
    if (world.first === 'concentric' || plan.kind === 'failed') {
      const down = build.now;
      lower(build, random, plan, plan.bottom_m);
      if (world.first === 'concentric') eccentric = [down, build.now];
      bottom_from = build.now;
      build.intend({ ...intent, eccentric });
      restBelow(build, plan);
    } else {
      build.intend({ ...intent, eccentric });
    }
  }
}
