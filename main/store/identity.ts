import fs from 'node:fs';

/** Device and number of the file a path names now; null: none. */
export function identityOf(file: string): string | null {
  try {
    const { dev, ino } = fs.statSync(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}
