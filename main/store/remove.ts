import fs from 'node:fs';
import { codeOf } from './errors.ts';

/** A file that is gone already, or that Windows still holds, is met again at the next start. */
export function removeQuietly(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch (error) {
    if (!/^(EPERM|EBUSY|EACCES|EROFS|ENOTDIR)$/.test(codeOf(error))) throw error;
  }
}
