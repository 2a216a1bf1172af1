import { RAD_PER_DEG } from '../units.ts';
import type { LiftWorld } from './lifter.ts';
import { type OffBarScene, playOffBar } from './off-bar.ts';
import { hump, plateau } from './profile.ts';
import type { Random } from './random.ts';
import type { TimelineBuilder } from './timeline.ts';

/** What happens around a set and is not a rep. */
export type Scene =
  | OffBarScene
  | { readonly kind: 'still'; readonly duration_s: number }
  /** The lifter gets under or to the bar, pulls it into place: it rolls and jiggles. */
  | { readonly kind: 'settle-in'; readonly duration_s: number }
  /** Plates are pushed on or off: knocks, and now and then one end is lifted. */
  | { readonly kind: 'load-plates'; readonly plates: number }
  | { readonly kind: 'unrack' }
  | { readonly kind: 'rerack' }
  /** From the floor to the hang, and back. */
  | { readonly kind: 'pick-up'; readonly height_m?: number }
  | { readonly kind: 'put-down' }
  | { readonly kind: 'walk'; readonly distance_m: number }
  /** The bar is rolled along the floor. */
  | { readonly kind: 'roll-floor'; readonly distance_m: number }
  /** A coach twists the bar quickly back and forth where it lies. */
  | { readonly kind: 'twist'; readonly swings: number }
  /** Somebody else drops a bar. */
  | { readonly kind: 'thump'; readonly count: number };

const HELD = 1;
/** Hands on a bar that floor or hooks carry. */
const TWISTED = 0.5;
const smooth = hump(1.5, 1.5);

/** What a scene is played with. */
interface SceneTools {
  readonly build: TimelineBuilder;
  readonly random: Random;
  readonly world: LiftWorld;
  /** Something strikes the bar, or the bar strikes something. */
  readonly knock: (speed_mps: number, floor?: boolean) => void;
}

export function playScene(build: TimelineBuilder, random: Random, world: LiftWorld, scene: Scene): void {
  const knock = (speed_mps: number, floor = false): void =>
    build.impact({
      velocity_mps: -speed_mps,
      ring_hz: random.uniform(12, 45),
      damping: random.uniform(0.15, 0.4),
      arriving: false,
      sideways: random.uniform(0.5, 2.5),
      floor,
    });
  const tools: SceneTools = { build, random, world, knock };

  switch (scene.kind) {
    case 'still':
      build.wait(scene.duration_s, 0);
      return;
    case 'settle-in':
      settleIn(tools, scene.duration_s);
      return;
    case 'load-plates':
      loadPlates(tools, scene.plates);
      return;
    case 'unrack':
      unrack(tools);
      return;
    case 'rerack':
      rerack(tools);
      return;
    case 'pick-up':
      build.move(
        'rise',
        scene.height_m ?? random.uniform(world.reach_m[0], world.reach_m[1]),
        random.uniform(0.8, 1.6),
        hump(1.3, 1.5),
        HELD,
      );
      build.wait(random.uniform(0.6, 1.5), HELD);
      return;
    case 'put-down':
      build.move('rise', -build.height_m, random.uniform(0.8, 1.5), hump(1.3, 0.6), HELD);
      knock(random.uniform(0.1, 0.5), true);
      build.wait(0.6, 0);
      return;
    case 'walk':
      walkSteps(build, random, scene.distance_m, Math.max(2, Math.round(Math.abs(scene.distance_m) / 0.65)));
      return;
    case 'roll-floor': {
      // 45 cm plates: one metre of floor is 4.4 rad of plate; the bar follows its sleeves in part
      const duration_s = Math.abs(scene.distance_m) / random.uniform(0.25, 0.5);
      build.move('forward', scene.distance_m, duration_s, plateau(0.3), 0.4);
      build.overlay('spin', (scene.distance_m / 0.225) * random.uniform(0, 0.8), duration_s, plateau(0.3));
      build.wait(0.3, 0.2);
      return;
    }
    case 'in-hand':
    case 'walked-with':
    case 'strike':
    case 'thigh-roll':
      playOffBar(build, random, scene, knock);
      return;
    case 'twist':
      twistBar(build, random, scene.swings);
      return;
    case 'thump':
      for (let i = 0; i < scene.count; i++) {
        build.wait(random.uniform(1, 6), 0);
        knock(random.uniform(0.002, 0.02));
      }
      build.wait(1, 0);
  }
}

function settleIn({ build, random, knock }: SceneTools, duration_s: number): void {
  const steps = Math.max(1, Math.round(duration_s / 0.7));
  for (let i = 0; i < steps; i++) {
    build.wait(duration_s / steps, 0.6);
    build.overlay('spin', random.normal(0.15), 0.4, smooth);
    build.overlay('forward', random.normal(0.03), 0.5, smooth);
    if (random.chance(0.4)) {
      const jiggle_m = random.uniform(0.002, 0.012);
      build.move('rise', jiggle_m, 0.2, smooth, 0.6);
      build.move('rise', -jiggle_m, 0.2, smooth, 0.6);
      knock(random.uniform(0.01, 0.06), true);
    }
  }
}

