import type { Database, Statement } from 'better-sqlite3';

/** All registers of a record as they are when it is made. */
export const WHOLE = '*';
/** The record is deleted, for ever. */
export const GONE = 'gone';

/** Not a register: the stamp says that the gym has the samples of a set, whole. */
export const RAW = 'raw';

/** Tables of no export: they are this station's own line to its gym. */
export const OUTBOX_TABLES = ['gym', 'outbox', 'stamps'];

/** Notes when a register of a record was last changed. */
export const stampIn = (db: Database): Statement<[record: Buffer, field: string, stamp: string]> =>
  db.prepare('INSERT OR REPLACE INTO stamps (record, field, stamp) VALUES (?, ?, ?)');

/** Was a record of this identity deleted, for the whole gym? */
export const isGone = (db: Database, uuid: unknown): boolean =>
  db.prepare(`SELECT 1 FROM stamps WHERE record = ? AND field = '${GONE}'`).get(uuid) !== undefined;
