import type { Database } from 'better-sqlite3';
import { GONE, WHOLE } from '../gym-tables.ts';
import type { RecordKind } from '../outbox-types.ts';
import { ATHLETE_REGISTERS, ATHLETE_ROWS, SET_REGISTERS } from './registers.ts';

/**
 * From now on every change of an athlete or a set is written into the outbox, in the transaction of the change: by triggers, so
 * that whoever changes a row, now or in a later version, cannot forget it. They are temporary, of this connection alone: a
 * station without a gym has none and pays nothing.
 */
export function watchChanges(db: Database, stamp: () => string, isRecording: () => boolean): void {
  db.function('gym_stamp', { deterministic: false }, stamp);
  db.function('gym_recording', { deterministic: false }, () => (isRecording() ? 1 : 0));
  db.exec(
    [
      ...athletes(),
      ...Object.entries(ATHLETE_ROWS).flatMap(([name, { table, key }]) => rowsOfAthlete(name, table, key)),
      ...sets(),
      ...reps(),
      ...partsOfSet('edit', 'edits'),
      ...partsOfSet('correction', 'corrections'),
    ].join('\n'),
  );
}

/** The demo athlete is every station's own, and so is what the simulator lifts for them. */
const isShared = (kind: RecordKind): string =>
  kind === 'athlete'
    ? 'EXISTS (SELECT 1 FROM athletes WHERE uuid = this.record AND simulated = 0)'
    : `EXISTS (SELECT 1 FROM sets JOIN athletes ON athletes.id = sets.athlete_id
        WHERE sets.uuid = this.record AND athletes.simulated = 0)`;

/**
 * A register has changed: its stamp, and its place in the outbox. `record` and `field` are SQL, NULL is nobody's. Upserts, because
 * an OR REPLACE in a trigger counts for nothing where the statement that sets it off is an upsert itself (SQLite, CREATE TRIGGER).
 */
const changed = (kind: RecordKind, record: string, field: string): string => `
  INSERT INTO outbox (record, kind, field, stamp, base, sent)
  SELECT record, '${kind}', field, gym_stamp(),
    -- what the gym last knew, however often it changed since
    CASE WHEN EXISTS (SELECT 1 FROM outbox AS o WHERE o.record = this.record AND o.field = this.field)
      THEN (SELECT base FROM outbox AS o WHERE o.record = this.record AND o.field = this.field)
      ELSE coalesce(
        (SELECT stamp FROM stamps AS s WHERE s.record = this.record AND s.field = this.field),
        (SELECT stamp FROM stamps AS s WHERE s.record = this.record AND s.field = '${WHOLE}')) END,
    0
  FROM (
    -- of what was never told (a set that was the demo athlete's) all is told
    SELECT record, CASE WHEN EXISTS (SELECT 1 FROM stamps AS s WHERE s.record = asked.record AND s.field = '${WHOLE}')
      THEN field ELSE '${WHOLE}' END AS field
    FROM (SELECT ${record} AS record, ${field} AS field) AS asked) AS this
  WHERE record IS NOT NULL AND ${isShared(kind)}
    -- one that nobody has seen yet goes out as it is then
    AND NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.record = this.record AND o.field = '${WHOLE}' AND o.sent = 0)
  -- a number of its own: what arrives of the one before it is not this one
  ON CONFLICT (record, field) DO UPDATE SET seq = (SELECT max(seq) + 1 FROM outbox), kind = excluded.kind,
    stamp = excluded.stamp, base = excluded.base, sent = 0, refused = NULL;
  INSERT INTO stamps (record, field, stamp)
  SELECT record, field, stamp FROM outbox WHERE record = ${record} ORDER BY seq DESC LIMIT 1
  ON CONFLICT (record, field) DO UPDATE SET stamp = excluded.stamp;`;

const when = (...conditions: readonly string[]): string =>
  `WHEN ${['gym_recording()', ...conditions].map((each) => `(${each})`).join(' AND ')}`;

const differs = (columns: readonly string[]): string =>
  columns.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ');

const registers = (
  kind: RecordKind,
  table: string,
  of: Readonly<Record<string, readonly string[]>>,
): string[] =>
  Object.entries(of).map(
    ([name, columns]) => `
CREATE TEMP TRIGGER gym_${kind}_${name} AFTER UPDATE OF ${columns.join(', ')} ON main.${table}
${when(differs(columns))} BEGIN ${changed(kind, 'NEW.uuid', `'${name}'`)} END;`,
  );

