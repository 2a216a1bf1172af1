import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBluetooth } from './bluetooth.ts';
import { type ForkHelper, nodeFork } from './helper/port.ts';
import { createAddonBuild } from './machine/addon.ts';
import { type MachineFacts, readMachineFacts } from './machine/facts.ts';
import type { Bluetooth } from './types.ts';

export interface LocalOptions {
  readonly log?: (message: string) => void;
}

/** What a checkout needs to reach its radio: which Node runs which helper file. */
export interface LocalHelper {
  readonly fork: ForkHelper;
  readonly execPath: string;
  readonly root: string;
  readonly facts: () => MachineFacts;
}

/**
 * The station's Bluetooth from a checkout: the helper runs under the pinned Node (also when Electron is the
 * shell), and the preferred engine is built on demand. A packaged app gives `createBluetooth` its own `fork`.
 */
export function createLocalBluetooth({ log = () => {} }: LocalOptions = {}): Bluetooth {
  const { fork, execPath, root, facts } = localHelper(log);
  return createBluetooth({ fork, facts, log, build: createAddonBuild({ root, execPath, facts, log }) });
}

export function localHelper(log: (message: string) => void): LocalHelper {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const root = rootAbove(here);
  const execPath = process.versions.electron === undefined ? process.execPath : pinnedNode(root);
  const fork = nodeFork({ file: helperFile(here), execPath, onOutput: (line) => log(`helper: ${line}`) });
  return { fork, execPath, root, facts: () => readMachineFacts({ helper_program: execPath }) };
}

/** Built beside the bundle (or above it, from a chunk of it); else the source, which Node 24 runs as it is. */
function helperFile(here: string): string {
  const built = [here, path.dirname(here)].map((folder) => path.join(folder, 'ble-helper.js'));
  return built.find((file) => existsSync(file)) ?? path.join(here, 'helper/helper.ts');
}

function rootAbove(folder: string): string {
  const parent = path.dirname(folder);
  return existsSync(path.join(folder, 'node_modules')) || parent === folder ? folder : rootAbove(parent);
}

function pinnedNode(root: string): string {
  const file = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : 'node';
}
