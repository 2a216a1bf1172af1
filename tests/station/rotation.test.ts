import { afterEach, expect, test } from 'vitest';
import type { Athlete } from '../../src/contract/setup.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

const create = (name: string): Promise<Athlete> => gym.ask('athletes:create', { name, body_mass_kg: null });

/** One set of the simulator under whoever is at the station. */
async function lift(): Promise<void> {
  const at = gym.state().setup.athlete;
  await gym.ask('pair:simulate', { reps: 2 });
  await gym.ask('station:athlete', { athlete_id: at.id });
  gym.until((state) => state.phase === 'review');
  const { source } = gym.state();
  // a simulator that goes on would lift while time passes below
  await gym.ask('pair:disconnect', { id: source?.id ?? '' });
}

test('rest counts down to the goal’s, and is said ten seconds before and when it is over', async () => {
  gym = openGym();
  expect(gym.state()).toMatchObject({ resting_since_epoch_ms: null, rest_target_s: null });
  await lift();
  await gym.ask('station:next', {});
  const { resting_since_epoch_ms, rest_target_s } = gym.state();
  expect(rest_target_s).toBe(120);
  const over_ms = (resting_since_epoch_ms ?? 0) + 120_000;
  gym.clock.advance(130_000);
  expect(gym.cues('rest-soon').map((cue) => cue.at_epoch_ms - over_ms)).toEqual([-10_000]);
  expect(gym.cues('rest-over').map((cue) => cue.at_epoch_ms - over_ms)).toEqual([0]);
  // a goal of few heavy reps rests longer
  await gym.ask('station:goal', { preset: 'strength' });
  await lift();
  expect(gym.state().rest_target_s).toBe(180);
});

test('nobody hears somebody else’s rest, and a set that runs is not talked into', async () => {
  gym = openGym();
  const ben = await create('Ben');
  await lift();
  await gym.ask('station:athlete', { athlete_id: ben.id });
  // Ben has not lifted yet: he has not rested
  expect(gym.state().resting_since_epoch_ms).toBeNull();
  gym.clock.advance(130_000);
  expect(gym.cues('rest-over')).toHaveLength(0);
  await gym.ask('station:goal', { preset: 'light', constant_tension: false });
  await lift();
  await gym.ask('pair:simulate', { reps: 20 });
  await gym.ask('station:athlete', { athlete_id: ben.id });
  gym.until((state) => state.phase === 'set');
  gym.clock.advance(50_000);
  expect(gym.state().phase).toBe('set');
  expect(gym.cues('rest-over')).toHaveLength(0);
});

test('tonight’s group takes turns in order, each with lift, load and goal', async () => {
  gym = openGym();
  const group = [await create('Anna'), await create('Ben'), await create('Chloe')];
  for (const [i, { id }] of group.entries()) {
    await gym.ask('station:athlete', { athlete_id: id });
    await gym.ask('station:load', { load_kg: 60 + 10 * i });
    await gym.ask('station:goal', { reps: 5 + i });
  }
  await gym.ask('tonight:put', { athlete_ids: group.map(({ id }) => id) });
  const turns: [string, number | null, number | null][] = [];
  for (let turn = 0; turn < 4; turn++) {
    await gym.ask('tonight:next', {});
    const { athlete, load_kg, goal } = gym.state().setup;
    turns.push([athlete.name, load_kg, goal.reps]);
  }
  expect(turns).toEqual([
    ['Anna', 60, 5],
    ['Ben', 70, 6],
    ['Chloe', 80, 7],
    ['Anna', 60, 5],
  ]);
  await lift();
  const [anna, ben] = gym.state().tonight;
  expect(anna).toMatchObject({ next: false, rest_target_s: 180 });
  expect(anna?.resting_since_epoch_ms).not.toBeNull();
  expect(ben).toMatchObject({ next: true, load_kg: 70, resting_since_epoch_ms: null });
  // with nobody left in the group there is nobody to bring
  await gym.ask('tonight:put', { athlete_ids: [] });
  expect(await gym.tryTo('tonight:next', {})).toMatchObject({ ok: false, error: { code: 'nobody-next' } });
});

test('in mid-evening somebody is passed over once, put elsewhere, taken out and added', async () => {
  gym = openGym();
  const [anna, ben, chloe] = [await create('Anna'), await create('Ben'), await create('Chloe')];
  const put = (...group: readonly Athlete[]) =>
    gym.ask('tonight:put', { athlete_ids: group.map(({ id }) => id) });
  const turn = async (): Promise<string> => {
    await gym.ask('tonight:next', {});
    return gym.state().setup.athlete.name;
  };
  const next = () => gym.state().tonight.find((entry) => entry.next)?.athlete.name;
  await put(anna, ben, chloe);
  expect(await turn()).toBe('Anna');
  await gym.ask('tonight:skip', { athlete_id: ben.id, skips: true });
  expect(gym.state().tonight.map(({ skips }) => skips)).toEqual([false, true, false]);
  expect(next()).toBe('Chloe');
  expect(await turn()).toBe('Chloe');
  // the turn has passed: from now on Ben is one of the group again
  expect(gym.state().tonight.some(({ skips }) => skips)).toBe(false);
  expect([await turn(), await turn()]).toEqual(['Anna', 'Ben']);

  const dora = await create('Dora');
  await put(chloe, anna, dora, ben);
  expect([await turn(), await turn(), await turn()]).toEqual(['Chloe', 'Anna', 'Dora']);
  await put(chloe, dora, ben);
  expect([await turn(), await turn()]).toEqual(['Ben', 'Chloe']);
  // where everybody else is passed over, nobody is
  for (const { id } of [dora, ben]) await gym.ask('tonight:skip', { athlete_id: id, skips: true });
  expect(next()).toBe('Dora');
  // somebody brought by hand has not missed a turn
  await gym.ask('station:athlete', { athlete_id: ben.id });
  expect(gym.state().tonight.map(({ skips }) => skips)).toEqual([false, true, false]);
});
