import { afterEach, expect, test } from 'vitest';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

const DAY_MS = 24 * 3600_000;

async function lift(load_kg: number): Promise<void> {
  await gym.ask('pair:simulate', { reps: 3 });
  await gym.ask('station:load', { load_kg });
  gym.until((state) => state.phase === 'review');
  const { source } = gym.state();
  await gym.ask('pair:disconnect', { id: source?.id ?? '' });
  await gym.ask('station:next', {});
}

const subject = () => {
  const { athlete, lift, variation, side } = gym.state().setup;
  return { athlete_id: athlete.id, lift, variation, side };
};

test('a profile is measured by the sets that are lifted while it is open, and kept under its day', async () => {
  gym = openGym();
  await lift(60);
  await gym.ask('profiles:begin', { ...subject(), loads_kg: [100, 60, 80] });
  const open = async () => (await gym.ask('profiles:open', subject())).open;
  // what was lifted before it was begun is none of it
  expect(await open()).toMatchObject({ next_kg: 60, steps: [{ load_kg: 60, point: null }, {}, {}] });
  gym.clock.advance(1000);
  await lift(60);
  await lift(70);
  expect(await open()).toMatchObject({ next_kg: 80 });
  await lift(100);
  const steps = (await open())?.steps ?? [];
  expect(steps.map(({ point }) => point !== null)).toEqual([true, false, true]);
  await gym.ask('profiles:keep', subject());
  expect(await open()).toBeNull();
  const [kept] = await gym.ask('profiles:of', subject());
  expect(kept).toMatchObject({ typed: false, points: [steps[0]?.point, steps[2]?.point], middle_kg: 80 });
  expect(kept?.instrument).not.toBe('');
  await gym.ask('profiles:remove', {
    athlete_id: subject().athlete_id,
    begun_epoch_ms: kept?.begun_epoch_ms ?? 0,
  });
  expect(await gym.ask('profiles:of', subject())).toEqual([]);
});

test('one that was left is taken up again the same day, and is over the next', async () => {
  gym = openGym();
  await gym.ask('profiles:begin', { ...subject(), loads_kg: [60, 80] });
  await gym.ask('station:lift', { lift: 'squat', variation: 'barbell' });
  expect((await gym.ask('profiles:open', subject())).open).toBeNull();
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'barbell' });
  expect((await gym.ask('profiles:open', subject())).open?.next_kg).toBe(60);
  gym.clock.advance(DAY_MS);
  expect((await gym.ask('profiles:open', subject())).open).toBeNull();
  await expect(gym.ask('profiles:keep', subject())).rejects.toThrow('No profile was begun today');
});

test('velocities of another instrument are kept as typed', async () => {
  gym = openGym();
  const points = [
    { load_kg: 90, mcv_mps: 0.35 },
    { load_kg: 50, mcv_mps: 0.75 },
  ];
  await gym.ask('profiles:type', { ...subject(), instrument: 'GymAware', points });
  const [kept] = await gym.ask('profiles:of', subject());
  expect(kept).toMatchObject({ typed: true, instrument: 'GymAware', middle_mps: expect.closeTo(0.55, 6) });
  expect(kept?.doubts[0]).toMatchObject({ kind: 'few-points', points: 2 });
});
