import fs from 'node:fs';

/** Returns when the file's bytes are on the disk itself. */
export function syncFile(file: string): void {
  const fd = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
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
