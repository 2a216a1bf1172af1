import { afterEach, expect, test } from 'vitest';
import type { Recording } from '../../src/recording/samples.ts';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { words } from '../../src/words/index.ts';
import { type Gym, openGym } from './gym.ts';
import { createWire } from './wire.ts';

let gym: Gym;
afterEach(() => gym.leave());

const RATE_HZ = 100;
const OFFSET_G = [0.035, -0.02, 0.015] as const;
type Three = readonly [number, number, number];
const SIDES: Three[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [-1, 0, 0],
  [0, -1, 0],
  [0, 0, -1],
];

/** A quarter turn takes so long, s. */
const TURN_S = 1.5;

/** What a sensor feels and at what rate it turns, deg/s, on its way by a quarter turn from one side to the next. */
function turned(from: Three, to: Three, done: number): readonly [readonly number[], readonly number[]] {
  const angle = (done * Math.PI) / 2;
  const felt = from.map((part, axis) => Math.cos(angle) * part + Math.sin(angle) * (to[axis] as number));
  const [a, b, c] = from;
  const [x, y, z] = to;
  const about = [b * z - c * y, c * x - a * z, a * y - b * x];
  return [felt, about.map((part) => (-90 / TURN_S) * part)];
}

/** A sensor put down on one side after the other, turned by hand in between. */
function putDown(sides: readonly Three[], still_s: number): Recording {
  const random = createRandom(2);
  const each = Math.round((TURN_S + still_s) * RATE_HZ);
  const count = each * sides.length;
  const t_s = Float64Array.from({ length: count }, (_, i) => i / RATE_HZ);
  const accel_g = new Float64Array(3 * count);
  const gyro_dps = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const done = (i % each) / (TURN_S * RATE_HZ);
    const turning = done < 1;
    const side = sides[Math.floor(i / each)] as Three;
    const before = sides[Math.floor(i / each) - 1] ?? side;
    const [felt, rate_dps] = turning && before !== side ? turned(before, side, done) : [side, [0, 0, 0]];
    for (let axis = 0; axis < 3; axis++) {
      const shake = random.normal(turning ? 0.05 : 0.002);
      accel_g[3 * i + axis] = (felt[axis] as number) + (OFFSET_G[axis] as number) + shake;
      gyro_dps[3 * i + axis] = 0.4 + (rate_dps[axis] as number) + random.normal(turning ? 10 : 0.1);
    }
  }
  const sensor = {
    family: 'witmotion',
    nominal_rate_hz: RATE_HZ,
    accel_range_g: 16,
    gyro_range_dps: 2000,
    delivery_delay_s: 0.05,
  };
  return { sensor, clock: 'device', t_s, accel_g, gyro_dps };
}

function connect(recording: Recording): void {
  const facts = {
    id: 'wire',
    family: 'witmotion',
    family_title: 'WitMotion',
    speed: 1,
    simulated: false,
    stores: true,
    link: null,
  };
  gym.open.station.store.sensors.seen({ id: 'wire', advertised_name: 'WT901', family: 'witmotion' });
  gym.open.station.sources.add(facts, createWire(gym.clock, recording), true);
}
const calibration = () => gym.state().source?.calibration;

test('six sides, one after the other, calibrate the sensor for good', async () => {
  gym = openGym();
  connect(putDown(SIDES, 3));
  gym.until((state) => state.phase === 'armed');
  await gym.ask('pair:calibrate', { id: 'wire', action: 'six-position' });
  expect(calibration()).toMatchObject({ status: 'running' });
  expect(calibration()?.message).toMatch(/^Side 1 of 6/);
  gym.until(() => calibration()?.message?.startsWith('Side 4 of 6') ?? false, 30);
  gym.until(() => calibration()?.status === 'calibrated', 30);
  expect(calibration()?.residual_mg).toBeLessThan(3);

  const kept = gym.open.station.store.sensors.get('wire')?.calibration;
  expect(kept?.origin).toBe('six-position');
  kept?.accel_offset_g.forEach((offset, axis) => {
    expect(offset).toBeCloseTo(OFFSET_G[axis] as number, 2);
  });
  // sets are judged with it from now on
  expect(gym.state().phase).toBe('armed');
});

test('ten seconds of stillness are counted down and kept; a full calibration is not claimed', async () => {
  gym = openGym();
  connect(putDown([[0, 0, 1]], 30));
  gym.until((state) => state.phase === 'armed');
  gym.clock.advance(2_000);
  await gym.ask('pair:calibrate', { id: 'wire', action: 'still' });
  gym.clock.advance(4_000);
  expect(calibration()).toMatchObject({ status: 'running' });
  expect(calibration()?.message).toMatch(/Do not touch the sensor: \d s/);
  gym.until(() => calibration()?.status !== 'running', 20);
  expect(calibration()).toMatchObject({ status: 'learning', residual_mg: null });
  expect(calibration()?.message).toContain('1 position so far');
});

test('rests of ordinary handling teach the same, over days', async () => {
  gym = openGym();
  connect(putDown(SIDES.slice(0, 3), 3));
  gym.until((state) => state.phase === 'no-source', 60);
  expect(calibration()).toMatchObject({ status: 'learning' });
  await gym.open.close();
  gym = openGym(gym);
  connect(putDown(SIDES.slice(3), 3));
  gym.until(() => calibration()?.status === 'calibrated', 60);
  expect(gym.open.station.store.sensors.get('wire')?.calibration?.origin).toBe('rests');
});

test('a sensor on a spinning sleeve is advised against', async () => {
  gym = openGym();
  const still = putDown([[0, 0, 1]], 40);
  const gyro_dps = still.gyro_dps?.slice() ?? new Float64Array();
  const accel_g = still.accel_g.slice();
  for (let i = 5 * RATE_HZ; i < still.t_s.length; i++) {
    // one turn every two seconds about x, on and on
    const turned = Math.PI * (i / RATE_HZ);
    gyro_dps[3 * i] = 180;
    accel_g.set([0, Math.sin(turned), Math.cos(turned)], 3 * i);
  }
  connect({ ...still, accel_g, gyro_dps });
  gym.until((state) => (state.source?.mounting_advice.length ?? 0) > 0, 60);
  expect(gym.state().source?.mounting_advice[0]).toBe(words.says.mounting['spinning-part']);
});

test('a routine can be left; what is no sensor cannot be calibrated', async () => {
  gym = openGym();
  connect(putDown(SIDES, 3));
  gym.until((state) => state.phase === 'armed');
  await gym.ask('pair:calibrate', { id: 'wire', action: 'six-position' });
  await gym.ask('pair:calibrate', { id: 'wire', action: 'cancel' });
  expect(calibration()?.status).not.toBe('running');
  const { id } = await gym.ask('pair:simulate', {});
  expect(await gym.tryTo('pair:calibrate', { id, action: 'still' })).toMatchObject({
    ok: false,
    error: { code: 'not-a-sensor' },
  });
});
