import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const cli = path.join(root, 'main/cli.ts');
/** What Node makes of the sources is kept from one process to the next: a third of each command's time. */
const env = { ...process.env, NODE_COMPILE_CACHE: path.join(root, 'out/compile-cache') };

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line in a process of its own, as people run it. */
export function lockout(args: readonly string[], input = '', node: readonly string[] = []): Promise<Ran> {
  const child = spawn(process.execPath, [...node, cli, ...args], { env, stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  // a command that needs no input may be gone before it is written
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}
