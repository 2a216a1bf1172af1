import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { icnsOf, icoOf } from '../../main/package/icon-files.ts';
import { isFree, runningPackages } from '../../main/package/licences.ts';
import { BUNDLED, readyManifest } from '../../main/package/ready.ts';
import { importsOf } from '../house/imports.ts';

const root = path.resolve(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('what runs with Lockout', () => {
  const running = runningPackages(root);

  test('is under licences that ask for no more than their text', () => {
    expect(running.length).toBeGreaterThan(50);
    const others = running.filter(({ licence }) => !isFree(licence));
    expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['GPL-3.0', false],
    ['MIT AND LGPL-2.1', false],
    ['', false],
  ])('%s is free to use: %s', (licence, free) => {
    expect(isFree(licence)).toBe(free);
  });

  test('is all in the ready-built package, which builds nothing', () => {
    const { dependencies, optionalDependencies } = readyManifest(root);
    const brought = [...Object.keys({ ...dependencies, ...optionalDependencies }), ...BUNDLED, 'electron'];
    const files = execFileSync('git', ['ls-files', 'src', 'main'], { cwd: root, encoding: 'utf8' })
      .trim()
      .split('\n');
    const wanted = files
      .filter((file) => file.endsWith('.ts') && !file.startsWith('main/package'))
      .flatMap((file) => importsOf(file, text(file)))
      .filter(({ from, kind }) => kind !== 'type' && !from.startsWith('node:') && !/^(src|main)\//.test(from))
      .map(({ from }) => /^(@[^/]+\/)?[^/]+/.exec(from)?.[0]);
    expect([...new Set(wanted)].filter((name) => !brought.includes(name ?? ''))).toEqual([]);
    expect(Object.keys(dependencies)).not.toContain('react');
  });
});

test('icon files hold each picture where their lists say', () => {
  const pictures = [16, 256].map((size) => ({ size, png: Uint8Array.of(size % 256, 1, 2) }));
  const ico = icoOf(pictures);
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 2]);
  pictures.forEach(({ png }, i) => {
    const at = ico.readUInt32LE(6 + 16 * i + 12);
    expect(ico.subarray(at, at + ico.readUInt32LE(6 + 16 * i + 8))).toEqual(Buffer.from(png));
  });
  const icns = icnsOf(pictures);
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const names: string[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    names.push(icns.toString('latin1', at, at + 4));
  expect(names).toEqual(['icp4', 'ic08', 'ic13']);
});

test('the unit of the server gives it one folder and no rights but the radio', () => {
  const unit = text('main/package/server/lockout.service');
  for (const line of [
    'DynamicUser=yes',
    'StateDirectoryMode=0700',
    'UMask=0077',
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'CapabilityBoundingSet=CAP_NET_RAW CAP_NET_ADMIN',
  ])
    expect(unit.split('\n')).toContain(line);
});
