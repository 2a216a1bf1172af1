import { RAD_PER_DEG } from '../units.ts';
import { hump } from './profile.ts';
import type { Random } from './random.ts';
import type { TimelineBuilder } from './timeline.ts';

/** What happens to a sensor, or to a bar, that is no lifting: taken off and carried, struck, rolled up the thighs. */
export type OffBarScene =
  /** Off the bar and into a hand: lifted, turned, walked with, put down somewhere. */
  | { readonly kind: 'in-hand'; readonly walked_s: number }
  /** The same with a hand of another kind: hardly turned or much, its arm swinging or not, bobbing much or little, at any pace. */
  | { readonly kind: 'walked-with'; readonly walked_s: number }
  /** Somebody strikes the resting bar. */
  | { readonly kind: 'strike'; readonly count: number; readonly speed_mps: number }
  /** The bar is rolled up over the thighs into the hips. */
  | { readonly kind: 'thigh-roll'; readonly height_m: number };

const IN_HAND = 1;
const HALF_HELD = 0.6;
const smooth = hump(1.5, 1.5);

export function playOffBar(
  build: TimelineBuilder,
  random: Random,
  scene: OffBarScene,
  knock: (speed_mps: number, floor?: boolean) => void,
): void {
  if (scene.kind === 'in-hand') inHand(build, random, scene.walked_s);
  else if (scene.kind === 'walked-with') walkedWith(build, random, scene.walked_s);
  else if (scene.kind === 'strike') {
    for (let i = 0; i < scene.count; i++) {
      build.wait(random.uniform(0.4, 2.5), 0);
      knock(scene.speed_mps * random.uniform(0.5, 1.5), random.chance(0.5));
    }
    build.wait(1, 0);
  } else {
    const duration_s = random.uniform(0.8, 1.8);
    build.move(
      'rise',
      scene.height_m,
      duration_s,
      hump(random.uniform(1, 2), random.uniform(1, 2)),
      HALF_HELD,
    );
    build.overlay('spin', random.uniform(1, 3), duration_s, smooth);
    build.overlay('forward', -random.uniform(0.2, 0.4), duration_s, smooth);
    build.wait(random.uniform(0.2, 0.8), HALF_HELD);
    build.move('rise', -scene.height_m, random.uniform(0.5, 1), smooth, HALF_HELD);
    build.wait(random.uniform(0.8, 1.5), HALF_HELD);
  }
}

/** The hand turns it as it likes, the arm swings once in two steps, the body bobs once a step. */
function inHand(build: TimelineBuilder, random: Random, walked_s: number): void {
  const lifted_m = random.uniform(0.3, 0.8);
  const taken_s = random.uniform(0.7, 1.5);
  const turned_rad = (): number => random.sign() * random.uniform(40, 130) * RAD_PER_DEG;
  build.move('rise', lifted_m, taken_s, smooth, IN_HAND);
  build.overlay('spin', turned_rad(), taken_s, smooth);
  build.overlay('tip', random.sign() * random.uniform(20, 70) * RAD_PER_DEG, taken_s, smooth);
  build.wait(random.uniform(0, 0.6), IN_HAND);
  const step_s = random.uniform(0.45, 0.62);
  const bob_m = random.uniform(0.015, 0.04);
  const swing_rad = random.uniform(5, 25) * RAD_PER_DEG;
  const side = random.uniform(-1, 1);
  for (let step = 0; step < walked_s / step_s; step++) {
    const one_s = step_s * random.uniform(0.95, 1.05);
    const way = step % 2 === 0 ? 1 : -1;
    const spin_rad = 2 * way * swing_rad * Math.sqrt(1 - side * side);
    stride(build, one_s, bob_m, spin_rad, way * swing_rad * side, random.uniform(0.01, 0.04));
  }
  build.move('rise', -lifted_m * random.uniform(0.1, 1), random.uniform(0.6, 1.2), smooth, IN_HAND);
  build.wait(random.uniform(3, 12), 0);
}

function walkedWith(build: TimelineBuilder, random: Random, walked_s: number): void {
  const lifted_m = random.uniform(0.1, 0.9);
  const taken_s = random.uniform(0.8, 2);
  build.move('rise', lifted_m, taken_s, smooth, IN_HAND);
  build.overlay('spin', random.uniform(-110, 110) * RAD_PER_DEG, taken_s, smooth);
  build.overlay('tip', random.uniform(-80, 80) * RAD_PER_DEG, taken_s, smooth);
  build.wait(random.uniform(0, 1.5), IN_HAND);
  const step_s = 1 / random.uniform(1.5, 2.1);
  const bob_m = random.uniform(0.02, 0.06);
  const swing_rad = random.uniform(0, 25) * RAD_PER_DEG;
  const side = random.uniform(-1, 1);
  const heel_mps = random.uniform(0, 0.04);
  const uneven = random.uniform(0, 0.08);
  for (let step = 0; step < walked_s / step_s; step++) {
    const one_s = step_s * random.uniform(1 - uneven, 1 + uneven);
    const way = step % 2 === 0 ? 1 : -1;
    const spin_rad = 2 * way * swing_rad * Math.sqrt(1 - side * side);
    stride(build, one_s, bob_m, spin_rad, 2 * way * swing_rad * side, heel_mps);
  }
  build.move('rise', -lifted_m * random.uniform(0.1, 1), random.uniform(0.6, 1.5), smooth, IN_HAND);
  build.wait(random.uniform(0.5, 12), 0);
}

/** One step of whoever carries the sensor: the hand bobs, the arm swings, the heel lands. */
function stride(
  build: TimelineBuilder,
  one_s: number,
  bob_m: number,
  spin_rad: number,
  tip_rad: number,
  heel_mps: number,
): void {
  build.move('rise', bob_m, one_s / 2, smooth, IN_HAND);
  build.move('rise', -bob_m, one_s / 2, smooth, IN_HAND);
  build.overlay('spin', spin_rad, one_s, smooth);
  build.overlay('tip', tip_rad, one_s, smooth);
  build.overlay('forward', 0.7, one_s, hump(0.6, 0.6));
  build.impact({
    velocity_mps: -heel_mps,
    ring_hz: 15,
    damping: 0.4,
    arriving: false,
    sideways: 1,
    floor: false,
  });
}
