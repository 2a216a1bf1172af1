import { accessSync, constants, existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { release } from 'node:os';
import path from 'node:path';

/** What can be told about this machine's Bluetooth without an engine. null: cannot be told here. */
export interface MachineFacts {
  readonly platform: NodeJS.Platform;
  readonly release: string;
  /** Names of the adapters the system knows (Linux). */
  readonly adapters: readonly string[] | null;
  /** The kernel has Bluetooth at all (Linux). */
  readonly kernel_bluetooth: boolean | null;
  /** Switched off by software, or by a key or a switch on the case (Linux rfkill). */
  readonly blocked: 'software' | 'hardware' | null;
  /** The program that opens the adapter: what permissions are given to. */
  readonly helper_program: string;
  readonly compiler: boolean;
}

export interface FactsOptions {
  readonly helper_program: string;
  /** Where Linux tells about its devices. */
  readonly sys?: string;
  readonly searchPath?: string;
}

export function readMachineFacts(options: FactsOptions): MachineFacts {
  const { platform } = process;
  const linux = platform === 'linux';
  const sys = options.sys ?? '/sys/class';
  return {
    platform,
    release: release(),
    adapters: linux ? entries(path.join(sys, 'bluetooth')).filter((name) => /^hci\d+$/.test(name)) : null,
    kernel_bluetooth: linux ? existsSync(path.join(sys, 'bluetooth')) : null,
    blocked: linux ? blockedBy(path.join(sys, 'rfkill')) : null,
    helper_program: realPath(options.helper_program),
    compiler: hasProgram(platform === 'win32' ? ['cl.exe'] : ['c++', 'g++', 'clang++'], options.searchPath),
  };
}

function blockedBy(rfkill: string): 'software' | 'hardware' | null {
  let software = false;
  for (const name of entries(rfkill)) {
    const read = (file: string) => readText(path.join(rfkill, name, file));
    if (read('type') !== 'bluetooth') continue;
    // software cannot undo what a switch on the case did
    if (read('hard') === '1') return 'hardware';
    if (read('soft') === '1') software = true;
  }
  return software ? 'software' : null;
}

function hasProgram(names: readonly string[], searchPath = process.env.PATH ?? ''): boolean {
  return searchPath.split(path.delimiter).some((folder) =>
    names.some((name) => {
      try {
        accessSync(path.join(folder, name), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }),
  );
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
