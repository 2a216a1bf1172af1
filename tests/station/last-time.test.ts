import { afterEach, expect, test } from 'vitest';
import type { LiveSet } from '../../src/contract/live-set.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

const DAY_MS = 24 * 3600_000;

async function lift(load_kg: number, reps: number): Promise<LiveSet> {
  await gym.ask('pair:simulate', { reps });
  await gym.ask('station:load', { load_kg });
  gym.until((state) => state.phase === 'review');
  const { set, source } = gym.state();
  if (!set || !source) throw new Error('no set');
  // a simulator that goes on would lift for the days that pass below
  await gym.ask('pair:disconnect', { id: source.id });
  await gym.ask('station:next', {});
  return set;
}

test('last time at this lift is the last session, its ghosts the same set at the load of now', async () => {
  gym = openGym();
  const light = await lift(80, 3);
  const heavy = await lift(100, 4);
  const again = await lift(100, 5);
  // today's own sets are no last time
  expect(gym.state().last_time).toBeNull();
  gym.clock.advance(2 * DAY_MS);
  await gym.ask('station:load', { load_kg: 100 });
  const mean = ((heavy.summary.mean_mcv_mps ?? 0) + (again.summary.mean_mcv_mps ?? 0)) / 2;
  expect(gym.state().last_time).toMatchObject({
    ...{ load_kg: 100, sets: 2, holds_met_pct: 100, full_pct: 100 },
    mean_mcv_mps: expect.closeTo(mean, 6),
  });
  const roms = (set: LiveSet) => set.reps.map(({ rep }) => rep.rom_m);
  const ghosts = () => gym.state().last_time?.ghosts.map(({ rom_m }) => rom_m);
  expect(ghosts()).toEqual(roms(heavy));
  await gym.ask('station:load', { load_kg: 80 });
  expect(ghosts()).toEqual(roms(light));
  await gym.ask('station:load', { load_kg: 120 });
  expect(ghosts()).toEqual([]);
  // the second set at a load stands beside the second one, and so does every later one
  await lift(100, 2);
  expect(ghosts()).toEqual(roms(again));
  await lift(100, 2);
  expect(ghosts()).toEqual(roms(again));
  // another lift has a last time of its own
  await gym.ask('station:lift', { lift: 'squat', variation: 'barbell' });
  expect(gym.state().last_time).toBeNull();
});

test('a finished set stands beside the one in its place of the last session, also once it is relabelled', async () => {
  gym = openGym();
  const first = await lift(100, 3);
  expect(first.compared).toMatchObject({ figures: { reps: 3 }, last: null, best: null });
  gym.clock.advance(2 * DAY_MS);
  await gym.ask('pair:simulate', { reps: 5 });
  gym.until((state) => state.phase === 'review');
  const compared = () => gym.state().set?.compared;
  const fastest = first.summary.best_mcv_mps;
  expect(compared()).toMatchObject({
    figures: { reps: 5 },
    last: { reps: 3, best_mcv_mps: fastest },
    best: { reps: 3, best_mcv_mps: fastest },
  });
  expect(compared()?.figures.power_w).toBeGreaterThan(0);
  await gym.ask('sets:update', { id: gym.state().set?.set_id ?? 0, patch: { load_kg: 110 } });
  expect(compared()).toMatchObject({ figures: { reps: 5 }, last: null, best: null });
});

test('a set whose reps agree becomes the range of an athlete who has none, and judges the next', async () => {
  gym = openGym();
  const anna = await gym.ask('athletes:create', { name: 'Anna', body_mass_kg: null });
  await gym.ask('pair:simulate', { reps: 4 });
  await gym.ask('station:athlete', { athlete_id: anna.id });
  gym.until((state) => state.phase === 'review');
  const { set } = gym.state();
  expect(set?.agreed_rom_m).toBeCloseTo(set?.reps[1]?.rep.rom_m ?? 0, 1);
  expect(set?.remark).toMatchObject({ tone: 'info' });
  expect(set?.remark?.text).not.toContain('not judged');
  const remarks = gym.events.flatMap((event) =>
    event.kind === 'state' ? [event.state.set?.remark?.text ?? ''] : [],
  );
  expect(remarks.some((text) => /^Rep 2: \d+ cm, held \d\.\d s$/.test(text))).toBe(true);
  await gym.ask('calibrate:from-set', { set_id: set?.set_id ?? 0 });
  expect(gym.state().setup.reference).toMatchObject({ origin: 'calibration', rom_m: set?.agreed_rom_m });
  gym.until((state) => state.phase === 'set');
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set).toMatchObject({ summary: { full: 4 }, agreed_rom_m: null });
});

test('half reps among the others are no reference', async () => {
  gym = openGym();
  const anna = await gym.ask('athletes:create', { name: 'Anna', body_mass_kg: null });
  await gym.ask('pair:simulate', { scenario: 'half-reps', reps: 6 });
  await gym.ask('station:athlete', { athlete_id: anna.id });
  gym.until((state) => state.phase === 'review');
  const { set } = gym.state();
  expect(set?.agreed_rom_m).toBeNull();
  const refused = await gym.tryTo('calibrate:from-set', { set_id: set?.set_id ?? 0 });
  expect(refused).toMatchObject({ ok: false, error: { code: 'no-agreement' } });
});
