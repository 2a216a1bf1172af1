import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of package.json: the checkout, or the packaged app. Found upwards, because a bundle moves files. */
export function findRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json');
    if (existsSync(file) && readName(file) === 'lockout') return folder;
    if (folder === path.dirname(folder)) throw new Error(`No Lockout package.json above ${from}`);
  }
}

function readName(file: string): unknown {
  return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name;
}

export function readVersion(root: string = findRoot()): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Where the built page lies. */
export const pageFolder = (root: string = findRoot()): string => path.join(root, 'out/renderer');
