import fs from 'node:fs';
import path from 'node:path';
import { codeOf } from './errors.ts';

export interface FileEntry {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly modified_epoch_ms: number;
}

export interface FolderEntries {
  /** Regular files of a sane size. */
  readonly files: readonly FileEntry[];
  /** Names of what only looks like one: a link, a folder, a pipe, a file beyond all measure. */
  readonly odd: readonly string[];
}

/**
 * What a folder holds under names like `name`, each looked at without following it: a link may lead nowhere, or to something
 * that never ends. Nothing where there is no such folder.
 */
export function entriesOf(folder: string, name: RegExp, most_bytes: number): FolderEntries {
  const files: FileEntry[] = [];
  const odd: string[] = [];
  for (const each of namesIn(folder)) {
    if (!name.test(each)) continue;
    const file = path.join(folder, each);
    const found = fs.lstatSync(file, { throwIfNoEntry: false });
    if (found === undefined) continue;
    if (!found.isFile() || found.size > most_bytes) odd.push(each);
    else files.push({ name: each, path: file, bytes: found.size, modified_epoch_ms: found.mtimeMs });
  }
  return { files, odd };
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test(codeOf(error))) return [];
    throw error;
  }
}
