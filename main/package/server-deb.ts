import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from './ready.ts';

/** As Debian writes them. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };
const START =
  '#!/bin/sh\nexec /usr/lib/lockout/node /usr/lib/lockout/node_modules/lockout/out/main/cli.js "$@"\n';

/**
 * The headless station as a Debian package, with the Node it runs on and a systemd unit, for the computer this runs on
 * (a Raspberry Pi is arm64). Takes the ready-built package.
 */
export function makeServerDeb(root: string, packed: string): string {
  const architecture = ARCHITECTURES[process.arch];
  if (process.platform !== 'linux' || architecture === undefined)
    throw new Error(`There is no Debian for ${process.platform} on ${process.arch}`);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const tree = path.join(root, 'out/package/deb');
  const at = (name: string): string => path.join(tree, name);
  rmSync(tree, { recursive: true, force: true });
  for (const folder of [
    'DEBIAN',
    'usr/bin',
    'usr/lib/lockout',
    'lib/systemd/system',
    'usr/share/doc/lockout-server',
  ])
    mkdirSync(at(folder), { recursive: true });
  runProgram(
    'npm',
    [
      'install',
      '--silent',
      '--omit=dev',
      '--ignore-scripts',
      '--no-audit',
      '--prefix',
      at('usr/lib/lockout'),
      packed,
    ],
    root,
  );
  cpSync(process.execPath, at('usr/lib/lockout/node'));
  writeFileSync(at('usr/bin/lockout'), START, { mode: 0o755 });
  const own = path.join(import.meta.dirname, 'server');
  cpSync(path.join(own, 'lockout.service'), at('lib/systemd/system/lockout.service'));
  for (const script of ['postinst', 'prerm'])
    writeFileSync(at(`DEBIAN/${script}`), readFileSync(path.join(own, script)), { mode: 0o755 });
  cpSync(path.join(root, 'LICENSE'), at('usr/share/doc/lockout-server/copyright'));
  const control = readFileSync(path.join(own, 'control'), 'utf8')
    .replace('@VERSION@', version)
    .replace('@ARCHITECTURE@', architecture)
    .replace('@SIZE@', String(Math.ceil(bytesUnder(tree) / 1024)));
  writeFileSync(at('DEBIAN/control'), control);
  const file = path.join(root, `out/installers/lockout-server_${version}_${architecture}.deb`);
  mkdirSync(path.dirname(file), { recursive: true });
  runProgram('dpkg-deb', ['--root-owner-group', '-Zgzip', '--build', tree, file], root);
  return file;
}

export const bytesUnder = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(path.join(entry.parentPath, entry.name)).size : 0),
    0,
  );
