import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { words } from '../../../src/words/index.ts';
import type { BuildAddon } from '../helper/engine-loader.ts';
import { findHeaders, type NodeVersion } from './addon-headers.ts';
import type { MachineFacts } from './facts.ts';

export interface AddonOptions {
  /** The folder whose node_modules hold the engines. */
  readonly root: string;
  /** The Node the helper runs with: what the native part is built for. */
  readonly execPath: string;
  readonly facts: () => MachineFacts;
  readonly log: (message: string) => void;
  readonly timeout_ms?: number;
  /** node-gyp's script; default: the one that came with the engine. */
  readonly gyp?: string;
}

/** Measured on a two-core machine: 6 s with headers at hand; fetching them is up to 50 MB. */
const BUILD_TIMEOUT_MS = 120_000;
const LOG_LINES = 12;

/** What has to be compiled, per platform: Linux goes through a socket package, the others through noble itself. */
const TARGETS: Partial<Readonly<Record<NodeJS.Platform, { package: string; arguments: readonly string[] }>>> =
  {
    linux: {
      package: '@abandonware/bluetooth-hci-socket',
      // its binding.gyp expects what node-pre-gyp would define
      arguments: ['--module_name=bluetooth_hci_socket', '--module_path=./lib/binding'],
    },
    darwin: { package: '@abandonware/noble', arguments: [] },
    win32: { package: '@abandonware/noble', arguments: [] },
  };

type Outcome = Awaited<ReturnType<BuildAddon>>;

/**
 * Compiles the preferred engine's native part for the helper's Node, where that can work, within bounds.
 * A failure is remembered, so that it is not tried again at every start, until something it depends on changes.
 */
export function createAddonBuild(options: AddonOptions): BuildAddon {
  return async () => {
    const facts = options.facts();
    const target = TARGETS[facts.platform];
    if (!target) return failure(words.bluetooth.engine.noBuildHere);
    if (facts.adapters?.length === 0) return failure(words.bluetooth.engine.noAdapter);
    if (!facts.compiler) return failure(words.bluetooth.engine.noCompiler);

    const node = await nodeVersion(options.execPath);
    const require = createRequire(path.join(options.root, 'package.json'));
    const manifest = require.resolve(`${target.package}/package.json`);
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    const memory = path.join(options.root, 'node_modules/.cache/lockout/ble-addon.json');
    const key = `${target.package}@${version} node-${node.modules}-${node.platform}-${node.arch}`;
    const remembered = recall(memory);
    if (remembered?.key === key) return failure(words.bluetooth.engine.failedBefore(remembered.message));

    const deadline = AbortSignal.timeout(options.timeout_ms ?? BUILD_TIMEOUT_MS);
    const headers = await findHeaders({
      root: options.root,
      execPath: options.execPath,
      node,
      signal: deadline,
    });
    const gyp = options.gyp ?? require.resolve('node-gyp/bin/node-gyp.js');
    const outcome = await compile(
      options.execPath,
      [gyp, 'rebuild', ...(headers === null ? [] : [`--nodedir=${headers}`]), ...target.arguments],
      path.dirname(manifest),
      deadline,
      options.log,
    );
    if (!outcome.built) remember(memory, { key, message: outcome.message });
    return outcome;
  };
}

function compile(
  program: string,
  args: readonly string[],
  cwd: string,
  signal: AbortSignal,
  log: (message: string) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    // a developer's own npm settings may name the headers of another Node: those would build, and not load
    const { npm_config_nodedir: _, ...env } = process.env;
    const child = spawn(program, args, {
      cwd,
      // binding.gyp asks `node` where its parts are: let it be the same Node
      env: { ...env, PATH: `${path.dirname(program)}${path.delimiter}${env.PATH ?? ''}` },
      signal,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)));
    }
    child.on('error', (error) =>
      resolve(
        failure(
          signal.aborted ? words.bluetooth.engine.tooLong : words.bluetooth.engine.buildError(error.message),
        ),
      ),
    );
    child.on('exit', (code) => {
      if (signal.aborted) return resolve(failure(words.bluetooth.engine.tooLong));
      if (code === 0) return resolve({ built: true, message: words.bluetooth.engine.built });
      for (const line of lines.slice(-LOG_LINES)) log(line);
      resolve(failure(words.bluetooth.engine.buildEnded(String(code))));
    });
  });
}

const failure = (message: string): Outcome => ({ built: false, message });

async function nodeVersion(execPath: string): Promise<NodeVersion> {
  const { stdout } = await promisify(execFile)(execPath, [
    '-p',
    'JSON.stringify({ version: process.versions.node, modules: process.versions.modules, platform: process.platform, arch: process.arch })',
  ]);
  return JSON.parse(stdout) as NodeVersion;
}

interface Memory {
  readonly key: string;
  readonly message: string;
}

function recall(file: string): Memory | null {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Memory) : null;
  } catch {
    // half-written: as good as none
    return null;
  }
}

function remember(file: string, memory: Memory): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(memory));
  } catch {
    // a read-only installation tries again at the next start
  }
}
