import { afterEach, expect, test } from 'vitest';
import type { Athlete } from '../../src/contract/setup.ts';
import { type Gym, openGym } from './gym.ts';

/** In ms. */
const DAY_MS = 24 * 3_600_000;

let gym: Gym;
afterEach(() => gym.leave());

const create = (name: string): Promise<Athlete> => gym.ask('athletes:create', { name, body_mass_kg: null });

test('twenty athletes in a row: every set is stored with its own lifter and load', async () => {
  gym = openGym();
  const athletes: Athlete[] = [];
  for (let i = 1; i <= 20; i++) athletes.push(await create(`Athlete ${String(i).padStart(2, '0')}`));
  await gym.ask('pair:simulate', { reps: 2 });
  for (const [i, athlete] of athletes.entries()) {
    await gym.ask('station:athlete', { athlete_id: athlete.id });
    await gym.ask('station:load', { load_kg: 40 + i });
    expect(gym.state().setup.athlete.name).toBe(athlete.name);
    gym.until((state) => state.phase === 'set');
    gym.until((state) => state.phase === 'review');
  }
  const rows = await gym.ask('sets:list', { limit: 50 });
  expect(rows.map((row) => row.athlete_name).reverse()).toEqual(athletes.map((athlete) => athlete.name));
  expect(rows.map((row) => row.load_kg).reverse()).toEqual(athletes.map((_, i) => 40 + i));
  expect(rows.every((row) => row.summary.reps === 2)).toBe(true);
  // whoever trained last is offered first
  const offered = await gym.ask('athletes:list', {});
  expect(offered[0]?.name).toBe('Athlete 20');
});

test('the next lifter chosen while the bar rests does not get the last one’s set', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 3 });
  const next = await create('Next');
  gym.until((state) => state.set?.reps.filter((entry) => entry.settled).length === 3);
  gym.clock.advance(4_500);
  expect(gym.state().phase).toBe('set');
  await gym.ask('station:athlete', { athlete_id: next.id });
  expect(gym.state()).toMatchObject({ phase: 'armed', set: null });
  const [row] = await gym.ask('sets:list', { limit: 1 });
  expect(row).toMatchObject({ athlete_name: 'Demo athlete', summary: { reps: 3 } });
});

test('a lifter chosen while reps are coming corrects the running set', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 3 });
  const real = await create('Right one');
  gym.until((state) => state.set?.reps.length === 2);
  await gym.ask('station:athlete', { athlete_id: real.id });
  expect(gym.state().phase).toBe('set');
  // nobody has measured this athlete's range: nothing is judged against somebody else's
  expect(gym.state().set?.reps.every(({ rep }) => rep.verdict.range === 'unsure')).toBe(true);
  gym.until((state) => state.phase === 'review');
  const [row] = await gym.ask('sets:list', { limit: 1 });
  expect(row).toMatchObject({ athlete_name: 'Right one', summary: { reps: 3, unsure: 3 } });
});

test('a finished set moved to another athlete is judged against that athlete’s range', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 4 });
  const tall = await create('Tall');
  gym.until((state) => state.phase === 'review');
  const id = gym.state().set?.set_id ?? 0;
  expect(gym.state().set?.summary.full).toBe(4);
  const rom_m = gym.state().setup.reference?.rom_m ?? 0;
  gym.open.station.store.references.put(
    { athlete_id: tall.id, lift: 'hip-thrust', variation: 'barbell', bench: '', side: null },
    {
      rom_m: rom_m * 2,
      rom_sigma_m: 0.005,
      lockout_height_m: null,
      lockout_height_sigma_m: null,
      steadiness: null,
      origin: 'calibration',
    },
  );
  const moved = await gym.ask('sets:update', { id, patch: { athlete_id: tall.id, load_kg: 60 } });
  expect(moved.row).toMatchObject({ athlete_name: 'Tall', load_kg: 60, summary: { partial: 4, full: 0 } });
  // the station's own review shows the same
  expect(gym.state().set?.summary.partial).toBe(4);
  expect(moved.edits.length).toBeGreaterThan(0);
  const power = moved.reps[0]?.rep.mean_power_w ?? 0;
  expect(power).toBeGreaterThan(0.9 * 60 * 9.81 * (moved.reps[0]?.rep.mcv_mps ?? 0));
});

