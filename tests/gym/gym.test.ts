import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { initGym, inviteStation, listStations, removeStation } from '../../main/gym/admin.ts';
import { connect } from '../../main/gym/connect.ts';
import { readCredential } from '../../main/gym/credential.ts';
import { createGym } from '../../main/gym/index.ts';
import { GYM_SCHEMA, installSchema } from '../../main/gym/schema/install.ts';
import { postgresPath } from '../programs.ts';
import {
  anAnalysis,
  anAthlete,
  aRep,
  aSet,
  aStore,
  problem,
  reps,
  SIMULATED_RANGE,
  value,
} from '../store/given.ts';
import { alone, invite, type Station, aStation as stationOf } from './given.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const withPostgres = postgresPath() === null ? describe.skip : describe;
if (postgresPath() === null)
  console.warn('The tests of a gym are skipped: they need PostgreSQL (Debian: apt-get install postgresql).');

let postgres: Postgres;

const aStation = (gym: string): Promise<Station> => stationOf(postgres, gym);

/** Until both have told and heard everything. */
const settled = (...stations: readonly Station[]): Promise<void> =>
  expect
    .poll(async () => {
      const [top] = await postgres.query('SELECT max(position) AS position FROM lockout.gyms WHERE id = $1', [
        stations[0]?.store.outbox.member()?.gym,
      ]);
      return stations.map(({ store }) => [
        store.outbox.waiting().changes,
        store.outbox.position() === Number(top?.position),
      ]);
    })
    .toEqual(stations.map(() => [0, true]));

