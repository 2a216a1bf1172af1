import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { startHost } from '../../main/host.ts';
import type { Result } from '../../src/contract/result.ts';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { enter } from '../enter.ts';

// Does a page wait while the station does all that takes long? A trivial request, from a thread that is not the station's,
// while nothing runs and while everything does: a large replay, an import of 60 MB, an export, a backup, new analyses.

const IDLE_MS = 5_000;
const BUSY_MS = 20_000;
const FILE_BYTES = 60e6;
/** As the page sends them. */
const PIECE_BYTES = 1 << 20;
/** Sets in the data, each analysed once more and once more again. */
const SETS = 12;

export default async function loop() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-bench-'));
  const started = await startHost({ data_folder: folder, reconnect: false });
  if (!started.ok) throw new Error(started.error.message);
  const host = started.value;
  const { cookie } = await enter(host.entrance());
  const ask = async <T>(channel: string, argument: unknown): Promise<T> => {
    const reply = await fetch(`${host.address}bridge/request/${channel}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(argument),
    });
    const result = (await reply.json()) as Result<T>;
    if (result.ok) return result.value;
    // bodies with files are read one at a time
    if (result.error.code === 'busy') return ask(channel, argument);
    throw new Error(`${channel}: ${result.error.message}`);
  };
  const send = async (name: string, text: string): Promise<void> => {
    const bytes = Buffer.from(text);
    await ask('import:begin', { names: [name] });
    for (let from = 0; from < bytes.length; from += PIECE_BYTES)
      await ask('import:piece', {
        file: 0,
        base64: bytes.subarray(from, from + PIECE_BYTES).toString('base64'),
      });
  };

  const small = csvOf(8);
  for (let i = 0; i < SETS; i++) {
    await send(`set-${i}.csv`, `${small}${'\n'.repeat(i)}`);
    await ask('import:store', {});
  }
  const sets = await ask<{ id: number }[]>('sets:list', { limit: 50 });
  const large = csvOf(8, FILE_BYTES);

  const page = new Worker(new URL('./asker.ts', import.meta.url), {
    workerData: { address: host.address, cookie },
  });
  const measure = (ms: number): Promise<number[]> =>
    new Promise((resolve) => {
      page.once('message', resolve);
      page.postMessage(ms);
    });
  const takeOut = async (): Promise<void> => {
    await ask('export:begin', { format: 'everything' });
    for (;;) if ((await ask<{ base64: string | null }>('export:piece', {})).base64 === null) return;
  };
  const idle = await measure(IDLE_MS);
  const rss = { before: rss_mb(), most: 0 };
  const watch = setInterval(() => {
    rss.most = Math.max(rss.most, rss_mb());
  }, 100);
  const measuring = measure(BUSY_MS);
  const done: string[] = [];
  const named = (what: string, work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => done.push(what),
      (error: Error) => done.push(`${what} (refused: ${error.message})`),
    );
  const all = Promise.all([
    named('replay', ask('pair:replay', { csv: large.slice(0, 20e6), speed: 20 })),
    named(
      'import',
      send('large.csv', large).then(() => ask('import:look', {})),
    ),
    named('export', takeOut()),
    named('backup', ask('data:backup', {})),
    named(
      'analyses',
      Promise.all(sets.flatMap(({ id }) => [ask('sets:reanalyse', { id }), ask('sets:movements', { id })])),
    ),
  ]);
  const busy = await measuring;
  await all;
  clearInterval(watch);
  await page.terminate();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    title: `A trivial request beside ${done.join(', ')} (memory ${rss.before} MB before, ${rss.most} MB at most)`,
    rows: [row('nothing else', idle), row('everything else', busy)],
  };
}

const rss_mb = (): number => Math.round(process.memoryUsage().rss / 1e6);

/** Sets of this many reps, one after the other, until the text is as long as wanted. */
function csvOf(reps: number, bytes = 0): string {
  const { recording } = simulatedSet({ seed: 4, reps, after: [{ kind: 'still', duration_s: 20 }] });
  const [head = '', ...lines] = [...recordingToCsv(recording)].join('').trimEnd().split('\n');
  const last_s = recording.t_s.at(-1) ?? 0;
  const text: string[] = [head, ...lines];
  let size = text.join('\n').length;
  for (let n = 1; size < bytes; n++) {
    const more = lines.map((line) => {
      const comma = line.indexOf(',');
      return `${(Number(line.slice(0, comma)) + n * (last_s + 0.01)).toFixed(6)}${line.slice(comma)}`;
    });
    for (const line of more) size += line.length + 1;
    text.push(...more);
  }
  return `${text.join('\n')}\n`;
}

function row(beside: string, took_ms: readonly number[]): Record<string, string | number> {
  const sorted = took_ms.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1));
  return { beside, asked: sorted.length, 'p50 ms': at(0.5), 'p99 ms': at(0.99), 'most ms': at(1) };
}
