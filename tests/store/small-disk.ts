import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const mount = (folder: string, megabytes: number): void =>
  void execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', folder], {
    stdio: 'ignore',
  });
const unmount = (folder: string): void => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' });

/** Whether disks can be made here: Linux, by root. */
export const CAN_MOUNT = canMount();

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lockout-mount-'));
  try {
    mount(folder, 1);
    unmount(folder);
    return true;
  } catch {
    return false;
  } finally {
    fs.rmdirSync(folder);
  }
}

/** A real disk of a few megabytes that a test may fill; it goes with the test. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes what is left. */
  fill(): void;
  /** Gives back what was taken. */
  makeRoom(): void;
}

export function aSmallDisk(megabytes: number): SmallDisk {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lockout-disk-'));
  mount(folder, megabytes);
  onTestFinished(() => {
    unmount(folder);
    fs.rmdirSync(folder);
  });
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    fill() {
      const fd = fs.openSync(ballast, 'a');
      try {
        for (;;) fs.writeSync(fd, Buffer.alloc(4096));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        fs.closeSync(fd);
      }
    },
    makeRoom: () => fs.rmSync(ballast),
  };
}
