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

test('an edit of a finished set is undone as it was, its own targets and range included, and made again', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 4 });
  await gym.ask('station:goal', { hold_s: 2 });
  gym.until((state) => state.phase === 'review');
  const [row] = await gym.ask('sets:list', { limit: 1 });
  const id = row?.id ?? 0;
  const told = async () => {
    const { row, reps, athlete } = await gym.ask('sets:get', { id });
    const { lift, variation, load_kg, note, hold_target_s, summary } = row;
    return { lift, variation, load_kg, note, hold_target_s, summary, who: athlete.name, reps: reps.length };
  };
  const before = await told();
  const squat = { lift: 'squat', variation: 'barbell', load_kg: 60, note: 'a squat' } as const;
  const edited = await gym.ask('sets:update', { id, patch: squat });
  expect(await told()).toMatchObject({ ...squat, hold_target_s: null });
  gym.clock.advance(1000);
  const undone = await gym.ask('sets:undo-edit', { id, at_epoch_ms: edited.edits.at(-1)?.at_epoch_ms ?? 0 });
  expect(await told()).toEqual(before);
  gym.clock.advance(1000);
  await gym.ask('sets:undo-edit', { id, at_epoch_ms: undone.edits.at(-1)?.at_epoch_ms ?? 0 });
  expect(await told()).toMatchObject(squat);
  expect(await gym.tryTo('sets:undo-edit', { id, at_epoch_ms: 1 })).toMatchObject({ ok: false });
});
