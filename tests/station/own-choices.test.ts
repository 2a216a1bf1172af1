import { afterEach, expect, test } from 'vitest';
import type { Athlete } from '../../src/contract/setup.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

const create = (name: string): Promise<Athlete> => gym.ask('athletes:create', { name, body_mass_kg: null });
const choose = async ({ id }: Athlete) => {
  await gym.ask('station:athlete', { athlete_id: id });
  return gym.state().setup;
};

test('lift, load, goal, targets, bench and side of last time come back with the athlete', async () => {
  gym = openGym();
  const [ben, chloe] = [await create('Ben'), await create('Chloe')];
  await choose(ben);
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'single-leg', bench: 'high box' });
  await gym.ask('station:side', { side: 'right' });
  await gym.ask('station:load', { load_kg: 100 * 0.45359237, load_unit: 'lb' });
  await gym.ask('station:goal', { preset: 'strength' });
  await gym.ask('station:goal', { reps: 5, hold_s: 2 });
  const bens = gym.state().setup;

  // somebody new does what the station does, with a goal and a bar of her own
  expect(await choose(chloe)).toMatchObject({
    ...{ lift: 'hip-thrust', variation: 'single-leg', bench: '', side: 'left', load_kg: null },
    goal: { preset: 'hypertrophy', velocity_loss_pct: 30 },
    targets: { hold_s: 1 },
  });
  await gym.ask('station:lift', { lift: 'squat', variation: 'barbell' });
  await gym.ask('station:load', { load_kg: 80 });

  expect(await choose(ben)).toEqual(bens);
  expect(await choose(chloe)).toMatchObject({ lift: 'squat', load_kg: 80 });
  // and after the computer was restarted
  const { folder, clock } = gym;
  await gym.open.close();
  gym = openGym({ folder, clock });
  expect(await choose(ben)).toEqual(bens);
});

test('what the simulator is asked to lift stays with the simulated athlete', async () => {
  gym = openGym();
  const anna = await create('Anna');
  await choose(anna);
  await gym.ask('pair:simulate', { scenario: 'constant-tension', lift: 'row' });
  expect(gym.state().setup).toMatchObject({ athlete: { simulated: true }, lift: 'row' });
  expect(gym.state().setup.targets.constant_tension).toBe(true);
  expect(await choose(anna)).toMatchObject({ targets: { constant_tension: false }, load_kg: null });
  await gym.ask('pair:simulate', { scenario: 'good' });
  expect(gym.state().setup.targets.constant_tension).toBe(false);
});

test('a set that was put right brings back what is right; one from the simulator brings back nothing', async () => {
  gym = openGym();
  const anna = await create('Anna');
  await gym.ask('pair:simulate', { reps: 2 });
  await choose(anna);
  await gym.ask('station:load', { load_kg: 60 });
  gym.until((state) => state.phase === 'review');
  const id = gym.state().set?.set_id ?? 0;
  await gym.ask('sets:update', { id, patch: { load_kg: 90 } });
  const [demo] = (await gym.ask('athletes:list', {})).filter(({ simulated }) => simulated);
  if (demo) await choose(demo);
  expect((await choose(anna)).load_kg).toBe(60);
  // the same set under the simulated athlete's name counts there
  if (demo) await gym.ask('sets:update', { id, patch: { athlete_id: demo.id } });
  if (demo) expect((await choose(demo)).load_kg).toBe(90);
});

test('an athlete chosen while reps are coming brings a load, and the lift stays the one that is lifted', async () => {
  gym = openGym();
  const anna = await create('Anna');
  await choose(anna);
  await gym.ask('station:load', { load_kg: 70 });
  await gym.ask('station:lift', { lift: 'squat', variation: 'barbell' });
  await gym.ask('pair:simulate', { reps: 3 });
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'barbell' });
  gym.until((state) => state.set?.reps.length === 2);
  expect(await choose(anna)).toMatchObject({ lift: 'hip-thrust', load_kg: 70 });
  expect(gym.state().set?.setup).toMatchObject({ lift: 'hip-thrust', load_kg: 70 });
});
