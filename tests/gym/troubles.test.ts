import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { keepCredential, readCredential } from '../../main/gym/credential.ts';
import { createGym } from '../../main/gym/index.ts';
import { createReplicator } from '../../main/gym/replicator.ts';
import { words } from '../../src/words/index.ts';
import { postgresPath } from '../programs.ts';
import { anAthlete, aSet, aStore, HOUR_MS, value } from '../store/given.ts';
import { alone, aStation, invite, prepareGym, type Station } from './given.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { aLine } from './slow-line.ts';

const withPostgres = postgresPath() === null ? describe.skip : describe;

let postgres: Postgres;
const GYM = 'Nordhalle';
const say = words.gym.trouble;

const lift = ({ store }: Station, who: string): number =>
  value(
    store.sets.insert(
      aSet(store.athletes.list().find(({ name }) => name === who)?.id ?? anAthlete(store, who)),
    ),
  ).set_id;
const isShared = ({ gym }: Station): Promise<void> =>
  expect.poll(() => gym.status()).toMatchObject({ line: 'here', waiting_sets: 0, waiting_changes: 0 });
const isAway = ({ gym }: Station, problem: string): Promise<void> =>
  expect.poll(() => gym.status()).toMatchObject({ line: 'away', problem, waiting_sets: 1 });
const setsInGym = async (): Promise<number> =>
  Number((await postgres.query('SELECT count(*) AS n FROM lockout.sets'))[0]?.n);

withPostgres('what may be wrong with a gym costs no set', () => {
  beforeAll(async () => {
    postgres = await startPostgres();
    await prepareGym(postgres, GYM);
  });
  afterAll(() => postgres.stop());

  test('its disk is full', async () => {
    const station = await aStation(postgres, GYM);
    await isShared(station);
    const before = await setsInGym();
    // what PostgreSQL answers then (disk_full), at the table that grows
    await postgres.query(`
      CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT ON lockout.sets_other FOR EACH ROW EXECUTE FUNCTION full_disk()`);
    lift(station, 'Maja');
    await isAway(station, say.full);
    await postgres.query('DROP FUNCTION full_disk CASCADE');
    await isShared(station);
    expect(await setsInGym()).toBe(before + 1);
  });

  test('this station’s password counts no more', async () => {
    const station = await aStation(postgres, GYM);
    await isShared(station);
    const before = await setsInGym();
    const { username, password } = new URL(readCredential(station.store.folder) ?? '');
    await postgres.query(`ALTER ROLE ${username} PASSWORD 'another'`);
    await postgres.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [
      username,
    ]);
    lift(station, 'Tom');
    await isAway(station, say.password);
    await postgres.query(`ALTER ROLE ${username} PASSWORD '${password}'`);
    await isShared(station);
    expect(await setsInGym()).toBe(before + 1);
  });

  test('it was prepared by a newer Lockout', async () => {
    const station = await aStation(postgres, GYM);
    await isShared(station);
    const before = await setsInGym();
    await station.gym.close();
    await postgres.query('INSERT INTO lockout.versions (version) VALUES (99)');
    lift(station, 'Ida');
    await station.gym.start();
    await isAway(station, say.newer);
    expect(await setsInGym()).toBe(before);
    await postgres.query('DELETE FROM lockout.versions WHERE version = 99');
    await isShared(station);
    expect(await setsInGym()).toBe(before + 1);
  });

  test('this computer’s clock is an hour behind: it says so, and what changed last counts all the same', async () => {
    const now = (): number => Date.now() - HOUR_MS;
    const store = aStore({ clock: { now_epoch_ms: now } });
    const gym = createGym({ store, now, log: () => {}, onChange: () => {} });
    onTestFinished(() => gym.close());
    value(await gym.join(await invite(postgres, GYM)));
    const late = { store, gym };
    await isShared(late);
    expect(gym.status()).toMatchObject({ problem: words.gym.clockOff(HOUR_MS) });
    const other = await aStation(postgres, GYM);
    const set = lift(other, 'Ben');
    const there = () =>
      store.sets.list({ limit: 100 }).find(({ athlete_name }) => athlete_name === 'Ben')?.id;
    await expect.poll(there).toBeDefined();
    value(store.sets.update(there() ?? 0, { note: 'said last' }));
    await expect.poll(() => other.store.sets.get(set)?.row.note).toBe('said last');
  });

  test('its line is slow', async () => {
    const station = await aStation(postgres, GYM);
    await isShared(station);
    await station.gym.close();
    const own = readCredential(station.store.folder) ?? '';
    keepCredential(station.store.folder, (await aLine(postgres.address, 200)).through(own));
    const before = await setsInGym();
    for (let i = 0; i < 5; i++) lift(station, 'Eva');
    await station.gym.start();
    await isShared(station);
    expect(station.gym.status().problem).toBeNull();
    expect(await setsInGym()).toBe(before + 5);
  });

  test('nobody is at the other end: each try is later than the one before it', async () => {
    const station = await aStation(postgres, GYM);
    await isShared(station);
    await station.gym.close();
    const line = await aLine(postgres.address, null);
    const replicator = createReplicator({
      database: line.through(readCredential(station.store.folder) ?? ''),
      outbox: station.store.outbox,
      now: Date.now,
      onChange: () => {},
      log: () => {},
      chance: () => 0,
    });
    onTestFinished(() => replicator.close());
    // a coach who goes on lifting does not make it hurry
    const lifting = setInterval(() => replicator.poke(), 10);
    await expect.poll(() => line.tries.length).toBeGreaterThan(2);
    clearInterval(lifting);
    const [first = 0, second = 0, third = 0] = line.tries;
    expect(second - first).toBeGreaterThan(490);
    expect(third - second).toBeGreaterThan(990);
  });

  test('a backup from before the station joined is restored: it says so, and goes on where the gym is', async () => {
    const station = alone();
    const set = lift(station, 'Pia');
    const { name } = value(await station.store.backup());
    value(await station.gym.join(await invite(postgres, GYM)));
    const other = await aStation(postgres, GYM);
    const first = () =>
      other.store.sets.list({ limit: 100 }).find(({ athlete_name }) => athlete_name === 'Pia')?.id;
    await expect.poll(first).toBeDefined();
    const far = first() ?? 0;
    value(other.store.sets.update(far, { note: 'from the other rack' }));
    await expect.poll(() => station.store.sets.get(set)?.row.note).toBe('from the other rack');
    lift(station, 'Pia');
    await isShared(station);

    value(await station.gym.quietly(() => station.store.restore(name)));
    expect(station.gym.status()).toMatchObject({ gym: null, was_member: true, line: 'none' });
    expect(station.store.sets.get(set)?.row.note).toBe('');
    value(await station.gym.goOn());
    await isShared(station);
    await expect.poll(() => station.store.sets.get(set)?.row.note).toBe('from the other rack');
    await expect
      .poll(
        () =>
          station.store.sets.list({ limit: 100 }).filter(({ athlete_name }) => athlete_name === 'Pia').length,
      )
      .toBe(2);
    expect(other.store.sets.get(far)?.row.note).toBe('from the other rack');
    expect(station.gym.status().was_member).toBe(false);
  });
});
