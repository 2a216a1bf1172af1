import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SeenFile } from './settled.ts';

/** What an explanation is called: the name of the file it is about, and this. */
export const WHY = '.not-imported.txt';
/** Where finished files go. */
export const DONE = 'imported';
/** Names of files that are no recordings: hidden ones, those on their way in, and what is written here. */
const PASSED_OVER = /^[.~]|\.(?:part|crdownload|tmp|download)$|\.not-imported\.txt$/i;

/** Files that wait in the folder, by name. One that was explained waits no more until it changes. */
export async function waitingFiles(folder: string): Promise<SeenFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) =>
    entry.isFile() && !PASSED_OVER.test(entry.name) ? [entry.name] : [],
  );
  const files: SeenFile[] = [];
  for (const name of names.sort()) {
    const [file, why] = await Promise.all(
      [name, name + WHY].map((each) => stat(path.join(folder, each)).catch(() => null)),
    );
    // a copy may keep the old time of its content: when it was put here counts too
    const changed_ms = Math.max(file?.mtimeMs ?? 0, file?.ctimeMs ?? 0);
    if (!file || (why && why.mtimeMs >= changed_ms)) continue;
    files.push({ name, size: file.size, changed_ms });
  }
  return files;
}

/** Moves a finished file out of the way, beside those of the same name, and takes its explanation away. */
export async function putAside(folder: string, name: string): Promise<void> {
  const done = path.join(folder, DONE);
  await mkdir(done, { recursive: true });
  const { name: stem, ext } = path.parse(name);
  let to = path.join(done, name);
  for (let n = 2; existsSync(to); n++) to = path.join(done, `${stem} (${n})${ext}`);
  await rename(path.join(folder, name), to);
  await rm(path.join(folder, name + WHY), { force: true });
}

export const writeWhy = (folder: string, name: string, why: string): Promise<void> =>
  writeFile(
    path.join(folder, name + WHY),
    `${name} was not imported.\r\n\r\n${why}\r\n\r\nTo have it tried again, put the corrected file here, or delete this text.\r\n`,
  );
