import { afterEach, expect, test } from 'vitest';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

test('single-leg sets carry a side, and the second is compared with the first', async () => {
  gym = openGym();
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'single-leg' });
  expect(gym.state().setup.side).toBe('left');
  await gym.ask('pair:simulate', { reps: 3 });
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set?.setup.side).toBe('left');
  await gym.ask('station:side', { side: 'right' });
  gym.until((state) => state.phase === 'set');
  gym.until((state) => state.phase === 'review');
  const [right, left] = await gym.ask('sets:list', { limit: 2 });
  expect([left?.side, right?.side]).toEqual(['left', 'right']);
  expect(gym.state().set?.remark?.text).toMatch(
    /right compared with left: \d+ % (more|less) range, \d+ % (faster|slower)/,
  );
});

test('a lift done with both legs has no side', async () => {
  gym = openGym();
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'b-stance' });
  await gym.ask('station:side', { side: 'right' });
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'barbell' });
  expect(gym.state().setup.side).toBeNull();
});
