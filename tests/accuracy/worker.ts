import { parentPort } from 'node:worker_threads';
import { runSet } from './run-set.ts';
import { findRung } from './rungs.ts';

/** Runs the sets it is sent: { rung, seeds } -> ScoredSet[]. */
parentPort?.on('message', ({ rung: name, seeds }: { rung: string; seeds: number[] }) => {
  const rung = findRung(name);
  if (rung === undefined) throw new Error(`no rung ${name}`);
  parentPort?.postMessage(seeds.map((seed) => runSet(rung, seed)));
});
