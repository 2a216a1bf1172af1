import type { SampleBatch, SensorInfo } from '../samples.ts';
import { deviceClock, simulatedSensorInfo } from './assemble.ts';
import { DEVICE_CLOCK, type Notification } from './delivery.ts';
import { createRandom } from './random.ts';
import type { Readings } from './readings.ts';
import type { Scene } from './scenes.ts';
import { drawSetup, type SimulatedSetup, sense, tell } from './simulate.ts';
import type { SetSpec } from './spec.ts';
import { moveRep, type TrueRep } from './true-rep.ts';

/** One delivery: hand `batch` over `at_s` after the beginning. */
export interface SimulatedChunk {
  readonly at_s: number;
  readonly batch: SampleBatch;
}

/** Sets without end, a notification at a time: rest, N reps, rest, again. The caller paces it. */
export interface SimulatedMotion {
  readonly sensor: SensorInfo;
  /** The athlete's own full range, m. */
  readonly reference_rom_m: number;
  /** Reps of the sets told so far, seconds after the beginning. */
  readonly told: readonly TrueRep[];
  next(): SimulatedChunk;
}

export interface MotionSpec extends Omit<SetSpec, 'seed' | 'before' | 'after'> {
  /** Stillness before the first set, and between sets, s. */
  readonly first_rest_s?: number;
  readonly rest_s?: number;
}

/** Rest before the first set, s; chosen here, long enough to learn gravity and short enough to wait for. */
const FIRST_REST_S = 3;
/** Rest between two sets, s; chosen here, longer than the 8 s after which a set ends. */
const REST_S = 20;
/** Time a lifter moves about under a bar on the floor, s; chosen here. */
const SETTLE_S = 1.5;
/** Time a lifter lies still before the first rep, s; chosen here. */
const READY_S = 1.5;

export function createSimulatedMotion(seed: number, spec: MotionSpec = {}): SimulatedMotion {
  const delivery = spec.delivery ?? DEVICE_CLOCK;
  let setup: SimulatedSetup = drawSetup({ ...spec, seed });
  const clock = deviceClock(delivery, createRandom(seed).fork('clock'));
  const told: TrueRep[] = [];
  let set = 0;
  let begin_s = 0;
  let readings: Readings | null = null;
  let waiting: Notification[] = [];
  let taken = 0;

  const nextSet = (): void => {
    if (readings !== null) begin_s += readings.count / setup.unit.rate_hz;
    const rest_s = set === 0 ? (spec.first_rest_s ?? FIRST_REST_S) : (spec.rest_s ?? REST_S);
    const still: Scene = { kind: 'still', duration_s: rest_s };
    const arrive: readonly Scene[] =
      setup.world.home === 'rack'
        ? [{ kind: 'unrack' }]
        : setup.world.home === 'hang'
          ? [{ kind: 'pick-up' }]
          : [
              { kind: 'settle-in', duration_s: SETTLE_S },
              { kind: 'still', duration_s: READY_S },
            ];
    const leave: readonly Scene[] =
      setup.world.home === 'rack'
        ? [{ kind: 'rerack' }]
        : setup.world.home === 'hang'
          ? [{ kind: 'put-down' }]
          : [];
    const setSpec: SetSpec = {
      ...spec,
      // every set is another one, of the same athlete and sensor
      seed: createRandom(seed).fork(`set ${set}`).integer(0, 0x7fffffff),
      before: [still, ...arrive],
      after: [...leave, { kind: 'still', duration_s: 1 }],
    };
    const story = tell(setSpec, setup);
    const sensed = sense(setSpec, setup, story.felt);
    for (const rep of story.truth.reps) told.push(moveRep(rep, begin_s));
    readings = sensed.readings;
    waiting = sensed.notifications;
    taken = 0;
    setup = { ...setup, pose: story.endPose };
    set++;
  };

  return {
    sensor: simulatedSensorInfo(setup.unit.model, delivery),
    reference_rom_m: setup.rom_m,
    told,
    next() {
      while (readings === null || taken >= waiting.length) nextSet();
      const notification = waiting[taken++];
      if (notification === undefined) throw new Error('a told set has notifications');
      return { at_s: begin_s + notification.at_s, batch: cut(readings, notification, begin_s) };
    },
  };

  function cut(from: Readings, notification: Notification, offset_s: number): SampleBatch {
    const { from: first, to, at_s } = notification;
    const t_s = new Float64Array(to - first);
    for (let i = first; i < to; i++)
      t_s[i - first] =
        delivery.clock === 'device'
          ? clock(offset_s + (from.t_s[i] ?? 0)) * delivery.clock_step_s
          : offset_s + at_s;
    return {
      count: to - first,
      clock: delivery.clock,
      t_s,
      accel_g: from.accel_g.slice(3 * first, 3 * to),
      gyro_dps: from.gyro_dps?.slice(3 * first, 3 * to) ?? null,
    };
  }
}
