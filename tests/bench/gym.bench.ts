import os from 'node:os';
import { parseArgs } from 'node:util';
import { withDatabase } from '../../main/gym/connect.ts';
import { startPostgres } from '../gym/postgres.ts';
import { postgresPath } from '../programs.ts';
import { live, type Pace, type Row } from './gym/live.ts';
import { type GymStation, load, makeStations } from './gym/load.ts';
import { makeTemplate } from './gym/template.ts';
import { seconds, waysOfWriting } from './gym/written.ts';

/** As a server of gyms would be set: nothing that was answered is lost to a power cut. */
const DURABLE = ['shared_buffers=512MB', 'max_wal_size=4GB', 'checkpoint_timeout=15min'];

/** What stands here takes half a minute; docs/scale.md has the command of the large run. */
function paceOf(given: readonly string[]): Pace {
  const size = (otherwise: number) => ({ type: 'string', default: String(otherwise) }) as const;
  const { values } = parseArgs({
    args: [...given],
    options: { sets: size(4000), stations: size(20), gyms: size(5), rate: size(20), seconds: size(5) },
  });
  const number = (name: keyof typeof values): number => Number(values[name]);
  return {
    sets: number('sets'),
    stations: number('stations'),
    gyms: number('gyms'),
    rate: number('rate'),
    seconds: number('seconds'),
  };
}

export default async function gym(given: readonly string[] = []): Promise<{ title: string; rows: Row[] }> {
  if (postgresPath() === null)
    return { title: 'A gym: PostgreSQL is not here (Debian: apt-get install postgresql)', rows: [] };
  const pace = paceOf(given);
  const template = makeTemplate();
  const postgres = await startPostgres(DURABLE);
  const [before] = os.loadavg();
  try {
    let stations: GymStation[] = [];
    const joined_s = await seconds(async () => {
      stations = await makeStations(postgres.address, pace);
    });
    const load_s = await load(postgres.address, pace, template);
    const rows: Row[] = [
      { what: `${pace.stations} stations join`, value: `${joined_s.toFixed(1)} s` },
      {
        what: `${pace.sets} sets loaded by the server itself`,
        value: `${load_s.toFixed(0)} s, ${Math.round(pace.sets / load_s)} sets/s`,
      },
      await sizeOf(postgres.address),
      ...(await waysOfWriting(postgres, stations[0]?.address ?? '', Math.min(5000, pace.sets))),
      ...(await live(pace, stations, template)),
    ];
    const [after] = os.loadavg();
    return {
      title: `${pace.gyms} gyms, ${pace.stations} stations; ${os.cpus().length} cores, load ${before?.toFixed(1)} before, ${after?.toFixed(1)} after`,
      rows,
    };
  } finally {
    await postgres.stop();
  }
}

async function sizeOf(owner: string): Promise<Row> {
  return withDatabase(owner, async (client) => {
    const { rows } = await client.query<Record<'heap' | 'long' | 'indexes' | 'sets', string>>(`
      SELECT pg_relation_size(oid) AS heap, pg_total_relation_size(reltoastrelid) AS long, pg_indexes_size(oid) AS indexes,
        (SELECT count(*) FROM lockout.sets) AS sets
      FROM pg_class WHERE oid = 'lockout.sets_other'::regclass`);
    const [{ heap, long, indexes, sets }] = rows as [(typeof rows)[number]];
    const each = (bytes: string): number => Math.round(Number(bytes) / Number(sets));
    return {
      what: 'a set of ten reps in the database',
      value: `${each(heap) + each(long) + each(indexes)} bytes: rows ${each(heap)}, long values ${each(long)}, indexes ${each(indexes)}`,
    };
  });
}
