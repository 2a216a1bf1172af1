import type { Recording } from '../../src/recording/samples.ts';
import { feel, randomRotation } from '../../src/recording/synthetic/kinematics.ts';
import { createBody } from '../../src/recording/synthetic/lifter.ts';
import { type BarPath, drawPath } from '../../src/recording/synthetic/path.ts';
import { perform } from '../../src/recording/synthetic/performance.ts';
import { planSet } from '../../src/recording/synthetic/plan-set.ts';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { readSensor } from '../../src/recording/synthetic/readings.ts';
import { playScene } from '../../src/recording/synthetic/scenes.ts';
import type { SensorModel } from '../../src/recording/synthetic/sensor-model.ts';
import { drawSetup, simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { createTimelineBuilder, GRID_DT_S, type Timeline } from '../../src/recording/synthetic/timeline.ts';

/** A set of one athlete on one day, with what is put on top of the ordinary unrest of a held bar. */
export interface SwayingSet {
  /** The same athlete has the same body, bar and sensor. */
  readonly athlete: number;
  readonly set: number;
  readonly reps?: number;
  readonly hold_s?: number;
  readonly roll_deg?: number;
  /** One end of the bar goes up and down by this much more, deg RMS, in reps `unsteady` (1-based). */
  readonly tilt_deg?: number;
  /** The whole bar goes sideways by this much more, m RMS. */
  readonly sway_m?: number;
  /** Whether it slides along the bar or across it. */
  readonly sway?: 'along' | 'across';
  readonly unsteady?: readonly number[];
  /** How the sensor is clipped on, and where the bar points. */
  readonly mounting?: number;
  readonly heading_rad?: number;
  readonly sensor?: SensorModel;
}

/** Not too slow to be told from a path, not too quick for a body. */
const UNREST_HZ = 1.3;
const RAMP_S = 0.15;

export function swayingSet(spec: SwayingSet): Recording {
  const { athlete, set, reps = 8, roll_deg = 15 } = spec;
  const setup = drawSetup({ seed: athlete, ...(spec.sensor ? { sensor: spec.sensor } : {}) });
  const random = createRandom(athlete).fork(`set ${set}`);
  const build = createTimelineBuilder();
  playScene(build, random, setup.world, { kind: 'still', duration_s: 3 });
  playScene(build, random, setup.world, { kind: 'settle-in', duration_s: 1.5 });
  playScene(build, random, setup.world, { kind: 'still', duration_s: 1.5 });
  const plans = planSet(
    random.fork('plan'),
    setup.world,
    { seed: set, reps, hold_s: spec.hold_s ?? 1.2 },
    setup.rom_m,
  );
  perform(build, random.fork('performance'), setup.world, plans);
  playScene(build, random, setup.world, { kind: 'still', duration_s: 4 });
  const timeline = build.finish();
  const body = createBody(createRandom(athlete).fork('body'), setup.world, setup.rom_m, roll_deg);
  const pose = { ...setup.pose, yaw: spec.heading_rad ?? setup.pose.yaw };
  const path = drawPath(timeline, body, random.fork('path'), pose);
  disturb(path, timeline, spec);
  const axes =
    spec.mounting === undefined ? setup.mount.axes : randomRotation(createRandom(spec.mounting).fork('axes'));
  const felt = feel(path, { ...setup.mount, axes });
  const { t_s, accel_g, gyro_dps } = readSensor(felt, setup.unit, random.fork('noise'));
  const { sensor } = simulatedSet({ seed: athlete, reps: 1 }).recording;
  return { sensor, clock: 'device', t_s, accel_g, gyro_dps };
}

/** Lays a swaying over the reps that are to be unsteady, from concentric start to eccentric end. */
function disturb(path: BarPath, timeline: Timeline, spec: SwayingSet): void {
  const tilt = (Math.SQRT2 * (spec.tilt_deg ?? 0) * Math.PI) / 180;
  const sway_m = Math.SQRT2 * (spec.sway_m ?? 0);
  timeline.intents.forEach(({ concentric, eccentric }, k) => {
    if (!(spec.unsteady?.includes(k + 1) ?? true)) return;
    const from = concentric[0];
    const to = eccentric?.[1] ?? concentric[1];
    for (let i = from; i < to; i++) {
      const edge = Math.min(1, ((i - from) * GRID_DT_S) / RAMP_S, ((to - i) * GRID_DT_S) / RAMP_S);
      const wave = edge * edge * (3 - 2 * edge) * Math.sin(2 * Math.PI * UNREST_HZ * (i - from) * GRID_DT_S);
      const yaw = path.yaw[i] ?? 0;
      const aside = spec.sway === 'along' ? [Math.cos(yaw), Math.sin(yaw)] : [-Math.sin(yaw), Math.cos(yaw)];
      path.tip[i] = (path.tip[i] ?? 0) + tilt * wave;
      path.x_m[i] = (path.x_m[i] ?? 0) + sway_m * wave * (aside[0] ?? 0);
      path.y_m[i] = (path.y_m[i] ?? 0) + sway_m * wave * (aside[1] ?? 0);
    }
  });
}
