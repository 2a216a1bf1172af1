import type { Recording } from '../samples.ts';
import { assemble, deviceClock, simulatedSensorInfo } from './assemble.ts';
import { onCarrier } from './carrier.ts';
import { DEVICE_CLOCK, deliver, type Notification } from './delivery.ts';
import { addGlitches } from './glitches.ts';
import { type FeltMotion, feel, type Mount, randomRotation } from './kinematics.ts';
import { createBody, type LiftWorld, liftWorld } from './lifter.ts';
import { drawPath, lastPose, type Pose } from './path.ts';
import { perform } from './performance.ts';
import { planSet } from './plan-set.ts';
import { createRandom, type Random } from './random.ts';
import { type Readings, readSensor } from './readings.ts';
import { playScene, type Scene } from './scenes.ts';
import { drawUnit, type SensorModel, type SensorUnit, UNCALIBRATED_SENSOR } from './sensor-model.ts';
import type { SetSpec } from './spec.ts';
import { createTimelineBuilder, type Timeline } from './timeline.ts';
import { moveRep, type TrueRep, type Truth } from './true-rep.ts';
import { readTruth } from './truth.ts';

export interface SimulatedSet {
  readonly recording: Recording;
  readonly truth: Truth;
  readonly unit: SensorUnit;
  readonly felt: FeltMotion;
}

/** What one lifter, one bar and one sensor keep from set to set. */
export interface SimulatedSetup {
  readonly world: LiftWorld;
  readonly rom_m: number;
  readonly unit: SensorUnit;
  readonly mount: Mount;
  readonly pose: Pose;
}

const habitBefore = (random: Random, world: LiftWorld): Scene[] => {
  const still: Scene = { kind: 'still', duration_s: random.uniform(2.5, 4) };
  const ready: Scene = { kind: 'still', duration_s: random.uniform(0.8, 1.8) };
  if (world.home === 'rack') return [still, { kind: 'unrack' }];
  if (world.home === 'hang') return [still, { kind: 'pick-up' }];
  return [still, { kind: 'settle-in', duration_s: random.uniform(1, 3) }, ready];
};

const habitAfter = (random: Random, world: LiftWorld): Scene[] => {
  const still: Scene = { kind: 'still', duration_s: random.uniform(3, 5) };
  if (world.home === 'rack') return [{ kind: 'rerack' }, still];
  if (world.home === 'hang') return [{ kind: 'put-down' }, still];
  return [still];
};

export function drawSetup(spec: SetSpec): SimulatedSetup {
  const random = createRandom(spec.seed).fork('setup');
  const world = liftWorld(spec.lift ?? 'hip-thrust', spec.variation ?? 'barbell');
  return {
    world,
    rom_m: spec.rom_m ?? random.uniform(world.rom_m[0], world.rom_m[1]),
    unit: drawUnit(random.fork('unit'), spec.sensor ?? UNCALIBRATED_SENSOR),
    mount: {
      along_m: random.sign() * (spec.along_m ?? random.uniform(0.2, 0.7)),
      lever_m: spec.lever_m ?? 0,
      axes: randomRotation(random),
    },
    pose: {
      roll: random.uniform(-Math.PI, Math.PI),
      tip: random.normal(0.01),
      yaw: random.uniform(-Math.PI, Math.PI),
    },
  };
}

export interface Story {
  readonly timeline: Timeline;
  readonly felt: FeltMotion;
  readonly truth: Truth;
  readonly endPose: Pose;
}

/** Tells a set: scenes before, the reps, scenes after; and what a perfect sensor would have felt. */
export function tell(spec: SetSpec, setup: SimulatedSetup): Story {
  const random = createRandom(spec.seed);
  const { world, rom_m } = setup;
  const build = createTimelineBuilder();
  const scenes = random.fork('scenes');
  for (const scene of spec.before ?? habitBefore(scenes, world)) playScene(build, scenes, world, scene);
  const origin_m = build.height_m;
  const plans = planSet(random.fork('plan'), world, spec, rom_m).map((plan) => ({
    ...plan,
    top_m: plan.top_m + origin_m,
    bottom_m: plan.bottom_m + origin_m,
  }));
  perform(build, random.fork('performance'), world, plans);
  for (const scene of spec.after ?? habitAfter(scenes, world)) playScene(build, scenes, world, scene);
  const timeline = build.finish();
  const body = createBody(
    random.fork('body'),
    world,
    rom_m,
    spec.roll_deg ?? random.fork('roll').uniform(3, 20),
  );
  const path = drawPath(timeline, body, random.fork('path'), setup.pose);
  const carried =
    spec.carrier === undefined
      ? { path, at: setup.mount }
      : onCarrier(spec.carrier, path, timeline, body, random.fork('carrier'));
  const felt = feel(carried.path, { ...setup.mount, ...carried.at });
  const truth = readTruth(timeline, felt, spec.lift ?? 'hip-thrust', world.first === 'eccentric', rom_m);
  return { timeline, felt, truth, endPose: lastPose(path) };
}

/** The sensor's readings of a story, and their way to this computer. */
export function sense(
  spec: SetSpec,
  setup: SimulatedSetup,
  felt: FeltMotion,
): { readings: Readings; notifications: Notification[] } {
  const random = createRandom(spec.seed);
  const model: SensorModel = setup.unit.model;
  const clean = readSensor(felt, setup.unit, random.fork('noise'));
  const readings = addGlitches(clean, random.fork('glitches'), model.glitches_hz, model.accel_range_g);
  return {
    readings,
    notifications: deliver(readings, spec.delivery ?? DEVICE_CLOCK, random.fork('delivery')),
  };
}

/** A whole set as a recording, and what it truly was. Pure: the same spec gives the same set. */
export function simulatedSet(spec: SetSpec): SimulatedSet {
  const setup = drawSetup(spec);
  return recorded(spec, setup, tell(spec, setup));
}

/** A story as the set's sensor recorded it. */
export function recorded(
  spec: SetSpec,
  setup: SimulatedSetup,
  story: Pick<Story, 'felt' | 'truth'>,
): SimulatedSet {
  const delivery = spec.delivery ?? DEVICE_CLOCK;
  const { readings, notifications } = sense(spec, setup, story.felt);
  const clock = deviceClock(delivery, createRandom(spec.seed).fork('clock'));
  const info = simulatedSensorInfo(setup.unit.model, delivery);
  const { recording, first_s } = assemble(readings, notifications, info, delivery, clock);
  return { recording, truth: shift(story.truth, first_s), unit: setup.unit, felt: story.felt };
}

function shift(truth: Truth, by_s: number): Truth {
  if (by_s === 0) return truth;
  const earlier = (rep: TrueRep): TrueRep => moveRep(rep, -by_s);
  return { ...truth, reps: truth.reps.map(earlier), failed: truth.failed.map(earlier) };
}
