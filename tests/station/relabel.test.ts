import { afterEach, expect, test } from 'vitest';
import type { Scenario } from '../../main/station/sources/simulated.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

async function lifting(scenario: Scenario = 'good'): Promise<void> {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 6, scenario });
  gym.until((state) => settled(state) === 2);
}
const settled = (state: ReturnType<Gym['state']>) =>
  state.set?.reps.filter((entry) => entry.settled).length ?? 0;
const ranges = () => gym.state().set?.reps.map(({ rep }) => rep.verdict.range) ?? [];
const overExtended = () =>
  gym.state().set?.reps.filter(({ rep }) => rep.verdict.flags.includes('over-extended')).length;

test('another variation chosen during a set: no rep of it, before or after, is held to the old range', async () => {
  await lifting();
  expect(ranges().slice(0, 2)).toEqual(['full', 'full']);
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'glute-bridge' });
  expect(gym.state().set?.setup.reference).toBeNull();
  gym.until((state) => settled(state) === 5);
  expect(ranges().length).toBeGreaterThanOrEqual(5);
  expect(new Set(ranges())).toEqual(new Set(['unsure']));
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set?.summary).toMatchObject({ reps: 6, full: 0, unsure: 6 });
});

test('chosen back again, the reps to come are held to the range again', async () => {
  await lifting();
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'glute-bridge' });
  gym.until((state) => settled(state) === 3);
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'barbell' });
  gym.until((state) => settled(state) === 5);
  expect(new Set(ranges())).toEqual(new Set(['full']));
});

test('a hold target changed during a set counts for the reps to come', async () => {
  await lifting();
  await gym.ask('station:goal', { hold_s: 4 });
  gym.until((state) => settled(state) === 5);
  expect(
    new Set(
      gym
        .state()
        .set?.reps.slice(0, 5)
        .map(({ rep }) => rep.verdict.hold),
    ),
  ).toEqual(new Set(['missed']));
});

test('over-extension is measured by the lockout of what was chosen last', async () => {
  await lifting('over-extended');
  gym.until((state) => settled(state) === 3);
  expect(overExtended()).toBe(1);
  await gym.ask('station:load', { load_kg: 80 });
  expect(overExtended()).toBe(1);
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'glute-bridge' });
  expect(overExtended()).toBe(0);
});
