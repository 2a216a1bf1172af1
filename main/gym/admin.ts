import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { newSecret } from '../secret.ts';
import { addressAs, invitationCode } from './address.ts';
import { withDatabase } from './connect.ts';
import { newStation } from './identity.ts';
import { verifierOf } from './password.ts';
import { installSchema } from './schema/install.ts';
import { attemptGym } from './trouble.ts';

/** An invitation is for tonight's set-up, not for a note on a wall, hours; chosen here. */
const INVITED_HOURS = 24;
/** Lines of one station: the replicator's, one that is just dying, a command's. */
const STATION_LINES = 4;

const say = words.gym.admin;

/** Prepares a database and adds a gym to it; the same name again changes nothing. */
export const initGym = (database: string, name: string): Promise<Result<{ readonly isNew: boolean }>> =>
  attemptGym(() =>
    withDatabase(database, async (client) => {
      await installSchema(client);
      const { rowCount } = await client.query(
        'INSERT INTO lockout.gyms (id, name) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING',
        [randomUUID(), name],
      );
      return success({ isNew: rowCount === 1 });
    }),
  );

export interface Invitation {
  readonly code: string;
  readonly gym: string;
  readonly hours: number;
}

/** A role of its own for one more station, and the code that makes a station of it. */
export const inviteStation = (
  database: string,
  gym: string | null,
  name: string,
): Promise<Result<Invitation>> =>
  attemptGym(() =>
    withDatabase(database, async (client) => {
      await installSchema(client);
      const found = await findGym(client, gym);
      if (!found.ok) return found;
      const [station, password] = [newStation(), newSecret()];
      const role = `lockout_${station}`;
      const address = addressAs(database, role, password);
      if (address === null) return failure('bad-address', say.badAddress);
      await client.query('BEGIN');
      const until = new Date(Date.now() + INVITED_HOURS * 3_600_000).toISOString();
      await client.query(
        `CREATE ROLE ${role} LOGIN PASSWORD '${verifierOf(password)}' VALID UNTIL '${until}'
           CONNECTION LIMIT ${STATION_LINES} IN ROLE lockout_station`,
      );
      await client.query('INSERT INTO lockout.stations (id, gym, name, role) VALUES ($1, $2, $3, $4)', [
        station,
        found.value.id,
        name,
        role,
      ]);
      await client.query('COMMIT');
      return success({ code: invitationCode(address), gym: found.value.name, hours: INVITED_HOURS });
    }),
  );

/** Its password counts no more, and its lines are cut. What it has brought stays. */
export const removeStation = (
  database: string,
  station: string,
): Promise<Result<{ readonly name: string }>> =>
  attemptGym(() =>
    withDatabase(database, async (client) => {
      const { rows } = await client.query<{ name: string; role: string }>(
        'UPDATE lockout.stations SET removed_at = coalesce(removed_at, now()) WHERE id = $1 RETURNING name, role',
        [station],
      );
      const [removed] = rows;
      if (removed === undefined) return failure('no-station', say.noStation);
      await client.query(`ALTER ROLE "${removed.role}" NOLOGIN PASSWORD NULL`);
      // lines of a role are cut by its members alone, where no superuser asks
      await client.query(`GRANT "${removed.role}" TO CURRENT_USER`);
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1 AND pid <> pg_backend_pid()',
        [removed.role],
      );
      await client.query(`REVOKE "${removed.role}" FROM CURRENT_USER`);
      return success({ name: removed.name });
    }),
  );

export interface StationOfGym {
  readonly id: string;
  readonly gym: string;
  readonly name: string;
  readonly state: 'invited' | 'joined' | 'removed';
}

export const listStations = (database: string): Promise<Result<readonly StationOfGym[]>> =>
  attemptGym(() =>
    withDatabase(database, async (client) => {
      const { rows } = await client.query<StationOfGym>(`
        SELECT stations.id, gyms.name AS gym, stations.name,
          CASE WHEN removed_at IS NOT NULL THEN 'removed' WHEN joined_at IS NOT NULL THEN 'joined' ELSE 'invited' END AS state
        FROM lockout.stations JOIN lockout.gyms ON gyms.id = stations.gym ORDER BY gyms.name, invited_at`);
      return success(rows);
    }),
  );

async function findGym(client: Client, name: string | null): Promise<Result<{ id: string; name: string }>> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'SELECT id, name FROM lockout.gyms WHERE $1::text IS NULL OR name = $1 ORDER BY made_at LIMIT 2',
    [name],
  );
  const [only, another] = rows;
  if (only === undefined) return failure('no-gym', name === null ? say.noGym : say.noSuchGym(name));
  return another === undefined ? success(only) : failure('many-gyms', say.manyGyms);
}
