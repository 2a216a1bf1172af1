import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

export interface NodeVersion {
  readonly version: string;
  /** NODE_MODULE_VERSION: what a native part must match. */
  readonly modules: string;
  readonly platform: string;
  readonly arch: string;
}

export interface HeadersOptions {
  readonly root: string;
  readonly execPath: string;
  readonly node: NodeVersion;
  readonly signal: AbortSignal;
}

/**
 * Where the C headers of this very Node are: beside it, in the packages npm brought, or in its package on
 * npm, fetched once. null: node-gyp shall look itself (it asks nodejs.org).
 */
export async function findHeaders({ root, execPath, node, signal }: HeadersOptions): Promise<string | null> {
  const cache = path.join(root, 'node_modules/.cache/lockout', `node-headers-${node.version}`);
  const name = `node-${node.platform === 'win32' ? 'win' : node.platform}-${node.arch}`;
  const candidates = [
    path.resolve(path.dirname(execPath), '..'),
    path.join(root, 'node_modules/node'),
    path.join(root, 'node_modules', name),
    path.join(cache, 'package'),
  ];
  const here = candidates.find((folder) => headersMatch(folder, node.modules));
  if (here !== undefined) return here;
  try {
    mkdirSync(cache, { recursive: true });
    const run = promisify(execFile);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await run(npm, ['pack', `${name}@${node.version}`, '--silent', `--pack-destination=${cache}`], {
      signal,
      cwd: cache,
      shell: process.platform === 'win32',
    });
    const archive = readdirSync(cache).find((file) => file.endsWith('.tgz'));
    if (archive === undefined) return null;
    await run('tar', ['xzf', archive, 'package/include'], { signal, cwd: cache });
    rmSync(path.join(cache, archive));
    return headersMatch(path.join(cache, 'package'), node.modules) ? path.join(cache, 'package') : null;
  } catch {
    return null;
  }
}

/** Headers of another Node compile too, and give a native part that does not load. */
export function headersMatch(folder: string, modules: string): boolean {
  try {
    const text = readFileSync(path.join(folder, 'include/node/node_version.h'), 'utf8');
    return /#define NODE_MODULE_VERSION (\d+)/.exec(text)?.[1] === modules;
  } catch {
    return false;
  }
}