test('loads are remembered per athlete and lift', async () => {
  gym = openGym();
  const [a, b] = [await create('A'), await create('B')];
  await gym.ask('station:athlete', { athlete_id: a.id });
  await gym.ask('station:load', { load_kg: 100 });
  await gym.ask('station:lift', { lift: 'squat', variation: 'barbell' });
  await gym.ask('station:load', { load_kg: 140 });
  await gym.ask('station:athlete', { athlete_id: b.id });
  expect(gym.state().setup).toMatchObject({ lift: 'squat', load_kg: null });
  await gym.ask('station:athlete', { athlete_id: a.id });
  expect(gym.state().setup.load_kg).toBe(140);
  await gym.ask('station:lift', { lift: 'hip-thrust', variation: 'barbell' });
  expect(gym.state().setup.load_kg).toBe(100);
});

test('deleting the chosen athlete leaves somebody chosen', async () => {
  gym = openGym();
  const demo = gym.state().setup.athlete;
  await create('Other');
  await gym.ask('athletes:delete', { id: demo.id });
  expect(gym.state().setup.athlete.name).toBe('Other');
});

test('one who is archived or in the bin is at the station and in tonight’s group no more, until they are back', async () => {
  gym = openGym();
  const demo = gym.state().setup.athlete;
  const [anna, ben] = [await create('Anna'), await create('Ben')];
  await gym.ask('tonight:put', { athlete_ids: [anna.id, ben.id] });
  const turns = () => gym.state().tonight.map(({ athlete }) => athlete.name);
  await gym.ask('station:athlete', { athlete_id: anna.id });
  await gym.ask('athletes:archive', { id: anna.id, archived: true });
  expect(gym.state().setup.athlete.id).not.toBe(anna.id);
  expect(turns()).toEqual(['Ben']);
  const names = async (archived: boolean) =>
    (await gym.ask('athletes:list', { archived })).map(({ name }) => name).sort();
  expect(await names(false)).toEqual(['Ben', demo.name].sort());
  expect(await names(true)).toEqual(['Anna', 'Ben', demo.name].sort());
  // a name stays taken
  expect(await gym.tryTo('athletes:create', { name: 'anna', body_mass_kg: null })).toMatchObject({
    ok: false,
  });
  await gym.ask('athletes:archive', { id: anna.id, archived: false });
  expect(turns()).toEqual(['Anna', 'Ben']);
  await gym.ask('athletes:delete', { id: ben.id });
  expect(turns()).toEqual(['Anna']);
  await gym.ask('bin:restore', { kind: 'athlete', id: ben.id });
  expect(turns()).toEqual(['Anna', 'Ben']);
});

test('the bin is emptied of what has had its thirty days when the station starts, and as long as it runs', async () => {
  gym = openGym();
  const [anna, ben] = [await create('Anna'), await create('Ben')];
  await gym.ask('athletes:delete', { id: anna.id });
  const lying = async () => (await gym.ask('bin:list', {})).map(({ id }) => id);
  gym.clock.sleep(29 * DAY_MS);
  await gym.ask('athletes:delete', { id: ben.id });
  expect(await lying()).toEqual([ben.id, anna.id]);
  gym.clock.sleep(DAY_MS);
  gym.clock.advance(DAY_MS / 24);
  expect(await lying()).toEqual([ben.id]);

  gym.clock.sleep(29 * DAY_MS);
  await gym.pullThePlug();
  gym = openGym(gym);
  expect(await lying()).toEqual([]);
});

test('two of one name are told apart by group or birth year, whatever the case and the form of the letters', async () => {
  gym = openGym();
  await create('Zoë Łukasik');
  const again = { name: 'zoe\u0308 lukasik', body_mass_kg: null };
  const refused = await gym.tryTo('athletes:create', again);
  expect(refused).toMatchObject({ ok: false, error: { code: 'name-taken' } });
  const other = await gym.ask('athletes:create', { ...again, birth_year: 1998 });
  // nor may a change make them one
  expect(await gym.tryTo('athletes:update', { ...other, birth_year: null })).toMatchObject({
    ok: false,
    error: { code: 'name-taken' },
  });
  expect(await gym.ask('athletes:update', { ...other, note: 'the tall one' })).toMatchObject({
    note: 'the tall one',
  });
});
