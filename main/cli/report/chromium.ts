import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A page is drawn and printed in seconds, by a computer with much else to do in half a minute. Chosen here, ms. */
const WITHIN_MS = 120_000;
/** How often the page is asked whether it is drawn, ms. */
const LOOK_EVERY_MS = 100;
/** A4, inches; what the page says of its size goes first. */
const A4 = { paperWidth: 8.27, paperHeight: 11.69 };

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

interface Answer {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/**
 * Prints a page as PDF through a Chromium of its own, which is told what to do over a pipe (Chrome DevTools Protocol), so that
 * nobody else can tell it anything. `drawn` is an expression that is true in the page once it is whole. Throws what went wrong.
 */
export async function printPage(program: string, address: string, drawn: string): Promise<Buffer> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'lockout-print-'));
  // Chromium has no sandbox for root; the page it shows is our own
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...FLAGS, ...sandbox, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const late = setTimeout(() => child.kill('SIGKILL'), WITHIN_MS);
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  try {
    return await print(talkTo(child), address, drawn);
  } finally {
    clearTimeout(late);
    child.kill();
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Tell = (
  method: string,
  params?: object,
  sessionId?: string,
) => Promise<Readonly<Record<string, unknown>>>;

async function print(tell: Tell, address: string, drawn: string): Promise<Buffer> {
  const { targetId } = await tell('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await tell('Target.attachToTarget', { targetId, flatten: true });
  const page = (method: string, params: object) => tell(method, params, String(sessionId));
  await page('Page.navigate', { url: address });
  for (;;) {
    const { result } = await page('Runtime.evaluate', { expression: drawn, returnByValue: true });
    if ((result as { value?: unknown } | undefined)?.value === true) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  const { data } = await page('Page.printToPDF', { ...A4, preferCSSPageSize: true, printBackground: true });
  return Buffer.from(String(data), 'base64');
}

/** Messages are JSON, each ended by a zero byte. */
function talkTo(child: ChildProcess): Tell {
  const [, , , to, from] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (answer: Answer) => void>();
  const giveUp = (message: string) => (): void => {
    for (const answer of waiting.values()) answer({ error: { message } });
    waiting.clear();
  };
  child.once('error', (error) => giveUp(error.message)());
  child.once('close', giveUp('it ended before the page was printed'));
  to.on('error', giveUp('it does not listen'));
  let rest: Buffer = Buffer.alloc(0);
  from.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const answer = JSON.parse(rest.subarray(0, end).toString()) as Answer;
      rest = rest.subarray(end + 1);
      if (answer.id === undefined) continue;
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    }
  });
  let asked = 0;
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(error.message)) : resolve(result ?? {}),
      );
      if (child.exitCode !== null) giveUp('it ended before the page was printed')();
      else to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
}
