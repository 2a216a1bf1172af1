import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, aStore } from './given.ts';

const child = path.join(import.meta.dirname, 'leave-files.ts');

type Rights = Readonly<Record<string, string>>;

function leave(folder: string, umask: string): { open: Rights; closed: Rights } {
  return JSON.parse(execFileSync(process.execPath, [child, folder, umask], { encoding: 'utf8' }));
}

const isFolder = (name: string): boolean => /(^|\/)(\.|journal|backups|without-reps)$/.test(name);
const right = (rights: Rights): Rights =>
  Object.fromEntries(Object.keys(rights).map((name) => [name, isFolder(name) ? '700' : '600']));

describe.skipIf(process.platform === 'win32')('nobody else may look into the data', () => {
  test.each(['000', '022', '177'])('whatever is written, with the umask %s', (umask) => {
    const { open, closed } = leave(path.join(aFolder(), 'data'), umask);
    const names = Object.keys(open).join(' ');
    for (const kind of [
      /lockout\.sqlite /,
      /-wal/,
      /-shm/,
      /station\.lock/,
      /backups\/\S+-before-restore\.sqlite/,
    ])
      expect(names).toMatch(kind);
    expect(names.match(/journal\/\S+\.journal/g)).toHaveLength(3);
    expect(open).toEqual(right(open));
    expect(closed).toEqual(right(closed));
  });

  test('a folder that an earlier version left open is closed at the start, what is not ours in it left alone', () => {
    const folder = path.join(aFolder(), 'data');
    leave(folder, '022');
    fs.writeFileSync(path.join(folder, 'letter.txt'), 'mine');
    const all = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const name of ['.', ...all]) {
      const at = path.join(folder, name);
      fs.chmodSync(at, fs.statSync(at).isDirectory() ? 0o755 : 0o644);
    }
    expect(aStore({ folder }).notices).toEqual([]);
    const open = all.filter((name) => (fs.statSync(path.join(folder, name)).mode & 0o077) !== 0);
    expect(open).toEqual(['letter.txt']);
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('one that cannot be closed is told', () => {
    const folder = aFolder();
    // as everybody's folder for passing things on: not ours to close
    fs.chmodSync(folder, 0o1777);
    expect(aStore({ folder }).notices.map(({ code }) => code)).toEqual(['open-to-others']);
    expect(fs.statSync(folder).mode & 0o7777).toBe(0o1777);
  });
});
