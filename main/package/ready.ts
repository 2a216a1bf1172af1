import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Plain JavaScript that is bundled into the programs when they are built (electron.config.ts). */
export const BUNDLED = [
  'fflate',
  'hyparquet-writer',
  'lean-qr',
  'papaparse',
  'pg',
  'write-excel-file',
  'ws',
  'zod',
] as const;
/** What is bundled into the page. */
const IN_THE_PAGE: readonly string[] = [
  '@fontsource-variable/inter',
  '@fontsource/barlow-condensed',
  'react',
  'react-dom',
  'uplot',
  'wouter',
];
/** Of what is built, what only Electron starts. */
const ELECTRON_ONLY = /[/\\](preload|index\.js)$/;
/** What `main/start.mjs` asks of a checkout is asked of a package too. */
const NODE = '>=24';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

/** The package.json of the ready-built package: what runs, and nothing that builds. */
export function readyManifest(root: string) {
  const whole = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const { name, version, description, license, optionalDependencies } = whole;
  const dependencies = Object.fromEntries(
    Object.entries(whole.dependencies).filter(([each]) => ![...IN_THE_PAGE, ...BUNDLED].includes(each)),
  );
  return {
    ...{ name, version, description, license },
    type: 'module',
    bin: { lockout: 'out/main/cli.js' },
    engines: { node: NODE },
    ...{ dependencies, optionalDependencies },
  };
}

/** Packs what `npm run build` made, as `out/package/lockout.tgz`: `npx lockout.tgz serve` starts the browser station. */
export function makeReady(root: string): string {
  const home = path.join(root, 'out/package');
  const folder = path.join(home, 'ready');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['main', 'renderer'])
    cpSync(path.join(root, 'out', part), path.join(folder, 'out', part), {
      recursive: true,
      filter: (from) => !ELECTRON_ONLY.test(from),
    });
  for (const name of ['README.md', 'LICENSE']) cpSync(path.join(root, name), path.join(folder, name));
  // the notice for people is a file of the page
  cpSync(path.join(home, 'licences/sbom.cdx.json'), path.join(folder, 'licences/sbom.cdx.json'));
  const manifest = readyManifest(root);
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  runProgram('npm', ['pack', '--silent', '--pack-destination', home, folder], root);
  const packed = path.join(home, 'lockout.tgz');
  renameSync(path.join(home, `${manifest.name}-${manifest.version}.tgz`), packed);
  return packed;
}

/** A program of somebody else's; its failure is ours. */
export function runProgram(program: string, args: readonly string[], cwd: string): string {
  const done = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 2 ** 28,
  });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.stderr || done.error}`);
  return done.stdout;
}
