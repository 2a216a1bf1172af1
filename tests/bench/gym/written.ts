import path from 'node:path';
import { withDatabase } from '../../../main/gym/connect.ts';
import type { Postgres } from '../../gym/postgres.ts';

const COLUMNS = 'gym, id, position, gone, made, fields, stamps';

type Row = Record<string, string | number>;

/** The same rows into a table like that of the sets: by COPY, row by row, and through the function that stations call. */
export async function waysOfWriting(postgres: Postgres, station: string, rows: number): Promise<Row[]> {
  const file = path.join(postgres.folder, 'rows.copy');
  return withDatabase(postgres.address, async (client) => {
    await client.query(`
      CREATE TABLE plain (LIKE lockout.sets INCLUDING ALL);
      CREATE TABLE chosen AS SELECT ${COLUMNS} FROM lockout.sets ORDER BY gym, id LIMIT ${rows};
      COPY chosen (${COLUMNS}) TO '${file}';`);
    const copied = await seconds(() => client.query(`COPY plain (${COLUMNS}) FROM '${file}'`));
    await client.query('TRUNCATE plain');
    const single = Math.min(rows, 2000);
    const { rows: chosen } = await client.query(
      `SELECT gym, id, position, gone, made, fields::text, stamps::text FROM chosen LIMIT ${single}`,
    );
    const insert = {
      name: 'one',
      text: `INSERT INTO plain (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    };
    const inserted = await seconds(async () => {
      for (const row of chosen) await client.query(insert, Object.values(row));
    });
    const { rows: changes } = await client.query<{ change: object }>(`
      SELECT jsonb_build_object('kind', 'set', 'id', 'f' || substr(replace(id::text, '-', ''), 2), 'field', '*',
        'stamp', repeat('0', 24), 'value', fields) AS change FROM chosen LIMIT ${single}`);
    const pushed = await withDatabase(station, async (own) => {
      const push = (some: typeof changes) =>
        own.query('SELECT lockout.push($1)', [JSON.stringify(some.map(({ change }) => change))]);
      const half = Math.floor(changes.length / 2);
      const ones = await seconds(async () => {
        for (const each of changes.slice(0, half)) await push([each]);
      });
      const batches = await seconds(async () => {
        for (let i = half; i < changes.length; i += 50) await push(changes.slice(i, i + 50));
      });
      return { ones: half / ones, batches: (changes.length - half) / batches };
    });
    await client.query('DROP TABLE plain, chosen');
    return [
      rate(`COPY of ${rows} sets from a file of the server`, rows / copied),
      rate('INSERT of one set a transaction', single / inserted),
      rate('a station’s push, one set a transaction', pushed.ones),
      rate('a station’s push, 50 sets a transaction', pushed.batches),
    ];
  });
}

const rate = (what: string, sets_per_s: number): Row => ({ what, value: `${Math.round(sets_per_s)} sets/s` });

export async function seconds(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
}
