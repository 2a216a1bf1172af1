import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * What a thread runs: built it lies beside the bundle (or above it, where the bundle is in pieces); in a checkout it is the
 * source, which Node 24 runs as it is.
 */
export function workerFile(here = import.meta.dirname): string {
  const built = [here, path.dirname(here)].map((folder) => path.join(folder, 'worker.js'));
  return built.find((file) => existsSync(file)) ?? path.join(here, 'worker.ts');
}
