import path from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder, type Machine } from '../../main/store/data-folder.ts';

const linux: Machine = { platform: 'linux', env: {}, home: '/home/maja' };
const mac: Machine = { platform: 'darwin', env: {}, home: '/Users/maja' };
const windows: Machine = { platform: 'win32', env: {}, home: 'C:\\Users\\maja' };

test.each<[string, Machine, string]>([
  ['Linux', linux, '/home/maja/.local/share/lockout'],
  ['Linux with XDG', { ...linux, env: { XDG_DATA_HOME: '/data/maja' } }, '/data/maja/lockout'],
  [
    'Linux with a relative XDG folder, which the specification forbids',
    { ...linux, env: { XDG_DATA_HOME: 'data' } },
    '/home/maja/.local/share/lockout',
  ],
  ['macOS', mac, '/Users/maja/Library/Application Support/Lockout'],
  ['Windows', windows, 'C:\\Users\\maja\\AppData\\Roaming\\Lockout'],
  [
    'Windows with a roaming folder elsewhere',
    { ...windows, env: { APPDATA: 'D:\\Roam' } },
    'D:\\Roam\\Lockout',
  ],
])('data lives where %s keeps it', (_, machine, folder) => {
  expect(dataFolder(machine)).toBe(folder);
});

test('LOCKOUT_DATA decides before everything else', () => {
  for (const machine of [linux, mac]) {
    const env = { LOCKOUT_DATA: '/mnt/gym', XDG_DATA_HOME: '/data' };
    expect(dataFolder({ ...machine, env })).toBe('/mnt/gym');
  }
  expect(dataFolder({ ...linux, env: { LOCKOUT_DATA: 'gym' } })).toBe(path.resolve('gym'));
  expect(dataFolder({ ...linux, env: { LOCKOUT_DATA: '  ' } })).toBe('/home/maja/.local/share/lockout');
});
