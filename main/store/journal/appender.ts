import fs from 'node:fs';
import { identityOf } from '../identity.ts';
import type { AppendFile } from '../journal-types.ts';
import { openPrivate } from '../private.ts';

export interface Appender {
  append(bytes: Buffer): void;
  flush(): Promise<void>;
  /** Everything appended so far is on the disk itself, where the path names it. */
  isSafe(): boolean;
  close(): void;
}

/**
 * How often a running set is forced to disk, ms. Together with a sync under way and the one after it, each up to
 * 300 ms long, at most 1 s is lost to a power cut, which is the promise. Real time on purpose, even when a recording is
 * replayed faster: a power cut knows no other.
 */
export const SYNC_EVERY_MS = 400;

/**
 * Appends without ever throwing or waiting. What cannot be written (a full disk) is kept in memory and tried
 * again with the next bytes, at the same place, so the file never has a hole. `onProblem` hears of the first
 * failure after each success.
 */
export function createAppender(file: AppendFile, onProblem: (error: unknown) => void): Appender {
  let position = 0;
  /** Up to here a sync has ended that began after the bytes were written. */
  let synced = 0;
  let backlog: Buffer[] = [];
  let dirty = false;
  let failing = false;
  let timer: NodeJS.Timeout | null = null;
  let syncing: Promise<void> = Promise.resolve();

  const problem = (error: unknown) => {
    if (failing) return;
    failing = true;
    onProblem(error);
  };

  function write(): void {
    if (backlog.length === 0) return;
    const bytes = backlog.length === 1 ? (backlog[0] as Buffer) : Buffer.concat(backlog);
    try {
      file.write(bytes, position);
    } catch (error) {
      backlog = [bytes];
      problem(error);
      return;
    }
    position += bytes.length;
    backlog = [];
    dirty = true;
    failing = false;
  }

  async function sync(): Promise<void> {
    if (!dirty) return;
    dirty = false;
    const reached = position;
    try {
      await file.sync();
      synced = Math.max(synced, reached);
    } catch (error) {
      dirty = true;
      problem(error);
    }
  }

  /** One sync at a time: what was written during one waits for the next, and does not start it early. */
  function flush(): Promise<void> {
    write();
    syncing = syncing.then(sync);
    return syncing;
  }

  return {
    append(bytes) {
      backlog.push(bytes);
      write();
      timer ??= setTimeout(() => {
        timer = null;
        void flush();
      }, SYNC_EVERY_MS).unref();
    },
    flush,
    isSafe: () => backlog.length === 0 && synced === position && position > 0 && file.isNamed(),
    close() {
      if (timer) clearTimeout(timer);
      timer = null;
      write();
      file.close();
    },
  };
}

/** The real thing. Throws what the file system throws. */
export function openAppendFile(path: string): AppendFile {
  const fd = openPrivate(path, 'wx');
  const identity = identityOf(path);
  let closed = false;
  let running = 0;
  const closeNow = () => fs.closeSync(fd);
  return {
    write(bytes, position) {
      for (let done = 0; done < bytes.length; )
        done += fs.writeSync(fd, bytes, done, bytes.length - done, position + done);
    },
    isNamed: () => identity !== null && identityOf(path) === identity,
    sync() {
      if (closed) return Promise.resolve();
      running++;
      return new Promise((resolve, reject) => {
        fs.fsync(fd, (error) => {
          running--;
          // A descriptor must not be closed (and its number reused) under a sync that is still running.
          if (closed && running === 0) closeNow();
          if (error) reject(error);
          else resolve();
        });
      });
    },
    close() {
      if (closed) return;
      closed = true;
      if (running === 0) closeNow();
    },
  };
}
