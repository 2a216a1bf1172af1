import { afterEach, expect, test } from 'vitest';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

async function begin(): Promise<void> {
  gym = openGym();
  const athlete = await gym.ask('athletes:create', { name: 'New', body_mass_kg: 70 });
  await gym.ask('pair:simulate', { reps: 3 });
  await gym.ask('station:athlete', { athlete_id: athlete.id });
  gym.until((state) => state.phase === 'armed');
}

test('three slow full reps become the athlete’s own range, and the next set is judged by it', async () => {
  await begin();
  expect(gym.state().setup.reference).toBeNull();
  await gym.ask('calibrate:start', {});
  expect(gym.state().calibration).toMatchObject({ status: 'running', wanted: 3, reps: [] });
  gym.until((state) => state.calibration?.status === 'review');
  const proposal = gym.state().calibration?.proposal;
  // nothing of it is a set
  expect(await gym.ask('sets:list', { limit: 5 })).toHaveLength(0);
  expect(proposal?.rom_m).toBeGreaterThan(0.28);
  expect(proposal?.rom_m).toBeLessThan(0.38);
  expect(gym.state().calibration?.problem).toBeNull();
  // what an unsteady rep is measured by
  expect(proposal?.steadiness?.tilt_deg).toBeGreaterThan(0);
  expect(proposal?.steadiness?.sway_m).toBeGreaterThan(0);

  await gym.ask('calibrate:accept', {});
  expect(gym.state().calibration).toBeNull();
  expect(gym.state().setup.reference).toEqual(proposal);
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set?.summary).toMatchObject({ reps: 3, full: 3 });
});

test('a calibration can be repeated and cancelled', async () => {
  await begin();
  await gym.ask('calibrate:start', {});
  gym.until((state) => state.calibration?.status === 'review');
  await gym.ask('calibrate:repeat', {});
  expect(gym.state().calibration).toMatchObject({ status: 'running', reps: [], proposal: null });
  await gym.ask('calibrate:cancel', {});
  expect(gym.state().calibration).toBeNull();
  expect(await gym.tryTo('calibrate:accept', {})).toMatchObject({ ok: false });
  // lifting goes on as sets
  gym.until((state) => state.phase === 'set');
});

test('without a source there is nothing to calibrate with', async () => {
  gym = openGym();
  expect(await gym.tryTo('calibrate:start', {})).toMatchObject({ ok: false, error: { code: 'no-source' } });
});

test('a range is learned from earlier sets when nobody calibrated', async () => {
  await begin();
  for (let set = 1; set <= 2; set++) {
    gym.until((state) => state.phase === 'set');
    gym.until((state) => state.phase === 'review');
    expect(gym.state().set?.setup.reference).toBeNull();
  }
  expect(gym.state().setup.reference).toMatchObject({ origin: 'learned' });
  gym.until((state) => state.phase === 'set');
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set?.summary.full).toBe(3);
});
