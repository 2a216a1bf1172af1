import { performance } from 'node:perf_hooks';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { DECODERS } from './decoders.ts';
import { HTTP } from './http.ts';
import { READERS } from './readers.ts';
import { CONTRACT, REQUESTS } from './requests.ts';
import { STORED } from './stored.ts';
import type { Target } from './target.ts';

export const TARGETS: readonly Target[] = [...DECODERS, ...READERS, ...STORED, CONTRACT, REQUESTS, HTTP];

export interface Outcome {
  readonly inputs: number;
  readonly slowest_ms: number;
  /** Seeds of the inputs that went wrong, and how. */
  readonly wrong: readonly string[];
}

/** A target that goes wrong this often has been understood. */
const MOST_TOLD = 5;

/** Inputs `seed`, `seed + 1` ...: any of them again is a run of one. */
export async function fuzz(target: Target, inputs: number, seed: number): Promise<Outcome> {
  const opened = await target.open();
  const wrong: string[] = [];
  let slowest_ms = 0;
  try {
    for (let i = 0; i < inputs && wrong.length < MOST_TOLD; i++) {
      const began = performance.now();
      try {
        const done = opened.attempt(createRandom(seed + i));
        if (done instanceof Promise) await done;
      } catch (error) {
        wrong.push(
          `${target.name}, seed ${seed + i}: ${error instanceof Error ? error.stack : String(error)}`,
        );
      }
      slowest_ms = Math.max(slowest_ms, performance.now() - began);
    }
  } finally {
    await opened.close();
  }
  return { inputs, slowest_ms, wrong };
}
