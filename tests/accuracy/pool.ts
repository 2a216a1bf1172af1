import { Worker } from 'node:worker_threads';
import type { ScoredSet } from './totals.ts';

export interface Pool {
  run(rung: string, seeds: readonly number[]): Promise<ScoredSet[]>;
  close(): Promise<void>;
}

/** One job at a time per worker; the sets of a rung are dealt out in small hands. */
const HAND = 10;

export function createPool(size: number): Pool {
  const workers = Array.from({ length: size }, () => new Worker(new URL('./worker.ts', import.meta.url)));
  const ask = (worker: Worker, rung: string, seeds: readonly number[]): Promise<ScoredSet[]> =>
    new Promise((resolve, reject) => {
      const answered = (sets: ScoredSet[]): void => {
        worker.off('error', failed);
        resolve(sets);
      };
      const failed = (error: Error): void => {
        worker.off('message', answered);
        reject(error);
      };
      worker.once('message', answered);
      worker.once('error', failed);
      worker.postMessage({ rung, seeds });
    });
  return {
    async run(rung, seeds) {
      const hands: number[][] = [];
      for (let i = 0; i < seeds.length; i += HAND) hands.push(seeds.slice(i, i + HAND));
      const results: ScoredSet[][] = hands.map(() => []);
      let next = 0;
      await Promise.all(
        workers.map(async (worker) => {
          for (let hand = next++; hand < hands.length; hand = next++)
            results[hand] = await ask(worker, rung, hands[hand] ?? []);
        }),
      );
      return results.flat();
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
