import { afterEach, expect, test } from 'vitest';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

async function losePower(): Promise<void> {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 8 });
  gym.until((state) => state.set?.reps.filter((entry) => entry.settled).length === 4);
  await gym.pullThePlug();
  gym = openGym(gym);
}

test('a set that was running when the power went is offered and can be kept', async () => {
  await losePower();
  const [recovery] = gym.state().recoveries;
  expect(recovery).toMatchObject({ athlete: 'Demo athlete', lift: 'hip-thrust', load_kg: 100 });
  expect(recovery?.duration_s).toBeGreaterThan(15);
  const accepted = await gym.ask('recovery:accept', { journal_id: recovery?.journal_id ?? '' });
  expect(accepted.reps.length).toBeGreaterThanOrEqual(4);
  expect(gym.state().recoveries).toEqual([]);
  const detail = await gym.ask('sets:get', { id: accepted.set_id });
  expect(detail.row).toMatchObject({ interrupted: true, simulated: true });
  expect(detail.reps).toHaveLength(accepted.reps.length);
  const again = await gym.tryTo('recovery:accept', { journal_id: recovery?.journal_id ?? '' });
  expect(again.ok).toBe(false);
});

test('or discarded, and is not offered again', async () => {
  await losePower();
  const [recovery] = gym.state().recoveries;
  await gym.ask('recovery:discard', { journal_id: recovery?.journal_id ?? '' });
  await gym.open.close();
  gym = openGym(gym);
  expect(gym.state().recoveries).toEqual([]);
  expect(await gym.ask('sets:list', { limit: 5 })).toEqual([]);
});

test('a finished set leaves nothing to recover', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 2 });
  gym.until((state) => state.phase === 'review');
  await gym.open.close();
  gym = openGym(gym);
  expect(gym.state().recoveries).toEqual([]);
});

test('a station that is closed in the middle of a set keeps what was lifted', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 8 });
  gym.until((state) => state.set?.reps.filter((entry) => entry.settled).length === 4);
  await gym.open.close();
  gym = openGym(gym);
  expect(gym.state().recoveries).toEqual([]);
  const [row] = await gym.ask('sets:list', { limit: 5 });
  expect(row).toMatchObject({ interrupted: true });
  expect(row?.summary.reps).toBeGreaterThanOrEqual(4);
});
