import fs from 'node:fs';
import path from 'node:path';
import { entriesOf } from '../entries.ts';
import { privateFolder } from '../private.ts';
import { removeQuietly } from '../remove.ts';

export const SUFFIX = '.journal';
export const DISCARDED = 'discarded';
/** Recordings in which no rep was found. */
export const WITHOUT_REPS = 'without-reps';

/** Nothing longer is read as a journal: an hour of six axes at 1 kHz is 205 MB. 256 MiB. */
const MOST_BYTES = 2 ** 28;

const journalsOf = (folder: string) => entriesOf(folder, /\.journal$/, MOST_BYTES);

/** Ids of the journals in a folder; none when there is no such folder. */
export const idsIn = (folder: string): string[] =>
  journalsOf(folder).files.map(({ name }) => name.slice(0, -SUFFIX.length));

/** Names of what is called a journal and cannot be one. */
export const oddIn = (folder: string): readonly string[] => journalsOf(folder).odd;

/** `2026-11-20T23-45-53-120Z`, and `-2` ... when two sets start within a millisecond. Never throws. */
export function freeId(home: string, at_epoch_ms: number): string {
  const stem = new Date(at_epoch_ms).toISOString().replace(/[:.]/g, '-');
  const taken = (id: string) =>
    [home, path.join(home, DISCARDED), path.join(home, WITHOUT_REPS)].some((folder) =>
      fs.existsSync(path.join(folder, id + SUFFIX)),
    );
  let id = stem;
  for (let n = 2; taken(id); n++) id = `${stem}-${n}`;
  return id;
}

/** Moves a journal into a folder, where its age counts from now. Throws what the file system throws. */
export function moveTo(file: string, folder: string, now_epoch_ms: number): void {
  privateFolder(folder);
  const target = path.join(folder, path.basename(file));
  fs.renameSync(file, target);
  // of a link the link's own: what it leads to is not ours
  fs.lutimesSync(target, now_epoch_ms / 1000, now_epoch_ms / 1000);
}

/** Removes the journals of a folder that were put there before `before_epoch_ms`. */
export function removeOlder(folder: string, before_epoch_ms: number): void {
  for (const id of idsIn(folder)) {
    const file = path.join(folder, id + SUFFIX);
    const entry = fs.lstatSync(file, { throwIfNoEntry: false });
    if (entry !== undefined && entry.mtimeMs < before_epoch_ms) removeQuietly(file);
  }
}
