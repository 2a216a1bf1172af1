import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';

/** A page in a thread of its own: whatever keeps the station busy does not keep it from looking at its watch. */
const { address, cookie } = workerData as { address: string; cookie: string };

/** A trivial request goes out this often, ms: a page that a coach clicks through asks no faster. */
const EVERY_MS = 20;

async function ask(channel: string, argument: unknown): Promise<unknown> {
  const response = await fetch(`${address}bridge/request/${channel}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(argument),
  });
  return response.json();
}

parentPort?.on('message', async (ms: number) => {
  const took_ms: number[] = [];
  const until = performance.now() + ms;
  while (performance.now() < until) {
    const began = performance.now();
    await ask('settings:get', {});
    took_ms.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  parentPort?.postMessage(took_ms);
});
