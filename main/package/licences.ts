import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { runProgram } from './ready.ts';

/** A package that runs with Lockout. */
export interface RunningPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json says; empty: it says nothing. */
  readonly licence: string;
  /** The text it brings; empty: none. */
  readonly text: string;
}

/** Licences that ask nothing of a program beside them but their own text. Others have to be looked at first. */
export const FREELY = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Public Domain',
];

/** All of one licence expression are free to use, or one of its choices is. */
export function isFree(licence: string): boolean {
  const plain = licence.replace(/[()]/g, '').trim();
  return plain
    .split(/\s+OR\s+/i)
    .some((choice) => choice.split(/\s+AND\s+/i).every((each) => FREELY.includes(each.trim())));
}

/** What the lock file says runs with us, as it lies in node_modules; what is not installed here belongs to other systems. */
export function runningPackages(root: string): RunningPackage[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  return Object.entries(lock.packages)
    .filter(
      ([place, { dev }]) =>
        place !== '' && dev !== true && existsSync(path.join(root, place, 'package.json')),
    )
    .map(([place]) => describePackage(path.join(root, place)))
    .sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}

function describePackage(folder: string): RunningPackage {
  const { name, version, license, licenses } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license?: string | { type: string }; licenses?: { type: string }[] };
  const said = typeof license === 'object' ? license.type : license;
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
  return {
    name,
    version,
    licence: said ?? (licenses ?? []).map(({ type }) => type).join(' OR '),
    text: file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim(),
  };
}

/** Where About finds the notice: beside the page. */
export const NOTICE = 'third-party.txt';

/** Who made what runs here, and under which licence; packages of one text share it. */
export function thirdPartyNotice(packages: readonly RunningPackage[]): string {
  const byText = new Map<string, string[]>();
  for (const { name, version, licence, text } of packages) {
    const same = byText.get(text) ?? [];
    byText.set(text, [...same, `${name} ${version}: ${licence}`]);
  }
  return [...byText]
    .map(([text, names]) => `${[...new Set(names)].join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(78)}\n\n`);
}

/** A part of the page's build: the notice as a file of the page, and the same from the development server. */
export function bringNotice(root: string) {
  const notice = () => thirdPartyNotice(runningPackages(root));
  return {
    name: 'third-party-notice',
    configureServer(server: {
      middlewares: { use(at: string, serve: (_: unknown, reply: ServerResponse) => void): unknown };
    }): void {
      server.middlewares.use(`/${NOTICE}`, (_, reply) => {
        reply.setHeader('content-type', 'text/plain; charset=utf-8').end(notice());
      });
    },
    generateBundle(this: {
      emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown;
    }): void {
      this.emitFile({ type: 'asset', fileName: NOTICE, source: notice() });
    },
  };
}

/** Writes who made what runs here, and under which licence, for people (third-party.txt) and for programs (CycloneDX). */
export function writeLicences(root: string): RunningPackage[] {
  const folder = path.join(root, 'out/package/licences');
  mkdirSync(folder, { recursive: true });
  const all = runningPackages(root);
  writeFileSync(path.join(folder, NOTICE), thirdPartyNotice(all));
  const sbom = runProgram(
    'npm',
    ['sbom', '--omit', 'dev', '--sbom-format', 'cyclonedx', '--package-lock-only'],
    root,
  );
  writeFileSync(path.join(folder, 'sbom.cdx.json'), sbom);
  return all;
}
