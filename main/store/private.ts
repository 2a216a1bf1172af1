import fs from 'node:fs';
import path from 'node:path';
import { codeOf } from './errors.ts';

/** The owner's and nobody else's, said outright: what a umask leaves is not known. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
/** Rights of the group and of everybody else. */
const OTHERS = 0o077;
/** A folder everybody may put things into, such as /tmp: not ours to close. */
const STICKY = 0o1000;

/** Makes a folder of the station's own, closed to others. Throws what the file system throws. */
export function privateFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  close(folder, FOLDER_MODE);
}

/** A file that is closed to others before anything is in it; an existing one keeps what it holds. */
export function privateFile(file: string): void {
  fs.closeSync(openPrivate(file, 'a'));
}

/** As fs.openSync, for a file that nobody else may read. */
export function openPrivate(file: string, flags: string): number {
  const fd = fs.openSync(file, flags, FILE_MODE);
  close(file, FILE_MODE);
  return fd;
}

/** Writes a file that nobody else may read, or leaves the one there is: never half of it. Throws what the file system throws. */
export function replacePrivate(file: string, text: string): void {
  const partial = `${file}.partial`;
  const fd = openPrivate(partial, 'w');
  try {
    fs.writeFileSync(fd, text);
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
  fs.renameSync(partial, file);
}

/** Names of what the station writes into its folder; other files there are somebody's own. */
const OURS = /^(lockout[-.]|station\.lock|restore\.partial)/;
const FOLDERS_OF_OURS = /^(journal|backups|discarded|without-reps)$/;

/**
 * Closes a data folder that an earlier version left open. Returns false where others can still look into it: a disk
 * without rights (a memory stick), a folder of somebody else.
 */
export function closeFolder(folder: string): boolean {
  const closed = close(folder, FOLDER_MODE);
  closeWithin(folder, OURS);
  return closed;
}

function closeWithin(folder: string, ours: RegExp): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isFile() && ours.test(entry.name)) close(at, FILE_MODE);
    if (!entry.isDirectory() || !FOLDERS_OF_OURS.test(entry.name)) continue;
    close(at, FOLDER_MODE);
    closeWithin(at, /./);
  }
}

/** Whether nobody else has a right to it now. */
function close(at: string, mode: number): boolean {
  if (process.platform === 'win32') return true;
  const found = fs.statSync(at, { throwIfNoEntry: false });
  if (found === undefined || (found.mode & 0o777) === mode) return true;
  if ((found.mode & STICKY) !== 0) return false;
  try {
    fs.chmodSync(at, mode);
    return (fs.statSync(at).mode & OTHERS) === 0;
  } catch (error) {
    if (/^(EPERM|EACCES|EROFS|ENOTSUP|EINVAL)$/.test(codeOf(error))) return (found.mode & OTHERS) === 0;
    throw error;
  }
}
