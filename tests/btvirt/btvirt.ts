import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PATIENCE_MS } from '../patience.ts';

/** Where `btvirt -s` listens; it cannot be told another place. */
export const LE_SOCKET = '/tmp/bt-server-le';

export interface Btvirt {
  /** Environment in which a program's Bluetooth is an LE controller of btvirt's. */
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/** Starts BlueZ's emulator: every program that connects gets a controller of its own, all in one room. */
export async function startBtvirt(program: string): Promise<Btvirt> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockout-btvirt-'));
  const shim = path.join(folder, 'afalg.so');
  rmSync(LE_SOCKET, { force: true });
  const env = { ...process.env, ...(compiled(shim) ? { LD_PRELOAD: shim } : {}) };
  const child = spawn(program, ['-s'], { env, stdio: 'ignore' });
  await listening(child);
  return {
    env: {
      VIRTUAL_AIR: LE_SOCKET,
      NODE_OPTIONS: `--import=${new URL('../virtual-air/inject.ts', import.meta.url).href}`,
    },
    async close() {
      await new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      });
      rmSync(folder, { recursive: true });
      rmSync(LE_SOCKET, { force: true });
    },
  };
}

/** Without a compiler btvirt runs as it is: that is enough where the kernel has AF_ALG. */
function compiled(shim: string): boolean {
  const source = path.join(import.meta.dirname, 'afalg.c');
  return spawnSync('cc', ['-shared', '-fPIC', '-o', shim, source, '-ldl']).status === 0;
}

async function listening(child: ChildProcess): Promise<void> {
  const end_ms = performance.now() + PATIENCE_MS;
  while (!existsSync(LE_SOCKET)) {
    if (child.exitCode !== null) throw new Error(`btvirt ended with ${child.exitCode}`);
    if (performance.now() > end_ms) throw new Error('btvirt does not listen');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
