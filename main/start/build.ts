import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['src', 'main', 'renderer', 'electron.config.ts', 'package-lock.json'];
const RESULTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

function newest_ms(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest_ms(path.join(file, name))));
}

/** True when something under the sources is newer than the oldest build result, or one is missing. */
export function isStale(root: string): boolean {
  const results = RESULTS.map(
    (file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.min(...results) < Math.max(...SOURCES.map((file) => newest_ms(path.join(root, file))));
}

/** Builds the three bundles if they are older than their sources; false when the build failed. */
export function buildIfStale(root: string): boolean {
  if (!isStale(root)) return true;
  console.log('Building ...');
  const vite = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const build = spawnSync(
    process.execPath,
    [vite, 'build', '-c', 'electron.config.ts', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  return build.status === 0;
}
