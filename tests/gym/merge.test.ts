import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresPath } from '../programs.ts';
import { anAthlete, aSet, value } from '../store/given.ts';
import { alone, invite, prepareGym, type Station } from './given.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const withPostgres = postgresPath() === null ? describe.skip : describe;

let postgres: Postgres;

/** Whose sets there are, and who is in the list. */
const seen = ({ store }: Station): unknown => ({
  sets: store.sets.list({ limit: 9 }).map(({ athlete_name }) => athlete_name),
  list: store.athletes.recent().map(({ name }) => name),
});

withPostgres('an athlete whom two stations made while they were apart', () => {
  beforeAll(async () => {
    postgres = await startPostgres();
    await prepareGym(postgres, 'Nordhalle');
  });
  afterAll(() => postgres.stop());

  test('is made one at the one, is one at the other, and two again by a press there', async () => {
    const stations: [Station, Station] = [alone(), alone()];
    for (const [n, { store }] of stations.entries())
      value(store.sets.insert(aSet(anAthlete(store, n === 0 ? 'Maja' : 'maja'))));
    for (const { gym } of stations) value(await gym.join(await invite(postgres, 'Nordhalle')));
    const [one, two] = stations;
    for (const station of stations)
      await expect
        .poll(() => seen(station))
        .toMatchObject({ list: expect.arrayContaining(['Maja', 'maja']) });
    const idOf = ({ store }: Station, name: string): number =>
      store.athletes.list().find((each) => each.name === name)?.id ?? 0;
    await expect.poll(() => one.store.sets.list({ limit: 9 }).length).toBe(2);
    value(one.store.merging.merge(idOf(one, 'Maja'), idOf(one, 'maja')));
    for (const station of stations)
      await expect.poll(() => seen(station)).toEqual({ sets: ['Maja', 'Maja'], list: ['Maja'] });
    expect(two.store.merging.mergedInto(idOf(two, 'maja'))?.name).toBe('Maja');
    value(two.store.merging.takeBack(idOf(two, 'maja')));
    for (const station of stations)
      await expect.poll(() => (seen(station) as { sets: string[] }).sets.sort()).toEqual(['Maja', 'maja']);
    await expect.poll(() => seen(one)).toMatchObject({ list: expect.arrayContaining(['Maja', 'maja']) });
  });
});
