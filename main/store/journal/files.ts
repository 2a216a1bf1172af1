import fs from 'node:fs';
import path from 'node:path';
import { codeOf } from '../errors.ts';

export const SUFFIX = '.journal';
export const DISCARDED = 'discarded';

/** Ids of the journals in a folder that may not exist. */
export function idsIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length));
}

/** `2026-11-20T23-45-53-120Z`, and `-2` ... when two sets start within a millisecond. */
export function freeId(home: string, at_epoch_ms: number): string {
  const stem = new Date(at_epoch_ms).toISOString().replace(/[:.]/g, '-');
  const taken = new Set([...idsIn(home), ...idsIn(path.join(home, DISCARDED))]);
  let id = stem;
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`;
  return id;
}

/** A file that is gone already, or that Windows still holds, is met again at the next start. */
export function removeQuietly(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch (error) {
    if (!/^(EPERM|EBUSY|EACCES|EROFS)/.test(codeOf(error))) throw error;
  }
}

/** The new file's name must survive a power cut too. Windows cannot open folders and does not need it. */
export function syncFolder(home: string): void {
  if (process.platform === 'win32') return;
  const fd = fs.openSync(home, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
