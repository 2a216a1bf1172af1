import { afterEach, expect, test } from 'vitest';
import { problemWith, withDoubts } from '../../main/station/set/calibration-verdicts.ts';
import type { Rep } from '../../src/reps/rep.ts';
import { sketchRep } from '../reps/rep-fixture.ts';
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

test('a calibration names the rep that was not like the others, and why', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { scenario: 'half-reps', reps: 3 });
  gym.until((state) => state.phase === 'armed');
  await gym.ask('calibrate:start', {});
  gym.until((state) => state.calibration?.status === 'review');
  const { reps = [], problem } = gym.state().calibration ?? {};
  expect(reps.map(({ doubt }) => doubt)).toEqual([null, null, 'short']);
  expect(problem).toMatch(/^Rep 3 rose up to \d\d % less than the highest/);
});

test('a rep that was let down at once is named, and one that could not be measured; one that still runs is not judged', () => {
  const held = (index: number, hold_s: number): Rep => {
    const rep = sketchRep(index);
    return { ...rep, lockout: { ...rep.lockout, hold_s } };
  };
  const over = (): boolean => true;
  const early = withDoubts([held(1, 1.2), held(2, 0.3), held(3, 0.2)], over);
  expect(early.map(({ doubt }) => doubt)).toEqual([null, 'not-held', 'not-held']);
  expect(problemWith(early)).toMatch(/^Reps 2 and 3 came down before 0.5 s at the top/);
  const blurred = withDoubts([sketchRep(1), sketchRep(2, { quality: 'unusable' }), sketchRep(3)], over);
  expect(problemWith(blurred)).toBe('Rep 2 could not be measured; the range is that of the others');
  expect(problemWith(withDoubts([sketchRep(1), held(2, 0)], (rep) => rep.index === 1))).toBeNull();
});