withPostgres('a gym', () => {
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  test('its database is prepared once, and again without harm', async () => {
    expect(value(await initGym(postgres.address, 'Nordhalle'))).toEqual({ isNew: true });
    expect(value(await initGym(postgres.address, 'Nordhalle'))).toEqual({ isNew: false });
    const client = await connect(postgres.address);
    expect(await installSchema(client)).toBe(GYM_SCHEMA);
    await client.end();
    expect(problem(await inviteStation(postgres.address, 'Südhalle', 'Rack')).code).toBe('no-gym');
  });

  test('an invitation lets one station in, once', async () => {
    const code = await invite(postgres, 'Nordhalle');
    const { gym, store } = alone();
    value(await gym.join(code));
    expect(gym.status()).toMatchObject({ gym: 'Nordhalle' });
    await expect.poll(() => gym.status().line).toBe('here');
    const second = createGym({ store: aStore(), now: Date.now, log: () => {}, onChange: () => {} });
    expect(problem(await second.join(code)).message).toContain('Leave the gym and join it again');
    expect(problem(await gym.join(code)).code).toBe('in-a-gym');
    expect(problem(await second.join('lockout-gym-nonsense')).code).toBe('bad-code');
    expect(readCredential(store.folder)).not.toContain(Buffer.from(code.slice(12), 'base64url').toString());
  });

  test('an athlete calibrated at one rack is judged at the other, and a set is seen there', async () => {
    const [one, two] = [await aStation('Nordhalle'), await aStation('Nordhalle')];
    const athlete_id = anAthlete(one.store, 'Maja');
    const key = { lift: 'squat', variation: 'barbell', bench: '', side: null } as const;
    value(one.store.references.put({ athlete_id, ...key }, SIMULATED_RANGE));
    const there = () => two.store.athletes.list().find(({ name }) => name === 'Maja')?.id ?? 0;
    await expect
      .poll(() => two.store.references.get({ athlete_id: there(), ...key }))
      .toEqual(SIMULATED_RANGE);
    const { set_id, rep_ids } = value(
      one.store.sets.insert(aSet(athlete_id, { analysis: anAnalysis(reps(4)) })),
    );
    const seen = () => two.store.sets.list({ limit: 1, athlete_id: there() })[0];
    await expect.poll(() => seen()?.summary.reps).toBe(4);

    value(one.store.sets.setRepDeleted(set_id, rep_ids[1] ?? 0, true));
    value(
      two.store.sets.update(seen()?.id ?? 0, {
        note: 'from rack 2',
        analysis: anAnalysis([aRep(1), aRep(2)]),
      }),
    );
    await settled(one, two);
    const [here, far] = [one.store.sets.get(set_id), two.store.sets.get(seen()?.id ?? 0)];
    expect(far?.reps.map(({ rep, deleted }) => [rep, deleted])).toEqual(
      here?.reps.map(({ rep, deleted }) => [rep, deleted]),
    );
    expect(here?.row).toMatchObject({ note: 'from rack 2', summary: { reps: 1 } });
  });

  test('of two who change the same the later has it, and what lost is in the audit of both', async () => {
    const [one, two] = [await aStation('Nordhalle'), await aStation('Nordhalle')];
    const { set_id } = value(one.store.sets.insert(aSet(anAthlete(one.store, 'Tom'))));
    await settled(one, two);
    const far = two.store.sets.list({ limit: 1 })[0]?.id ?? 0;
    // the network goes
    await postgres.kill();
    value(one.store.sets.update(set_id, { labels: { load_kg: 90 }, note: 'one' }));
    value(two.store.sets.update(far, { labels: { load_kg: 95 } }));
    await expect.poll(() => one.gym.status().line).toBe('away');
    expect(one.gym.status()).toMatchObject({ waiting_sets: 1 });
    expect(one.gym.status().problem).toMatch(/does not answer|stopped/);
    await postgres.start();
    await expect.poll(() => [one.gym.status().line, two.gym.status().line]).toEqual(['here', 'here']);
    await settled(one, two);
    for (const set of [one.store.sets.get(set_id), two.store.sets.get(far)]) {
      expect(set?.row).toMatchObject({ load_kg: 95, note: 'one' });
      expect(set?.edits.map(({ what }) => what)).toContain(
        'overruled by a later change at another station: load, kg: 90 → 95',
      );
    }
  });

  test('a stolen password opens its own gym alone, and nothing once the station is removed', async () => {
    value(await initGym(postgres.address, 'Südhalle'));
    const theirs = await aStation('Südhalle');
    value(theirs.store.sets.insert(aSet(anAthlete(theirs.store, 'Ida'))));
    await settled(theirs);
    const ours = await aStation('Nordhalle');
    await settled(ours);
    const thief = await connect(readCredential(ours.store.folder) ?? '');
    onTestFinished(() => thief.end().catch(() => {}));
    const [south] = await postgres.query(`SELECT id FROM lockout.gyms WHERE name = 'Südhalle'`);
    const count = async (sql: string): Promise<number> => (await thief.query(sql, [south?.id])).rowCount ?? 0;
    expect(await count('SELECT 1 FROM lockout.sets WHERE gym = $1')).toBe(0);
    expect(await count('SELECT 1 FROM lockout.athletes WHERE gym = $1')).toBe(0);
    expect(await count('SELECT 1 FROM lockout.gyms WHERE id = $1')).toBe(0);
    expect(await count('SELECT id FROM lockout.stations WHERE gym = $1')).toBe(0);
    expect(await count('UPDATE lockout.athletes SET gone = true WHERE gym = $1')).toBe(0);
    for (const sql of [
      `INSERT INTO lockout.athletes (gym, id, position, made, fields, stamps) VALUES ($1, gen_random_uuid(), 1, '', '{}', '{}')`,
      'DELETE FROM lockout.sets WHERE gym = $1',
      'SELECT role FROM lockout.stations WHERE gym = $1',
      `UPDATE lockout.gyms SET name = 'mine' WHERE id = $1`,
      'UPDATE lockout.stations SET gym = $1',
    ])
      await expect(thief.query(sql, [south?.id])).rejects.toThrow(/permission denied|row-level security/);

    const { station } = ours.store.outbox.member() ?? {};
    value(await removeStation(postgres.address, station ?? ''));
    await expect(thief.query('SELECT 1')).rejects.toThrow();
    await expect(connect(readCredential(ours.store.folder) ?? '')).rejects.toThrow();
    await expect.poll(() => ours.gym.status().line).toBe('away');
    expect(value(await listStations(postgres.address)).find(({ id }) => id === station)?.state).toBe(
      'removed',
    );
    value(await ours.gym.leave());
    expect(ours.gym.status()).toMatchObject({ gym: null, line: 'none' });
    expect(ours.store.info().sets).toBeGreaterThan(0);
  });

  test('whoever runs the database needs an account that may make roles, and no more', async () => {
    await postgres.query(`CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'keeper'`);
    await postgres.query('CREATE DATABASE gyms OWNER keeper');
    const url = new URL(postgres.address);
    Object.assign(url, { username: 'keeper', password: 'keeper', pathname: '/gyms' });
    value(await initGym(url.href, 'Osthalle'));
    const { gym, store } = alone();
    value(await gym.join(value(await inviteStation(url.href, null, 'Rack')).code));
    await expect.poll(() => gym.status().line).toBe('here');
    const line = await connect(readCredential(store.folder) ?? '');
    onTestFinished(() => line.end().catch(() => {}));
    value(await removeStation(url.href, store.outbox.member()?.station ?? ''));
    await expect(line.query('SELECT 1')).rejects.toThrow();
    await expect.poll(() => gym.status().line).toBe('away');
  });
});
