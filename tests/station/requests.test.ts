import { afterEach, expect, test } from 'vitest';
import { requests } from '../../src/contract/requests.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

test('every request of the contract is carried out by somebody', () => {
  gym = openGym();
  expect(Object.keys(gym.open.handlers).sort()).toEqual(Object.keys(requests).sort());
});

test('what does not exist is told in words, never thrown', async () => {
  gym = openGym();
  const asked = await Promise.all([
    gym.tryTo('station:athlete', { athlete_id: 999 }),
    gym.tryTo('station:delete-rep', { rep_id: 1, deleted: true }),
    gym.tryTo('recovery:accept', { journal_id: '../../etc/passwd' }),
    gym.tryTo('recovery:discard', { journal_id: '../x' }),
    gym.tryTo('pair:connect', { id: 'nobody' }),
    gym.tryTo('pair:disconnect', { id: 'nobody' }),
    gym.tryTo('pair:identify', { id: 'nobody' }),
    gym.tryTo('pair:feed', { id: 'nobody' }),
    gym.tryTo('pair:rename', { id: 'nobody', name: 'Rack 1' }),
    gym.tryTo('pair:calibrate', { id: 'nobody', action: 'still' }),
    gym.tryTo('athletes:update', { id: 999, name: 'X', body_mass_kg: null }),
    gym.tryTo('athletes:delete', { id: 999 }),
    gym.tryTo('athletes:archive', { id: 999, archived: true }),
    gym.tryTo('bin:restore', { kind: 'athlete', id: 999 }),
    gym.tryTo('bin:delete', { kind: 'set', id: 999, confirm_name: '' }),
    gym.tryTo('sets:get', { id: 999 }),
    gym.tryTo('sets:update', { id: 999, patch: { load_kg: 1 } }),
    gym.tryTo('sets:delete', { id: 999 }),
    gym.tryTo('sets:restore', { id: 999 }),
    gym.tryTo('sets:delete-rep', { id: 999, rep_id: 1, deleted: true }),
    gym.tryTo('sets:reanalyse', { id: 999 }),
    gym.tryTo('history:get', { athlete_id: 999, lift: 'squat' }),
  ]);
  for (const reply of asked) {
    expect(reply.ok).toBe(false);
    if (reply.ok) continue;
    expect(reply.error.code).not.toBe('unexpected');
    expect(reply.error.message).toMatch(/^[A-Z]/);
  }
  // nothing was remembered of the sensor that is none
  expect((await gym.ask('pair:state', {})).found).toEqual([]);
});

test('settings reach the station at once', async () => {
  gym = openGym();
  await gym.ask('settings:update', { units: 'lb', bar_kg: 15, set_end_s: 5 });
  expect(gym.state()).toMatchObject({ units: 'lb', plates: { bar_kg: 15 } });
  await gym.ask('pair:simulate', { reps: 2 });
  gym.until((state) => state.phase === 'review');
  const { set, resting_since_epoch_ms } = gym.state();
  const waited_ms = (set?.ended_epoch_ms ?? 0) - (resting_since_epoch_ms ?? 0);
  expect(waited_ms).toBeGreaterThan(4_500);
  expect(waited_ms).toBeLessThan(7_000);
});

test('the voice says what the coach asked for, rep by rep', async () => {
  gym = openGym();
  const speak = { rep_number: true, velocity: true, verdict: true, to_go: true };
  await gym.ask('settings:update', { speak });
  await gym.ask('pair:simulate', { reps: 3, scenario: 'half-reps' });
  await gym.ask('station:goal', { reps: 2, velocity_loss_pct: null });
  gym.until((state) => state.phase === 'review');
  const said = gym.cues('speak').map((cue) => cue.text);
  expect(said).toHaveLength(3);
  expect(said[0]).toMatch(/^1, 0\.\d\d, full, one to go$/);
  expect(said[1]).toMatch(/^2, 0\.\d\d, full, done$/);
  expect(said[2]).toMatch(/^3, 0\.\d\d, half rep$/);
});

test('goals: a preset brings its numbers, a change makes it the coach’s own', async () => {
  gym = openGym();
  await gym.ask('station:goal', { preset: 'strength' });
  expect(gym.state().setup.goal).toMatchObject({ preset: 'strength', velocity_loss_pct: 20 });
  await gym.ask('station:goal', { velocity_loss_pct: null, reps: 6 });
  expect(gym.state().setup.goal).toMatchObject({ preset: 'custom', velocity_loss_pct: null, reps: 6 });
  await gym.ask('station:goal', { preset: 'light' });
  expect(gym.state().setup.targets.constant_tension).toBe(true);
  await gym.ask('station:goal', { hold_s: 2 });
  expect(gym.state().setup).toMatchObject({ goal: { preset: 'light' }, targets: { hold_s: 2 } });
  // each variation keeps its own targets
  await gym.ask('station:lift', { lift: 'squat', variation: 'barbell' });
  expect(gym.state().setup.targets.hold_s).toBeNull();
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'barbell' });
  expect(gym.state().setup.targets.hold_s).toBe(2);
});

test('explosive work: a rep under the velocity asked for is named', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 2 });
  await gym.ask('station:goal', { preset: 'power' });
  gym.until((state) => state.set?.reps[0]?.settled === true);
  expect(gym.state().set?.remark?.text).toMatch(/^Rep 1: 0\.\d\d m\/s, target 0\.92$/);
});

test('data: version, folder, counts, and a backup', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 2 });
  gym.until((state) => state.phase === 'review');
  const before = await gym.ask('data:info', {});
  expect(before).toMatchObject({ sets: 1, reps: 2, folder: gym.folder, backups: [] });
  const made = await gym.ask('data:backup', {});
  expect(made.bytes).toBeGreaterThan(10_000);
  expect((await gym.ask('data:info', {})).backups).toHaveLength(1);
});