function loadPlates({ build, random, knock }: SceneTools, plates: number): void {
  for (let plate = 0; plate < plates; plate++) {
    build.wait(random.uniform(0.8, 2.5), 0);
    const lifted = random.chance(0.4) ? random.sign() * random.uniform(0.01, 0.06) : 0;
    if (lifted !== 0) build.move('tip', lifted, random.uniform(0.3, 0.7), smooth, 0.4);
    for (let hit = random.integer(1, 3); hit > 0; hit--) {
      build.wait(random.uniform(0.1, 0.5), 0.3);
      build.overlay('forward', random.normal(0.012), 0.08, smooth);
      build.overlay('spin', random.normal(0.2), 0.1, smooth);
      knock(random.uniform(0.02, 0.15));
    }
    if (lifted !== 0) {
      build.move('tip', -lifted, random.uniform(0.25, 0.6), smooth, 0.4);
      knock(random.uniform(0.03, 0.2), true);
    }
  }
  build.wait(random.uniform(0.5, 1.5), 0);
}

function unrack({ build, random, world }: SceneTools): void {
  const up_m = random.uniform(world.reach_m[0], world.reach_m[1]);
  build.move('rise', up_m, random.uniform(0.4, 0.8), smooth, HELD);
  build.wait(random.uniform(0.2, 0.6), HELD);
  walkSteps(build, random, -random.uniform(0.2, 0.5), random.integer(2, 3));
  build.move('rise', -up_m, random.uniform(0.4, 0.9), smooth, HELD);
  build.wait(random.uniform(0.5, 1.5), HELD);
}

function rerack({ build, random, world, knock }: SceneTools): void {
  const up_m = random.uniform(world.reach_m[0], world.reach_m[1]);
  build.move('rise', up_m, random.uniform(0.4, 0.9), smooth, HELD);
  walkSteps(build, random, random.uniform(0.2, 0.5), random.integer(2, 3));
  build.impact({
    velocity_mps: -0.02,
    ring_hz: 25,
    damping: 0.3,
    arriving: false,
    sideways: 12,
    floor: false,
  });
  build.wait(random.uniform(0.1, 0.4), HELD);
  const landing_mps = random.uniform(0.1, 0.4);
  build.move('rise', -up_m, random.uniform(0.25, 0.5), hump(1.3, 0.3), HELD);
  knock(landing_mps, true);
  build.wait(0.5, 0);
}

/**
 * Swings of 20-40 degrees to each side at 1.5-3 Hz, no two alike. The bar follows the hands a little: along the floor and
 * up and down, in part with the turn (it rolls in hooks and sleeves), in part as it likes; the far end wags.
 */
function twistBar(build: TimelineBuilder, random: Random, swings: number): void {
  const half_s = 0.5 / random.uniform(1.5, 3);
  const size_rad = random.uniform(20, 40) * RAD_PER_DEG;
  const along_m_per_rad = random.normal(0.006);
  const up_m_per_rad = random.normal(0.0015);
  const side = random.sign();
  let turned_rad = 0;
  let along_m = 0;
  let up_m = 0;
  let tipped_rad = 0;
  for (let half = 0; half <= 2 * swings; half++) {
    const last = half === 2 * swings;
    const to_rad = last ? 0 : (half % 2 === 0 ? side : -side) * size_rad * random.uniform(0.8, 1.2);
    const duration_s = half_s * random.uniform(0.85, 1.15) * (half === 0 || last ? 0.75 : 1);
    const shape = hump(random.uniform(0.8, 1.5), random.uniform(0.8, 1.5));
    build.move('spin', to_rad - turned_rad, duration_s, shape, TWISTED);
    const nextAlong_m = last ? along_m : to_rad * along_m_per_rad + random.normal(0.003);
    const nextUp_m = last ? 0 : Math.abs(random.normal(0.0015)) + to_rad * up_m_per_rad;
    const nextTip_rad = last ? 0 : random.normal(0.004);
    build.overlay('forward', nextAlong_m - along_m, duration_s, smooth);
    build.overlay('rise', nextUp_m - up_m, duration_s, smooth);
    build.overlay('tip', nextTip_rad - tipped_rad, duration_s, smooth);
    turned_rad = to_rad;
    along_m = nextAlong_m;
    up_m = nextUp_m;
    tipped_rad = nextTip_rad;
  }
  build.wait(0.2, TWISTED);
}

/** Steps under a bar: it bobs once per step, swings once per two, heels knock. */
function walkSteps(build: TimelineBuilder, random: Random, distance_m: number, steps: number): void {
  const bob_m = random.uniform(0.008, 0.022);
  const step_s = random.uniform(0.5, 0.75);
  for (let step = 0; step < steps; step++) {
    build.move('rise', bob_m, step_s / 2, smooth, HELD);
    build.move('rise', -bob_m, step_s / 2, smooth, HELD);
    build.overlay('forward', distance_m / steps, step_s, hump(0.6, 0.6));
    build.impact({
      velocity_mps: -random.uniform(0.005, 0.02),
      ring_hz: 15,
      damping: 0.4,
      arriving: false,
      sideways: 1,
      floor: false,
    });
  }
}
