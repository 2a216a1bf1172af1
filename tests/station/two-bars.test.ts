import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BarNumber } from '../../src/contract/bar.ts';
import type { StationState } from '../../src/contract/station.ts';
import { words } from '../../src/words/index.ts';
import { type Gym, openGym } from './gym.ts';

// Two athletes lift side by side at one station, each with a simulated sensor.

let gym: Gym;
beforeEach(async () => {
  gym = openGym();
  await gym.ask('settings:update', { bars: 2 });
});
afterEach(() => gym.leave());

const at = (bar: BarNumber): StationState => {
  const seen = gym.open.station.at(bar);
  if (seen === null) throw new Error(`there is no bar ${bar}`);
  return seen.state();
};
const nameAt = (bar: BarNumber): string => at(bar).setup.athlete.name;
const reps = (bar: BarNumber): number => at(bar).set?.reps.length ?? 0;

async function bothSimulate(first: number, second: number): Promise<void> {
  await gym.ask('pair:simulate', { reps: first, seed: 1 });
  await gym.ask('pair:simulate', { reps: second, seed: 2, scenario: 'half-reps', bar: 2 });
}

test('both sets run at once, and each is stored with its own athlete and reps', async () => {
  await bothSimulate(3, 5);
  gym.until(() => at(1).phase === 'set' && at(2).phase === 'set');
  gym.until(() => [1, 2].every((bar) => at(bar as BarNumber).set?.status === 'finished'));
  const sets = await gym.ask('sets:list', { limit: 10 });
  expect(sets.map(({ athlete_name, summary }) => [athlete_name, summary.reps, summary.partial > 0])).toEqual(
    expect.arrayContaining([
      [words.store.athlete.demo, 3, false],
      [words.store.athlete.anotherDemo, 5, true],
    ]),
  );
  expect(sets).toHaveLength(2);
});

test('cues, states and traces say which bar they are of', async () => {
  await bothSimulate(1, 3);
  gym.until(() => reps(1) === 1 && reps(2) === 3);
  const chimes = (bar: BarNumber): number =>
    gym.events.filter(
      (event) => event.kind === 'cue' && event.cue.cue === 'lockout' && (event.bar ?? 1) === bar,
    ).length;
  expect(chimes(1)).toBe(1);
  expect(chimes(2)).toBeGreaterThanOrEqual(2);
  const names = gym.events.flatMap((event) =>
    event.kind === 'state' ? [[event.bar, event.state.setup.athlete.name]] : [],
  );
  expect(names).toContainEqual([undefined, words.store.athlete.demo]);
  expect(names).toContainEqual([2, words.store.athlete.anotherDemo]);
  expect(names).not.toContainEqual([2, words.store.athlete.demo]);
});

test('nobody is at both bars: whoever is at one is refused at the other, in words', async () => {
  const anna = await gym.ask('athletes:create', { name: 'Anna', body_mass_kg: null });
  await gym.ask('station:athlete', { athlete_id: anna.id });
  const refused = await gym.tryTo('station:athlete', { athlete_id: anna.id, bar: 2 });
  expect(refused).toEqual({
    ok: false,
    error: { code: 'at-other-bar', message: words.bars.athleteTaken('Anna') },
  });
  expect(nameAt(2)).not.toBe('Anna');
});

test("the next of tonight's group is never somebody who is at the other bar", async () => {
  const people = [];
  for (const name of ['Anna', 'Berta', 'Cleo'])
    people.push((await gym.ask('athletes:create', { name, body_mass_kg: null })).id);
  await gym.ask('tonight:put', { athlete_ids: people });
  await gym.ask('station:athlete', { athlete_id: people[0] ?? 0 });
  await gym.ask('station:athlete', { athlete_id: people[1] ?? 0, bar: 2 });
  await gym.ask('tonight:next', {});
  expect([nameAt(1), nameAt(2)]).toEqual(['Cleo', 'Berta']);
  await gym.ask('tonight:next', { bar: 2 });
  expect([nameAt(1), nameAt(2)]).toEqual(['Cleo', 'Anna']);
});

test('an athlete who is archived leaves the bar they were at, and the other one stays', async () => {
  const anna = await gym.ask('athletes:create', { name: 'Anna', body_mass_kg: null });
  await gym.ask('station:athlete', { athlete_id: anna.id, bar: 2 });
  const before = nameAt(1);
  await gym.ask('athletes:archive', { id: anna.id, archived: true });
  expect(nameAt(1)).toBe(before);
  expect(nameAt(2)).not.toBe('Anna');
  expect(nameAt(2)).not.toBe(before);
});

test('when the power goes in the middle of two sets, both are offered and both can be kept', async () => {
  await bothSimulate(6, 6);
  gym.until(() => reps(1) >= 2 && reps(2) >= 2);
  await gym.pullThePlug();
  gym = openGym(gym);
  const { recoveries } = gym.state();
  expect(recoveries.map(({ athlete }) => athlete).sort()).toEqual([
    words.store.athlete.demo,
    words.store.athlete.anotherDemo,
  ]);
  expect(at(2).recoveries).toEqual([]);
  for (const { journal_id } of recoveries) await gym.ask('recovery:accept', { journal_id });
  const kept = await gym.ask('sets:list', { limit: 10 });
  expect(new Set(kept.map(({ athlete_name }) => athlete_name)).size).toBe(2);
  expect(kept.every(({ summary }) => summary.reps >= 2)).toBe(true);
});

test('without its second bar the station has one again, and the set that ran on it is stored', async () => {
  await bothSimulate(6, 6);
  gym.until(() => reps(2) >= 2);
  await gym.ask('settings:update', { bars: 1 });
  expect(await gym.tryTo('station:state', { bar: 2 })).toMatchObject({
    ok: false,
    error: { code: 'no-second-bar' },
  });
  await expect
    .poll(async () => (await gym.ask('sets:list', { limit: 10 })).map(({ athlete_name }) => athlete_name))
    .toEqual([words.store.athlete.anotherDemo]);
  // the first lifts on
  expect(at(1).phase).toBe('set');
  await gym.ask('settings:update', { bars: 2 });
  await gym.ask('pair:simulate', { reps: 1, bar: 2 });
  gym.until(() => reps(2) === 1);
});
