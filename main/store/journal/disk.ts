import fs from 'node:fs';
import path from 'node:path';
import type { JournalDisk } from '../journal-types.ts';
import { privateFile, privateFolder } from '../private.ts';
import { syncFolder } from '../sync.ts';
import { openAppendFile } from './appender.ts';

export const ownDisk: JournalDisk = {
  open(file) {
    privateFolder(path.dirname(file));
    const opened = openAppendFile(file);
    syncFolder(path.dirname(file));
    return opened;
  },
  write(file, bytes) {
    const partial = `${file}.partial`;
    privateFolder(path.dirname(file));
    try {
      privateFile(partial);
      fs.writeFileSync(partial, bytes, { flush: true });
      fs.renameSync(partial, file);
    } catch (error) {
      fs.rmSync(partial, { force: true });
      throw error;
    }
    syncFolder(path.dirname(file));
  },
};
