import { afterEach, expect, test } from 'vitest';
import { PRE_ROLL_S } from '../../main/station/set/feed.ts';
import { type Gym, openGym } from './gym.ts';

// What a journal holds is seen only when the power goes.

let gym: Gym;
afterEach(() => gym.leave());

const settled = (state: ReturnType<Gym['state']>): number =>
  state.set?.reps.filter((entry) => entry.settled).length ?? 0;

async function recovered() {
  await gym.pullThePlug();
  gym = openGym(gym);
  const [recovery] = gym.state().recoveries;
  const accepted = await gym.ask('recovery:accept', { journal_id: recovery?.journal_id ?? '' });
  return gym.ask('sets:get', { id: accepted.set_id });
}

test('the rest before the first rep, of which gravity and bias are told, is in it', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 8 });
  gym.until((state) => settled(state) === 3);
  const set = await recovered();
  const first_s = set.reps[0]?.rep.start_s ?? 0;
  // the simulated bar lies still for some seconds first, all of which belong to the set
  expect(first_s).toBeGreaterThan(2);
  expect(first_s).toBeLessThanOrEqual(PRE_ROLL_S + 1);
});

test('a load that was put right during the set is the load of the recovered set', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 8 });
  gym.until((state) => settled(state) === 2);
  await gym.ask('station:load', { load_kg: 142.5 });
  gym.until((state) => settled(state) === 3);
  expect((await recovered()).row.load_kg).toBe(142.5);
});

test('a set that was deleted leaves its number to the next one', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 2 });
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set?.number).toBe(1);
  await gym.ask('sets:delete', { id: gym.state().set?.set_id ?? 0 });
  await gym.ask('station:next', {});
  await gym.ask('pair:simulate', { reps: 2 });
  gym.until((state) => settled(state) === 1);
  expect(gym.state().set?.number).toBe(1);
});
