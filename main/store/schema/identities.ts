/** The first version whose tables have identities. */
export const IDENTITIES_SINCE = 12;

/**
 * An SQL expression for a new UUIDv7 (RFC 9562, section 5.7): 48 bits of ms since epoch, the rest but version and variant by
 * chance. Of SQLite's own functions, so that rows of any SQLite tool get one too.
 */
export const uuidOf = (at_epoch_ms: string): string =>
  `unhex(printf('%012x7%03x%04x%s', ${at_epoch_ms}, random() & 0xfff, 0x8000 | (random() & 0x3fff), hex(randomblob(6))))`;

/** The tables, each with the moment its rows are of. */
const TABLES: readonly (readonly [table: string, time: string])[] = [
  ['athletes', 'NEW.created_at'],
  ['references', 'NEW.made_at'],
  ['sessions', 'NEW.started_at'],
  ['sets', 'NEW.started_at'],
  ['reps', "unixepoch('subsec') * 1000"],
  ['corrections', 'NEW.made_at'],
  ['edits', 'NEW.at'],
  ['sensors', 'NEW.last_seen_at'],
  ['calibrations', "unixepoch('subsec') * 1000"],
];

export const DROP_IDENTITIES = TABLES.map(([table]) => `DROP TRIGGER IF EXISTS ${table}_identity;`).join(
  '\n',
);

/** Whoever inserts a row, it has an identity. Made anew by every migration, which may rebuild a table. */
export const CREATE_IDENTITIES = TABLES.map(
  ([table, time]) => `
CREATE TRIGGER ${table}_identity AFTER INSERT ON "${table}" WHEN NEW.uuid IS NULL BEGIN
  UPDATE "${table}" SET uuid = ${uuidOf(time)} WHERE rowid = NEW.rowid;
END;`,
).join('\n');
