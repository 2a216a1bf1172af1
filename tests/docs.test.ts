import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AnalysisReport } from '../src/contract/analysis.ts';
import { lockout } from './cli/lockout.ts';

// What the documents say about the repository is looked up in it: a file that moves takes its mentions along.

const root = path.resolve(import.meta.dirname, '..');
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const documents = globSync(['*.md', 'docs/**/*.md', 'samples/*.md', '.github/**/*.{md,yml}'], {
  cwd: root,
}).map((file) => file.replaceAll(path.sep, '/'));

/** Every file of the checkout: what git keeps, and what is about to be kept. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n');
const names = new Set(files.map((file) => path.posix.basename(file)));

const FENCE = /^```[\s\S]*?^```/gm;
const ROOMS = /^(src|main|renderer|tests|docs|samples|\.ci|\.github)\//;
const FILE_NAME = /^[\w.-]+\.(ts|tsx|mjs|css|json|md|csv|yml)$/;

/** Paths in blocks of commands and in pictures. */
const PATH_IN_BLOCK = /(?<![\w/.-])(?:src|main|renderer|tests|docs|samples)\/[\w./-]*\w/g;

/** Paths and file names in code spans and blocks; `<name>` in one stands for a file the reader is about to add. */
function pathsIn(document: string): string[] {
  const blocks = [...text(document).matchAll(FENCE)].flatMap((block) => block[0].match(PATH_IN_BLOCK) ?? []);
  const spans = [
    ...text(document)
      .replace(FENCE, '')
      .matchAll(/`([^`\n]+)`/g),
  ]
    .map((match) => (match[1] as string).replace(/^\.\//, ''))
    .filter((span) => !/\s/.test(span) && (ROOMS.test(span) || FILE_NAME.test(span)));
  return [...blocks, ...spans];
}

function isThere(named: string): boolean {
  const [known = ''] = named.split('<');
  const folder = named.includes('<') ? path.posix.dirname(`${known}x`) : named;
  if (existsSync(path.join(root, folder))) return true;
  if (folder.includes('*') || folder.includes('{')) return globSync(folder, { cwd: root }).length > 0;
  return !folder.includes('/') && names.has(folder);
}

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
const anchorsIn = (document: string): string[] =>
  [
    ...text(document)
      .replace(FENCE, '')
      .matchAll(/^#+ (.+)$/gm),
  ].map((match) => anchorOf(match[1] as string));

function brokenLinks(document: string): string[] {
  const links = [
    ...text(document)
      .replace(FENCE, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ].map((match) => match[1] as string);
  return links.filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
    if (!existsSync(path.join(root, target))) return true;
    return anchor !== undefined && !anchorsIn(target).includes(anchor);
  });
}

test('documents name files at all', () => {
  expect(documents).toContain('README.md');
  expect(documents.flatMap(pathsIn).length).toBeGreaterThan(60);
});

describe.each(documents)('%s', (document) => {
  test('names only files that are there', () => {
    expect(pathsIn(document).filter((named) => !isThere(named))).toEqual([]);
  });
  test('links only to what is there', () => {
    expect(brokenLinks(document)).toEqual([]);
  });
});

describe('the sample recording', () => {
  const sheet = 'samples/README.md';
  /** Arguments of the first `lockout NAME` line of a document. */
  const command = (document: string, name: string): string[] => {
    const line = text(document)
      .split('\n')
      .find((each) => each.includes(`lockout -- ${name} `));
    return (line ?? '').replace(/^.*lockout -- /, '').split(' ');
  };

  test('is made again by the command beside it', async () => {
    const [args = [], file] = [command(sheet, 'simulate').slice(0, -2), command(sheet, 'simulate').at(-1)];
    const made = await lockout(args);
    expect(made.code).toBe(0);
    expect(made.out === text(file ?? '')).toBe(true);
  });

  test('gives what its table says, by the first analyze line of the README', async () => {
    const args = command('README.md', 'analyze');
    expect(command(sheet, 'analyze')).toEqual(args);
    const ran = await lockout(args);
    expect(ran.err).toBe('');
    const { reps } = AnalysisReport.parse(JSON.parse(ran.out));
    const rows = [...text(sheet).matchAll(/^\| \d.*$/gm)].map((row) => row[0].split('|').slice(1, -1));
    expect(rows).toHaveLength(reps.length);
    reps.forEach((rep, k) => {
      const [index, mcv, rom, hold, ...verdict] = (rows[k] ?? []).map((cell) => cell.trim());
      expect(Number(index)).toBe(rep.index);
      expect(verdict).toEqual([rep.verdict.range, rep.verdict.hold, rep.verdict.lowering]);
      // a table that is off by its last digit misleads nobody
      expect(Math.abs((rep.mcv_mps ?? 0) - Number(mcv))).toBeLessThan(0.01);
      expect(Math.abs((rep.rom_m ?? 0) - Number(rom))).toBeLessThan(0.01);
      expect(Math.abs((rep.lockout.hold_s ?? 0) - Number(hold))).toBeLessThan(0.1);
    });
  });
});

test('the Node that is asked for is the Node that is pinned', () => {
  const manifest = JSON.parse(text('package.json')) as {
    devDependencies: { node: string };
    engines: { node: string };
  };
  const pinned = /\d+/.exec(manifest.devDependencies.node)?.[0];
  expect(text('.nvmrc').trim()).toBe(pinned);
  // npm itself runs on an older one and brings the pinned one
  expect(manifest.engines.node).toBe('>=20');
  for (const entry of ['main/cli.ts', 'main/start.mjs']) expect(text(entry)).toMatch(RegExp(`= ${pinned};`));
});
