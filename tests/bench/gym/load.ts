import { addressAs, databaseOfCode } from '../../../main/gym/address.ts';
import { initGym, inviteStation } from '../../../main/gym/admin.ts';
import { withDatabase } from '../../../main/gym/connect.ts';
import { verifierOf } from '../../../main/gym/password.ts';
import { newSecret } from '../../../main/secret.ts';
import type { Membership } from '../../../main/store/index.ts';
import { value } from '../../store/values.ts';
import { athleteId, FILL_SQL, ID_SQL, type Template } from './template.ts';

export interface Size {
  readonly gyms: number;
  readonly stations: number;
  readonly sets: number;
}

export interface GymStation {
  readonly gym: number;
  readonly address: string;
  readonly member: Membership;
}

export const ATHLETES = 40;
const YEAR_MS = 365 * 24 * 3_600_000;
/** As many at once as the cores that PostgreSQL and this program share. */
const LOADERS = 2;

/** Stations that have joined, as many to each gym. */
export async function makeStations(owner: string, { gyms, stations }: Size): Promise<GymStation[]> {
  const made: GymStation[] = [];
  for (let gym = 0; gym < gyms; gym++) {
    value(await initGym(owner, `Gym ${gym}`));
    for (let i = gym; i < stations; i += gyms)
      made.push({
        gym,
        ...(await takeUp(value(await inviteStation(owner, `Gym ${gym}`, `Rack ${i}`)).code)),
      });
  }
  return made;
}

function takeUp(code: string): Promise<Pick<GymStation, 'address' | 'member'>> {
  const invited = databaseOfCode(code) ?? '';
  const password = newSecret();
  return withDatabase(invited, async (client) => {
    const { rows } = await client.query<{ gym: string; gym_name: string; station: string }>(
      'SELECT * FROM lockout.take_up($1)',
      [verifierOf(password)],
    );
    const [{ gym, gym_name: name, station }] = rows as [(typeof rows)[number]];
    const address = addressAs(invited, URL.parse(invited)?.username ?? '', password) ?? '';
    return { address, member: { gym, name, station } };
  });
}

/** A year of sets in every gym, as rows of the schema. Seconds it took. */
export async function load(owner: string, { gyms, sets }: Size, template: Template): Promise<number> {
  const began = performance.now();
  const each = Math.floor(sets / gyms);
  let next = 0;
  const loader = (): Promise<void> =>
    withDatabase(owner, async (client) => {
      await client.query('SET statement_timeout = 0');
      for (let gym = next++; gym < gyms; gym = next++) await loadGym(client, gym, each, template);
    });
  await Promise.all(Array.from({ length: LOADERS }, loader));
  await withDatabase(owner, (client) => client.query('ANALYZE lockout.athletes, lockout.sets'));
  return (performance.now() - began) / 1000;
}

/** Rows of one statement: it is answered well within what a line waits for. */
const AT_ONCE = 2000;

async function loadGym(
  client: Parameters<Parameters<typeof withDatabase>[1]>[0],
  gym: number,
  sets: number,
  { athlete, set }: Template,
): Promise<void> {
  const name = `Gym ${gym}`;
  const made = `${'0'.repeat(24)}`;
  for (let i = 0; i < ATHLETES; i++)
    await client.query(
      `INSERT INTO lockout.athletes (gym, id, position, made, fields, stamps)
       SELECT id, $2, $3, $4, jsonb_set($5::jsonb, '{name,name}', to_jsonb($6::text)), '{}' FROM lockout.gyms WHERE name = $1`,
      [name, athleteId(gym, i), i + 1, made, athlete, `Athlete ${i}`],
    );
  const from_ms = Date.now() - YEAR_MS;
  for (let done = 0; done < sets; done += AT_ONCE)
    await client.query(
      `INSERT INTO lockout.sets (gym, id, position, made, fields, stamps)
       SELECT gyms.id, ${ID_SQL}, place + ${ATHLETES}, $2, ${FILL_SQL}, '{}'
       FROM lockout.gyms, LATERAL (
         SELECT place, ($3::bigint + place) AS n, ($4::bigint + place * $5::bigint) AS ms,
           ($6 || lpad(to_hex(place % ${ATHLETES}), 12, '0'))::uuid AS athlete
         FROM generate_series($7::int, $8::int) AS place) AS one
       WHERE gyms.name = $9`,
      [
        set,
        made,
        gym * sets,
        from_ms,
        Math.floor(YEAR_MS / (sets + 1)),
        athleteId(gym, 0).slice(0, 20),
        done + 1,
        Math.min(sets, done + AT_ONCE),
        name,
      ],
    );
  await client.query('UPDATE lockout.gyms SET position = $2 WHERE name = $1', [name, ATHLETES + sets]);
}
