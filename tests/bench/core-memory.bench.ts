import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SampleBatch } from '../../src/recording/samples.ts';
import { createLiveTracker } from '../../src/reps/live/tracker.ts';
import { BENCH_CONTEXT, RATE_HZ, stretchOf } from './stream.ts';

const HOURS = 8;
const STRETCH_S = 600;
const MB = 1024 * 1024;

/** Garbage collection on request, so that what remains can be weighed. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/**
 * Eight hours of training through one tracker: sets of eight reps, three minutes of rest. A set is ended as
 * the station ends it; the trace is drained as the screen drains it. Heap is weighed after every hour.
 */
export default async function bench(): Promise<{ title: string; rows: Record<string, string | number>[] }> {
  const collect = collector();
  const { sensor, batches } = stretchOf(STRETCH_S, 170);
  const tracker = createLiveTracker(sensor, BENCH_CONTEXT);
  const rows: Record<string, string | number>[] = [];
  let reps = 0;
  let sets = 0;
  let largest = 0;
  const moved: SampleBatch[] = batches.map((batch) => ({ ...batch, t_s: batch.t_s.slice() }));
  const length_s = Math.round(STRETCH_S * RATE_HZ) / RATE_HZ;
  const weigh = async (): Promise<number> => {
    // buffers let go in one collection are freed in the next
    for (let pass = 0; pass < 2; pass++) {
      collect();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / MB;
  };
  const before = await weigh();
  for (let stretch = 0; stretch * STRETCH_S < HOURS * 3600; stretch++) {
    moved.forEach((batch, b) => {
      const original = batches[b]?.t_s;
      for (let i = 0; i < batch.count; i++) batch.t_s[i] = (original?.[i] ?? 0) + stretch * length_s;
      for (const event of tracker.push(batch)) {
        if (event.kind === 'rep' && !event.settled) reps++;
        if (event.kind === 'set-rest') {
          sets++;
          tracker.nextSet(BENCH_CONTEXT);
        }
      }
      if (b % 4 === 0) tracker.drainTrace();
    });
    largest = Math.max(largest, process.memoryUsage().heapUsed / MB);
    if (((stretch + 1) * STRETCH_S) % 3600 !== 0) continue;
    const heap = await weigh();
    rows.push({
      'hours trained': ((stretch + 1) * STRETCH_S) / 3600,
      'heap after collection, MB': Number(heap.toFixed(2)),
      'above the start, MB': Number((heap - before).toFixed(2)),
      'sets ended': sets,
      'reps announced': reps,
    });
  }
  rows.push({
    'hours trained': 'largest before collection',
    'heap after collection, MB': Number(largest.toFixed(2)),
  });
  return { title: `Memory of the causal path over ${HOURS} simulated hours at ${RATE_HZ} Hz`, rows };
}
