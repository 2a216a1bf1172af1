import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withDatabase } from '../../main/gym/connect.ts';
import { HEAR_CHANGES } from '../../main/gym/exchange.ts';
import { HEAR_RACKS } from '../../main/gym/racks.ts';
import { type GymStation, makeStations } from '../bench/gym/load.ts';
import { BOARD, HISTORY } from '../bench/gym/queries.ts';
import { postgresPath } from '../programs.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const withPostgres = postgresPath() === null ? describe.skip : describe;

const [GYMS, ATHLETES, SETS] = [40, 50, 500];

let postgres: Postgres;
let station: GymStation;

/** Times that tables of the gyms were read from end to end, and times that an index was asked. */
const scans = async (): Promise<{ readonly whole: number; readonly index: number }> => {
  const [row] = await postgres.query(`
    SELECT sum(seq_scan) AS whole, min(coalesce(idx_scan, 0)) AS index FROM pg_stat_user_tables
    WHERE schemaname = 'lockout' AND relname IN ('athletes', 'sets_other')`);
  return { whole: Number(row?.whole), index: Number(row?.index) };
};

withPostgres('a database of many gyms', () => {
  beforeAll(async () => {
    postgres = await startPostgres();
    [station] = (await makeStations(postgres.address, { gyms: 1, stations: 1, sets: 0 })) as [GymStation];
    await postgres.query(`
      INSERT INTO lockout.gyms (id, name) SELECT gen_random_uuid(), 'Gym no. ' || n FROM generate_series(2, ${GYMS}) AS n;
      INSERT INTO lockout.athletes (gym, id, position, made, fields, stamps)
      SELECT id, gen_random_uuid(), n, '', '{"name": {"name": "Maja"}}', '{}'
      FROM lockout.gyms, generate_series(1, ${ATHLETES}) AS n;
      INSERT INTO lockout.sets (gym, id, position, made, fields, stamps)
      SELECT athletes.gym, gen_random_uuid(), ${ATHLETES} + ${ATHLETES} * n + position, '', jsonb_build_object(
        'whose', jsonb_build_object('athlete', id), 'lift', '{"lift": "hip-thrust"}'::jsonb,
        'when', jsonb_build_object('started_at', n * 1000)), '{}'
      FROM lockout.athletes, generate_series(1, ${SETS / ATHLETES}) AS n;
      UPDATE lockout.gyms SET position = ${ATHLETES + SETS + ATHLETES};
      ANALYZE lockout.gyms, lockout.athletes, lockout.sets`);
  });
  afterAll(() => postgres.stop());

  test('what stations and boards ask all the time goes along an index', async () => {
    const [someone] = await postgres.query('SELECT id FROM lockout.athletes WHERE gym = $1 LIMIT 1', [
      station.member.gym,
    ]);
    const before = await scans();
    await withDatabase(station.address, async (client) => {
      const push = (change: object) =>
        client.query('SELECT lockout.push($1)', [
          JSON.stringify([{ id: someone?.id, kind: 'athlete', base: null, ...change }]),
        ]);
      await push({ field: 'note', stamp: '1'.repeat(24), value: { note: 'knee' } });
      const ask = async (sql: string, ...values: unknown[]): Promise<number> =>
        (await client.query(sql, [station.member.gym, ...values])).rows.length;
      expect(await ask(HEAR_CHANGES, 0, 50)).toBe(50);
      expect(await ask(HEAR_CHANGES, ATHLETES + SETS + ATHLETES, 50)).toBe(1);
      await client.query(`SELECT lockout.tell_rack('{}')`);
      expect(await ask(HEAR_RACKS)).toBe(1);
      expect(await ask(BOARD, 0)).toBe(60);
      expect(await ask(HISTORY, someone?.id)).toBe(SETS / ATHLETES);
      await push({ field: 'gone', stamp: '2'.repeat(24), value: {} });
    });
    // counted when the line is closed
    await expect.poll(async () => (await scans()).index).toBeGreaterThan(before.index);
    expect((await scans()).whole).toBe(before.whole);
  });
});
