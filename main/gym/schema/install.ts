import type { Client } from 'pg';
import { GYM_PUSH } from './push.ts';
import { GYM_SCHEMA_V1 } from './v1.ts';
import { GYM_SCHEMA_V2 } from './v2.ts';
import { GYM_SCHEMA_V3 } from './v3.ts';

/** One step of a gym's database. Never edit one that has been released: gyms made by it are out there. */
const STEPS: readonly string[] = [`${GYM_SCHEMA_V1}${GYM_PUSH}`, GYM_SCHEMA_V2, GYM_SCHEMA_V3];

export const GYM_SCHEMA = STEPS.length;
/** The first version that takes recordings. */
export const RECORDINGS_SINCE = 2;
/** The first version that knows what happens at each rack. */
export const RACKS_SINCE = 3;

/** Two who prepare one database at once take turns; any number that no other program is likely to use. */
const LOCK = 0x4c4f434b;

/** Makes or updates the tables of a database that is to hold gyms, all or nothing. Returns the version that was there. */
export async function installSchema(client: Client): Promise<number> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(`
      DO $$ BEGIN CREATE ROLE lockout_station NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
      CREATE SCHEMA IF NOT EXISTS lockout;
      CREATE TABLE IF NOT EXISTS lockout.versions (version int PRIMARY KEY, made_at timestamptz NOT NULL DEFAULT now());
      GRANT SELECT ON lockout.versions TO lockout_station;`);
    const before = await versionOfGym(client);
    for (let step = before; step < STEPS.length; step++) {
      await client.query(STEPS[step] as string);
      await client.query('INSERT INTO lockout.versions (version) VALUES ($1)', [step + 1]);
    }
    await client.query('COMMIT');
    return before;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

export async function versionOfGym(client: Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    'SELECT coalesce(max(version), 0) AS version FROM lockout.versions',
  );
  return rows[0]?.version ?? 0;
}
