import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { bytesUnder } from '../../main/package/server-deb.ts';
import { requirement } from '../require.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.join(root, 'out');
const budget: Readonly<Record<string, number>> = JSON.parse(
  readFileSync(path.join(root, 'main/package/budget.json'), 'utf8'),
);
const withBuild = requirement('a build', existsSync(path.join(out, 'renderer/index.html')), 'npm run build');

withBuild('what is built stays within its budget', () => {
  const most = (line: string): number => (budget[line] ?? 0) * 1000;

  test('the page and the script it begins with', () => {
    const page = readFileSync(path.join(out, 'renderer/index.html'), 'utf8');
    const first = /src="\/(assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    expect(statSync(path.join(out, 'renderer', first)).size).toBeLessThan(
      most('page script that is loaded first, kB'),
    );
    expect(bytesUnder(path.join(out, 'renderer'))).toBeLessThan(most('page, kB'));
  });

  test('the programs can be loaded', () => {
    const main = path.join(out, 'main');
    // all but those that begin to do something
    const files = [path.join(main, 'host.js'), ...chunksOf(main)];
    const loading = files.map((file) => `await import(${JSON.stringify(pathToFileURL(file))});`).join('');
    const loaded = spawnSync(process.execPath, ['--input-type=module', '-e', loading], { encoding: 'utf8' });
    expect([loaded.status, loaded.stderr]).toEqual([0, '']);
  });

  test('the programs', () => {
    expect(readdirSync(path.join(out, 'main'))).toContain('cli.js');
    expect(bytesUnder(path.join(out, 'main'))).toBeLessThan(most('programs, kB'));
  });
});

const chunksOf = (main: string): string[] =>
  readdirSync(path.join(main, 'chunks'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(main, 'chunks', name));
