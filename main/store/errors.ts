import { type Failure, failure, type Result, success } from '../../src/contract/result.ts';

const DISK_FULL = 'The disk is full. Free some space, then try again; nothing stored before is affected.';

/** What a coach can do about each way in which a file system or SQLite says no. */
const CURES: readonly { readonly match: RegExp; readonly code: string; readonly cure: string }[] = [
  { match: /^(SQLITE_FULL|ENOSPC|EDQUOT)/, code: 'disk-full', cure: DISK_FULL },
  {
    match: /^(SQLITE_READONLY|EROFS|EACCES|EPERM|SQLITE_PERM|SQLITE_CANTOPEN)/,
    code: 'not-writable',
    cure: 'Lockout may not write there. Check who owns the folder, or choose another one (LOCKOUT_DATA).',
  },
  {
    match: /^(SQLITE_CORRUPT|SQLITE_NOTADB)/,
    code: 'database-damaged',
    cure: 'The database is damaged. Close Lockout and start it again: it will set the file aside and say what to do.',
  },
  {
    match: /^(SQLITE_IOERR|EIO)/,
    code: 'disk-failed',
    cure: 'The disk did not answer. Check it (a removable drive may have been taken away) and make a backup elsewhere.',
  },
  {
    match: /^SQLITE_CONSTRAINT_FOREIGNKEY/,
    code: 'no-athlete',
    cure: 'The athlete is not there any more; choose another one.',
  },
  {
    match: /^SQLITE_BUSY/,
    code: 'database-busy',
    cure: 'Another program holds the database. Close it and try again.',
  },
];

export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

/** An error of SQLite or the file system as a value, in words; anything else keeps its own message. */
export function explain(error: unknown, what: string): Failure {
  const code = codeOf(error);
  const known = CURES.find(({ match }) => match.test(code));
  if (known) return failure(known.code, `${what}. ${known.cure}`);
  return failure('storage-failed', `${what}: ${error instanceof Error ? error.message : String(error)}`);
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
