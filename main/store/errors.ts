import fs from 'node:fs';
import { type Failure, failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { quoted } from '../../src/words/plain-text.ts';

const { cures } = words.store;

/** What a coach can do about each way in which a file system or SQLite says no. */
const CURES: readonly { readonly match: RegExp; readonly code: string; readonly cure: string }[] = [
  { match: /^(SQLITE_FULL|ENOSPC|EDQUOT)/, code: 'disk-full', cure: cures.diskFull },
  {
    match: /^(SQLITE_READONLY|EROFS|EACCES|EPERM|SQLITE_PERM|SQLITE_CANTOPEN)/,
    code: 'not-writable',
    cure: cures.notWritable,
  },
  {
    match: /^(SQLITE_CORRUPT|SQLITE_NOTADB)/,
    code: 'database-damaged',
    cure: cures.damaged,
  },
  {
    match: /^(SQLITE_IOERR|EIO)/,
    code: 'disk-failed',
    cure: cures.diskFailed,
  },
  {
    match: /^SQLITE_CONSTRAINT_FOREIGNKEY/,
    code: 'no-athlete',
    cure: cures.noAthlete,
  },
  { match: /^(ENOENT|ENOTDIR|ELOOP)$/, code: 'file-gone', cure: cures.gone },
  { match: /^ENAMETOOLONG$/, code: 'name-too-long', cure: cures.longName },
  { match: /^(EMFILE|ENFILE)$/, code: 'too-many-files', cure: cures.manyFiles },
  {
    match: /^SQLITE_BUSY/,
    code: 'database-busy',
    cure: cures.busy,
  },
];

export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

/**
 * SQLite calls a disk without room for its shared-memory file (32 KiB) a failing one. With less than twice that left,
 * bytes, a full disk is the reason.
 */
const ROOM_BYTES = 2 ** 16;

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize < ROOM_BYTES;
  } catch {
    return false;
  }
}

/**
 * An error of SQLite or the file system as a value, in words; of one without words its code, of any other its message. `folder`: where it
 * happened, so that a disk that is only full is not called broken.
 */
export function explain(error: unknown, what: string, folder?: string): Failure {
  const told = codeOf(error);
  const full = folder !== undefined && /^(SQLITE_IOERR|SQLITE_CANTOPEN|EIO)/.test(told) && isFull(folder);
  const code = full ? 'ENOSPC' : told;
  const known = CURES.find(({ match }) => match.test(code));
  if (known) return failure(known.code, words.store.withCure(what, known.cure));
  const detail = code || quoted(error instanceof Error ? error.message : String(error));
  return failure('storage-failed', words.store.withDetail(what, detail));
}

/** Runs a change; what SQLite throws comes back as a value. `what` begins the sentence the coach reads. */
export function attempt<T>(what: string, change: () => T | Failure): Result<T> {
  try {
    const done = change();
    return isFailure(done) ? done : success(done);
  } catch (error) {
    return explain(error, what);
  }
}

const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'error' in value;
