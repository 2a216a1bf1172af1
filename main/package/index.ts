import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findRoot } from '../root.ts';
import { makeIcons } from './icons.ts';
import { writeLicences } from './licences.ts';
import { makeReady, runProgram } from './ready.ts';
import { bytesUnder, makeServerDeb } from './server-deb.ts';

/** `npm run package -- licences | icons | ready | server`: what is shipped, from what `npm run build` made (docs/shipping.md). */
const root = findRoot(import.meta.dirname);
/** Its line in the budget. */
const INSTALLED = 'installed package, MB';
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function ready(): string {
  writeLicences(root);
  return makeReady(root);
}

/** As somebody would install it, in an empty folder. */
function installedBytes(packed: string): number {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-installed-'));
  runProgram(
    'npm',
    ['install', '--silent', '--omit=dev', '--ignore-scripts', '--no-audit', '--prefix', folder, packed],
    root,
  );
  const bytes = bytesUnder(folder);
  rmSync(folder, { recursive: true });
  return bytes;
}

const COMMANDS: Readonly<Record<string, () => void | Promise<void>>> = {
  licences: () =>
    console.log(`${writeLicences(root).length} packages run with Lockout: out/package/licences`),
  icons: async () => console.log((await makeIcons(root)).join('\n')),
  ready() {
    const packed = ready();
    const bytes = installedBytes(packed);
    const most =
      JSON.parse(readFileSync(path.join(import.meta.dirname, 'budget.json'), 'utf8'))[INSTALLED] * 1e6;
    console.log(`${packed}: ${megabytes(bytes)} installed, Node aside; at most ${megabytes(most)}`);
    if (bytes > most) process.exitCode = 1;
  },
  server: () => console.log(makeServerDeb(root, ready())),
};

const [name = ''] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command === undefined) {
  console.error(`npm run package -- ${Object.keys(COMMANDS).join(' | ')}`);
  process.exitCode = 2;
} else await command();