/** An identity comes with the row, or right after it (schema/identities.ts). */
const born = (name: string, table: string, body: string): string[] => [
  `CREATE TEMP TRIGGER gym_${name}_new AFTER INSERT ON main.${table}
${when('NEW.uuid NOTNULL')} BEGIN ${body} END;`,
  `CREATE TEMP TRIGGER gym_${name}_known AFTER UPDATE OF uuid ON main.${table}
${when('OLD.uuid ISNULL')} BEGIN ${body} END;`,
];

/** `goes` is SQL: what else must be so for the gym to be told. */
const gone = (kind: RecordKind, table: string, goes: string): string => `
CREATE TEMP TRIGGER gym_${kind}_gone AFTER DELETE ON main.${table} ${when()} BEGIN
  DELETE FROM outbox WHERE record = OLD.uuid;
  DELETE FROM stamps WHERE record = OLD.uuid;
  INSERT INTO stamps (record, field, stamp) VALUES (OLD.uuid, '${GONE}', gym_stamp());
  INSERT INTO outbox (record, kind, field, stamp)
  SELECT record, '${kind}', field, stamp FROM stamps WHERE record = OLD.uuid AND ${goes};
END;`;

const athletes = (): string[] => [
  ...born('athlete', 'athletes', changed('athlete', 'NEW.uuid', `'${WHOLE}'`)),
  ...registers('athlete', 'athletes', ATHLETE_REGISTERS),
  gone('athlete', 'athletes', 'TRUE'),
];

const sets = (): string[] => [
  ...born('set', 'sets', changed('set', 'NEW.uuid', `'${WHOLE}'`)),
  ...registers('set', 'sets', SET_REGISTERS),
  // with an athlete who goes all that is theirs goes
  gone('set', 'sets', 'EXISTS (SELECT 1 FROM athletes WHERE id = OLD.athlete_id)'),
];

/** Where a table is at hand inside a trigger: the row as it was, or as it is. */
type Row = 'OLD' | 'NEW';

function rowsOfAthlete(name: string, table: string, key: readonly string[]): string[] {
  const told = (row: Row): string =>
    changed(
      'athlete',
      `(SELECT uuid FROM athletes WHERE id = ${row}.athlete_id)`,
      `'${name}:' || ${key.map((column) => `ifnull(${row}.${column}, '')`).join(` || ':' || `)}`,
    );
  return (['INSERT', 'UPDATE', 'DELETE'] as const).map(
    (what) => `
CREATE TEMP TRIGGER gym_${name}_${what} AFTER ${what} ON main."${table}" ${when()} BEGIN
${told(what === 'DELETE' ? 'OLD' : 'NEW')} END;`,
  );
}

const setOf = (row: Row): string => `(SELECT uuid FROM sets WHERE id = ${row}.set_id)`;
const named = (name: string, row: Row): string => `'${name}:' || lower(hex(${row}.uuid))`;

/** A set that nobody has heard of goes out whole: its reps, of which there are many, need not ask one by one. */
const seen = (row: Row): string =>
  `NOT EXISTS (SELECT 1 FROM outbox WHERE record = ${setOf(row)} AND field = '${WHOLE}' AND sent = 0)`;

/** The reps are made by an analysis and change with it; what a person took away is said of each rep by itself. */
const reps = (): string[] => {
  const taken = changed('set', setOf('NEW'), named('rep', 'NEW'));
  return [
    `CREATE TEMP TRIGGER gym_reps_INSERT AFTER INSERT ON main.reps ${when(seen('NEW'))} BEGIN
${changed('set', setOf('NEW'), "'analysis'")} END;`,
    `CREATE TEMP TRIGGER gym_reps_DELETE AFTER DELETE ON main.reps ${when()} BEGIN
${changed('set', setOf('OLD'), "'analysis'")} END;`,
    `CREATE TEMP TRIGGER gym_rep_born AFTER INSERT ON main.reps
${when('NEW.uuid NOTNULL', 'NEW.deleted = 1')} BEGIN ${taken} END;`,
    `CREATE TEMP TRIGGER gym_rep_taken AFTER UPDATE OF uuid, deleted ON main.reps
${when('NEW.uuid NOTNULL', 'NEW.deleted <> iif(OLD.uuid ISNULL, 0, OLD.deleted)')} BEGIN ${taken} END;`,
  ];
};

/** Lines of a set that are written once and at most deleted. */
const partsOfSet = (name: string, table: string): string[] => [
  ...born(name, table, changed('set', setOf('NEW'), named(name, 'NEW'))),
  `CREATE TEMP TRIGGER gym_${name}_gone AFTER DELETE ON main.${table} ${when()} BEGIN
${changed('set', setOf('OLD'), named(name, 'OLD'))} END;`,
];
