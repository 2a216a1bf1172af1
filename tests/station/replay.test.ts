import { afterEach, expect, test } from 'vitest';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

const csvOf = (seed: number): string =>
  [
    ...recordingToCsv(
      simulatedSet({ seed, reps: 5, hold_s: 1.3, mcv_mps: 0.5, after: [{ kind: 'still', duration_s: 10 }] })
        .recording,
    ),
  ].join('');

test('a recording replayed as CSV becomes a set; faster playing gives the very same one', async () => {
  gym = openGym();
  const csv = csvOf(7);
  const reps = [];
  for (const speed of [1, 100]) {
    await gym.ask('pair:replay', { csv, name: 'monday.csv', speed });
    expect(gym.state().source).toMatchObject({ kind: 'replay', name: 'monday.csv' });
    gym.until((state) => state.phase === 'review');
    reps.push(gym.state().set?.reps.map((entry) => entry.rep));
    await gym.ask('station:next', {});
  }
  expect(reps[0]).toHaveLength(5);
  expect(reps[1]).toEqual(reps[0]);
  const rows = await gym.ask('sets:list', { limit: 5 });
  expect(rows).toHaveLength(2);
  expect(rows[0]?.simulated).toBe(false);
});

test('a recording goes to whom it is said to belong, keeps its date, and moves nothing until somebody lets it count', async () => {
  gym = openGym();
  const ana = await gym.ask('athletes:create', { name: 'Ana', body_mass_kg: null });
  const other = gym.state().setup.athlete;
  const lifted = gym.clock.now_epoch_ms() - 9 * 24 * 3_600_000;
  const wish = { csv: csvOf(7), athlete_id: ana.id, speed: 100 };
  const tomorrow = await gym.tryTo('pair:replay', { ...wish, started_epoch_ms: lifted * 2 });
  expect(tomorrow).toMatchObject({ ok: false, error: { code: 'not-past' } });
  expect(await gym.tryTo('pair:replay', { ...wish, athlete_id: 999 })).toMatchObject({ ok: false });
  expect(gym.state().setup.athlete.id).toBe(other.id);

  await gym.ask('pair:replay', { ...wish, started_epoch_ms: lifted });
  gym.until((state) => state.phase === 'review');
  const id = gym.state().set?.set_id ?? 0;
  expect(gym.state().set?.asides.join()).toContain('counts nowhere');
  // whoever lifted another day does not rest now
  expect(gym.state().resting_since_epoch_ms).toBeNull();
  const [row] = await gym.ask('sets:list', { limit: 5 });
  expect(row).toMatchObject({ id, athlete_name: 'Ana', replayed: true, accepted: false });
  expect(row?.started_epoch_ms).toBeGreaterThanOrEqual(lifted);
  expect(row?.started_epoch_ms).toBeLessThan(lifted + 60_000);

  const lift = { athlete_id: ana.id, lift: 'hip-thrust', variation: 'barbell', side: null } as const;
  const moved = async () => {
    const { points, sets, tiles } = await gym.ask('history:get', { athlete_id: ana.id, lift: 'hip-thrust' });
    const { subjects } = await gym.ask('profile:get', lift);
    await gym.ask('station:next', {});
    await gym.ask('station:athlete', { athlete_id: other.id });
    await gym.ask('station:athlete', { athlete_id: ana.id });
    return [points.length, sets.length, tiles.reps, subjects.length, gym.state().last_time !== null];
  };
  expect(await moved()).toEqual([0, 1, 0, 0, false]);
  const accepted = await gym.ask('sets:update', { id, patch: { accepted: true } });
  expect(accepted.edits.map(({ what }) => what)).toEqual(['counts in trends: false → true']);
  expect(await moved()).toEqual([1, 1, 5, 1, true]);
  await gym.ask('sets:undo-edit', { id, at_epoch_ms: accepted.edits[0]?.at_epoch_ms ?? 0 });
  expect(await moved()).toEqual([0, 1, 0, 0, false]);
});

test('what was lifted here cannot be made not to count', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 3 });
  gym.until((state) => state.phase === 'review');
  const id = gym.state().set?.set_id ?? 0;
  const refused = await gym.tryTo('sets:update', { id, patch: { accepted: false } });
  expect(refused).toMatchObject({ ok: false, error: { code: 'not-replayed' } });
});

test('a stored set can be watched again and is not stored twice', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 3 });
  gym.until((state) => state.phase === 'review');
  const set_id = gym.state().set?.set_id ?? 0;
  await gym.ask('pair:replay', { set_id, speed: 10 });
  gym.until((state) => state.phase === 'set');
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set?.reps).toHaveLength(3);
  expect(gym.state().set?.set_id).toBeNull();
  expect(await gym.ask('sets:list', { limit: 5 })).toHaveLength(1);
});

test('a recording that cannot be read is refused in words', async () => {
  gym = openGym();
  const bad = await gym.tryTo('pair:replay', { csv: 't_s,ax_g,ay_g,az_g\n0,0,0,oops\n', speed: 1 });
  expect(bad).toMatchObject({ ok: false, error: { message: expect.stringContaining('Row 2') } });
  const none = await gym.tryTo('pair:replay', { speed: 1 });
  expect(none.ok).toBe(false);
  expect(await gym.tryTo('pair:replay', { set_id: 99, speed: 1 })).toMatchObject({ ok: false });
  expect(gym.state().sources).toEqual([]);
});

test('the two files of a pair are one recording, and one of them alone is refused by the name of the other', async () => {
  gym = openGym();
  const file = (name: string, header: string, row: string) => ({
    name,
    base64: Buffer.from(`${header}\n${row}\n`).toString('base64'),
  });
  const clock = 'Phone timestamp;sensor timestamp [ns]';
  const accel = file('bar_ACC.txt', `${clock};X [mg];Y [mg];Z [mg]`, ';599616065136175104;63;-847;537');
  const rate = file('bar_GYRO.txt', `${clock};X [dps];Y [dps];Z [dps]`, ';599616065136175104;1;2;3');
  const alone = await gym.tryTo('pair:replay', { files: [rate], speed: 1 });
  expect(alone).toMatchObject({ ok: false, error: { message: expect.stringContaining('bar_ACC.txt') } });
  await gym.ask('pair:replay', { files: [accel, rate], name: 'bar_ACC.txt + bar_GYRO.txt', speed: 1 });
  expect(gym.state().source).toMatchObject({ kind: 'replay', name: 'bar_ACC.txt + bar_GYRO.txt' });
});

test('a second simulator takes the place of the first', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', {});
  await gym.ask('pair:simulate', { scenario: 'half-reps' });
  expect(gym.state().sources).toHaveLength(1);
  expect(gym.state().source?.name).toContain('half reps');
});
