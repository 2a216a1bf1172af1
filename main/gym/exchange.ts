import type { Client } from 'pg';
import type { Change, GymRecord, Outbox } from '../store/index.ts';
import { isRefusal } from './trouble.ts';

/** Told at once: a set is 10 kB, and what breaks in between is told again, changes. */
const TELL = 50;
/** Heard at once; each page is one transaction of the station, records. */
const HEAR = 50;

interface RecordRow extends Omit<GymRecord, 'id'> {
  readonly id: string;
  readonly position: string;
}

const COLUMNS = 'id, position, gone, fields, made, stamps';

const changesIn = (kind: 'athlete' | 'set'): string => `
(SELECT '${kind}' AS kind, ${COLUMNS} FROM lockout.${kind}s WHERE gym = $1 AND position > $2 ORDER BY position LIMIT $3)`;

/**
 * What happened in a gym ($1) after a position ($2), a page of it ($3). Each table is limited by itself: PostgreSQL then reads
 * a page along the index and not, for every page, all that is left.
 */
export const HEAR_CHANGES = `${changesIn('athlete')} UNION ALL ${changesIn('set')} ORDER BY position, kind LIMIT $3`;

/** Tells the gym what waits, oldest first, until nothing does. */
export async function tellGym(client: Client, outbox: Outbox): Promise<void> {
  for (;;) {
    const changes = outbox.next(TELL);
    if (changes.length === 0) return;
    try {
      await push(client, changes);
      outbox.arrived(changes);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await tellOneByOne(client, outbox, changes);
    }
  }
}

const push = async (client: Client, changes: readonly Change[]): Promise<void> => {
  await client.query('SELECT lockout.push($1)', [JSON.stringify(changes, wellFormed)]);
};

/** PostgreSQL takes no NUL and no half of a surrogate pair, SQLite both. */
const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value;

/** One that is refused waits, with the reason, and holds up none of the others. */
async function tellOneByOne(client: Client, outbox: Outbox, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    try {
      await push(client, [change]);
      outbox.arrived([change]);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      outbox.refuse(change, (error as Error).message);
    }
  }
}

/** Hears all that happened since the position this station has read to. True: something here is another than before. */
export async function hearGym(client: Client, outbox: Outbox): Promise<boolean> {
  const gym = outbox.member()?.gym;
  let changed = false;
  for (;;) {
    const values = [gym, outbox.position(), HEAR];
    // by name: planned once a line and not at every look
    const { rows } = await client.query<RecordRow>({ name: 'hear', text: HEAR_CHANGES, values });
    const last = rows.at(-1);
    if (last === undefined) return changed;
    changed = (await hearPage(client, outbox, rows.map(recordOf), Number(last.position))) || changed;
    if (rows.length < HEAR) return changed;
  }
}

const recordOf = ({ position: _position, id, ...row }: RecordRow): GymRecord => ({
  ...row,
  id: id.replaceAll('-', ''),
});

/** An athlete who was changed after one of their sets comes after it in the order of changes: asked for by name. */
async function hearPage(
  client: Client,
  outbox: Outbox,
  records: readonly GymRecord[],
  position: number,
): Promise<boolean> {
  let page = [...records];
  const asked = new Set<string>();
  for (;;) {
    const heard = outbox.hear(page, position);
    if ('changed' in heard) return heard.changed;
    const { missing } = heard;
    const { rows } = await client.query<RecordRow>(
      `SELECT 'athlete' AS kind, ${COLUMNS} FROM lockout.athletes WHERE gym = $1 AND id = $2 AND NOT gone`,
      [outbox.member()?.gym, missing],
    );
    const [athlete] = rows;
    // deleted meanwhile: so are the sets
    if (athlete === undefined || asked.has(missing))
      page = page.filter(({ fields }) => fields.whose?.athlete !== missing);
    else page.unshift(recordOf(athlete));
    asked.add(missing);
  }
}
