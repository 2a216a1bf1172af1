import { afterEach, expect, test } from 'vitest';
import { liftOf } from '../../src/lifts/catalogue.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

test('the set that is shown to somebody new has every verdict once, ends by itself and is not followed by another', async () => {
  gym = openGym();
  await gym.ask('pair:demonstrate', {});
  gym.until((state) => state.phase === 'review');
  const { set } = gym.state();
  const verdicts = set?.reps.map(({ rep }) => rep.verdict) ?? [];
  expect(verdicts.map(({ range }) => range)).toEqual([
    ...['full', 'full', 'full', 'short', 'partial', 'full', 'full', 'full'],
  ]);
  expect(verdicts.map(({ hold }) => hold)).toEqual([
    ...['met', 'met', 'missed', 'no-lockout', 'no-lockout', 'met', 'met', 'met'],
  ]);
  expect(verdicts.map(({ lowering }) => lowering)).toEqual(
    expect.arrayContaining(['controlled', 'fast', 'dropped']),
  );
  expect(verdicts.flatMap(({ flags }) => flags)).toContain('over-extended');
  expect(set?.failed).toHaveLength(1);
  gym.clock.advance(120_000);
  await gym.ask('station:next', {});
  expect(gym.state()).toMatchObject({ phase: 'no-source', set: null, resting_since_epoch_ms: null });
});

test('nothing of it is stored, and whoever was at the station is there again, with lift, load and goal', async () => {
  gym = openGym();
  const anna = await gym.ask('athletes:create', { name: 'Anna', body_mass_kg: null });
  await gym.ask('station:athlete', { athlete_id: anna.id });
  await gym.ask('station:lift', { lift: 'squat', variation: liftOf('squat').variations[0].id });
  await gym.ask('station:load', { load_kg: 72.5 });
  await gym.ask('station:goal', { reps: 5, hold_s: null });
  const { setup } = gym.state();
  await gym.ask('pair:demonstrate', {});
  expect(gym.state().setup.athlete.simulated).toBe(true);
  gym.until((state) => state.phase === 'review');
  gym.until((state) => state.source?.phase === 'ended');
  expect(gym.state().setup).toEqual(setup);
  expect(await gym.ask('sets:list', { limit: 5 })).toEqual([]);
  expect(gym.state().recoveries).toEqual([]);

  // stopped half way: the same
  await gym.ask('pair:demonstrate', {});
  gym.until((state) => state.phase === 'set');
  await gym.ask('pair:disconnect', { id: gym.state().source?.id ?? '' });
  expect(gym.state().setup).toEqual(setup);
  expect(await gym.ask('sets:list', { limit: 5 })).toEqual([]);
  expect(gym.state().recoveries).toEqual([]);
});

test('after the simulator was started in Sensors too, whether it is stopped or a recording takes its place', async () => {
  gym = openGym();
  const anna = await gym.ask('athletes:create', { name: 'Anna', body_mass_kg: null });
  await gym.ask('station:athlete', { athlete_id: anna.id });
  await gym.ask('station:load', { load_kg: 72.5 });
  const { setup } = gym.state();
  await gym.ask('pair:simulate', { reps: 2 });
  // another scenario: the simulated athlete gives way to nobody but itself
  await gym.ask('pair:simulate', { reps: 2, scenario: 'half-reps' });
  expect(gym.state().setup.athlete.simulated).toBe(true);
  gym.until((state) => state.phase === 'review');
  await gym.ask('pair:disconnect', { id: gym.state().source?.id ?? '' });
  expect(gym.state().setup).toEqual(setup);
  // what it lifted stays on the screen, and with whoever lifted it
  const [row] = await gym.ask('sets:list', { limit: 1 });
  expect(row).toMatchObject({ simulated: true, athlete_name: gym.state().set?.setup.athlete.name });
  expect(row?.athlete_id).not.toBe(anna.id);

  await gym.ask('pair:simulate', { reps: 2 });
  gym.until((state) => state.phase === 'set');
  await gym.ask('pair:replay', { set_id: row?.id ?? 0, speed: 1 });
  expect(gym.state().setup).toEqual(setup);
  // somebody who was chosen meanwhile stays
  const ben = await gym.ask('athletes:create', { name: 'Ben', body_mass_kg: null });
  await gym.ask('pair:simulate', { reps: 2 });
  await gym.ask('station:athlete', { athlete_id: ben.id });
  await gym.ask('pair:disconnect', { id: gym.state().source?.id ?? '' });
  expect(gym.state().setup.athlete.name).toBe('Ben');
});
