import fs from 'node:fs';
import path from 'node:path';
import { replacePrivate } from '../store/private.ts';
import { removeQuietly } from '../store/remove.ts';

/** Beside the database and not in it: a backup or an export must let nobody into the gym. */
const FILE = 'lockout-gym.json';

const fileIn = (folder: string): string => path.join(folder, FILE);

export const isCredentialKept = (folder: string): boolean => fs.existsSync(fileIn(folder));

/** The address of the gym's database with this station's own password; null: none is kept. */
export function readCredential(folder: string): string | null {
  try {
    const kept: unknown = JSON.parse(fs.readFileSync(fileIn(folder), 'utf8'));
    const database = (kept as { database?: unknown } | null)?.database;
    return typeof database === 'string' ? database : null;
  } catch {
    return null;
  }
}

/** On the disk itself before the gym is told: its old password counts no more from then on. */
export function keepCredential(folder: string, database: string): void {
  replacePrivate(fileIn(folder), `${JSON.stringify({ database })}\n`);
}

export const forgetCredential = (folder: string): void => removeQuietly(fileIn(folder));
