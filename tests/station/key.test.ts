import { afterEach, expect, test } from 'vitest';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

const reps = (): number => gym.state().set?.reps.length ?? 0;

test('a key ends the set with the reps done so far', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', {});
  gym.until(() => gym.state().set?.reps.filter((entry) => entry.settled).length === 3);
  await gym.ask('station:end-set', {});
  const { set, phase } = gym.state();
  expect(phase).toBe('review');
  expect(set?.reps.length).toBeGreaterThanOrEqual(3);
  expect(set?.set_id).not.toBeNull();
  const again = await gym.tryTo('station:end-set', {});
  expect(again).toMatchObject({ ok: false, error: { code: 'no-set' } });
});

test('undo takes the last rep away and brings it back, while the set runs and after it', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 4 });
  gym.until(() => reps() === 3);
  await gym.ask('station:undo', {});
  expect(gym.state().set?.reps.map((entry) => entry.deleted)).toEqual([false, false, true]);
  expect(gym.state().set?.summary.reps).toBe(2);
  gym.until((state) => state.phase === 'review');
  // what was taken away stays away in the final result
  expect(gym.state().set?.reps.map((entry) => entry.deleted)).toEqual([false, false, true, false]);
  expect(gym.state().set?.summary.reps).toBe(3);

  await gym.ask('station:undo', {});
  expect(gym.state().set?.reps.map((entry) => entry.deleted)).toEqual([false, false, true, true]);
  await gym.ask('station:undo', {});
  expect(gym.state().set?.reps.map((entry) => entry.deleted)).toEqual([false, false, true, false]);
  const id = gym.state().set?.reps[2]?.id ?? 0;
  await gym.ask('station:delete-rep', { rep_id: id, deleted: false });
  expect(gym.state().set?.summary.reps).toBe(4);
  const detail = await gym.ask('sets:get', { id: gym.state().set?.set_id ?? 0 });
  expect(detail.edits.length).toBeGreaterThanOrEqual(3);
});

test('there is nothing to undo before the first set', async () => {
  gym = openGym();
  expect(gym.state().can_undo).toBe(false);
  expect(await gym.tryTo('station:undo', {})).toMatchObject({ ok: false });
});

test('leaving the review arms the station; deleting the shown set does too', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 2 });
  gym.until((state) => state.phase === 'review');
  const id = gym.state().set?.set_id ?? 0;
  await gym.ask('sets:delete', { id });
  expect(gym.state()).toMatchObject({ phase: 'armed', set: null });
  await gym.ask('sets:restore', { id });
  expect(gym.state().set?.set_id).toBe(id);
  await gym.ask('station:next', {});
  expect(gym.state()).toMatchObject({ phase: 'armed', set: null });
});

test('load, lift and kind changed while the set runs are corrections of it', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 3 });
  gym.until(() => reps() === 2);
  await gym.ask('station:load', { load_kg: 77.5 });
  await gym.ask('station:kind', { kind: 'warm-up' });
  expect(gym.state().phase).toBe('set');
  gym.until((state) => state.phase === 'review');
  const [row] = await gym.ask('sets:list', { limit: 1 });
  expect(row).toMatchObject({ load_kg: 77.5, kind: 'warm-up' });
  expect(gym.state().set?.advice).toBeNull();
});

test('the hold target is what the chime waits for', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 2 });
  await gym.ask('station:goal', { hold_s: 0.5 });
  gym.until((state) => state.phase === 'review');
  const lockouts = gym.cues('lockout');
  const chimes = gym.cues('met');
  chimes.slice(0, 2).forEach((chime, i) => {
    expect(chime.sample_s - (lockouts[i]?.sample_s ?? 0)).toBeCloseTo(0.5, 6);
  });
  expect(gym.state().set?.setup.targets.hold_s).toBe(0.5);
});
