import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBody } from '../../main/host/body.ts';
import { createHost, type Host } from '../../main/host.ts';
import type { StationEvent } from '../../src/contract/station.ts';
import { words } from '../../src/words/index.ts';
import { enter } from '../enter.ts';
import { PATIENCE_MS } from '../patience.ts';

let host: Host;
let tell: ((event: StationEvent) => void) | null = null;

beforeEach(async () => {
  const made = await createHost({
    handlers: {} as Parameters<typeof createHost>[0]['handlers'],
    subscribe: (listener) => {
      tell = listener;
      return () => {
        tell = null;
      };
    },
    page_folder: import.meta.dirname,
  });
  if (!made.ok) throw new Error(made.error.message);
  host = made.value;
});
afterEach(() => host.close());

/** A page that asked for events and does not read them. */
async function aSlowReader(): Promise<Socket> {
  const { cookie } = await enter(host.entrance());
  const socket = connect(host.port, '127.0.0.1');
  socket.pause();
  socket.write(
    `GET /bridge/events HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\nConnection: keep-alive\r\n\r\n`,
  );
  await expect.poll(() => tell, { timeout: PATIENCE_MS }).not.toBeNull();
  return socket;
}

const MEGABYTE = 'x'.repeat(2 ** 20);
const big = (kind: 'state' | 'trace'): StationEvent =>
  ({ kind, padding: MEGABYTE }) as unknown as StationEvent;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a page that does not read', () => {
  test('is let go before it fills the memory', async () => {
    const socket = await aSlowReader();
    // the system itself takes some megabytes of it
    for (let sent = 0; sent < 64 && tell !== null; sent++) {
      tell(big('state'));
      await turn();
    }
    await expect.poll(() => tell, { timeout: PATIENCE_MS }).toBeNull();
    socket.destroy();
  });

  test('goes without trace frames, which are worth nothing late, and keeps its line', async () => {
    const socket = await aSlowReader();
    for (let sent = 0; sent < 64; sent++) {
      tell?.(big('trace'));
      await turn();
    }
    expect(tell).not.toBeNull();
    socket.destroy();
  });
});

test('another computer, or another address of this one, finds nobody listening', async () => {
  const socket = connect(host.port, '127.0.0.2');
  const outcome = await new Promise((resolve) => {
    socket.once('connect', () => resolve('connected'));
    socket.once('error', () => resolve('refused'));
  });
  socket.destroy();
  expect(outcome).toBe('refused');
});

describe('a body', () => {
  const streamed = (...chunks: string[]): IncomingMessage =>
    Object.assign(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), {
      headers: {},
    }) as unknown as IncomingMessage;

  test('that does not tell its length is read to its limit and no further', async () => {
    expect(await readBody(streamed('12345', '67890'), 10)).toEqual({ ok: true, text: '1234567890' });
    expect(await readBody(streamed('12345', '67890', '1'), 10)).toEqual({ ok: false, status: 413 });
  });

  test('is as large as its request needs: fields are small, files are not, and of those one is read at a time', async () => {
    const headers = { 'content-type': 'application/json', ...(await enter(host.entrance())) };
    const post = async (channel: string, body: string | ReadableStream) => {
      const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
      const reply = await fetch(`${host.address}bridge/request/${channel}`, init);
      return { status: reply.status, ...((await reply.json()) as { error?: { message: string } }) };
    };
    const padded = JSON.stringify({ csv: 'x'.repeat(200_000) });
    expect((await post('station:load', padded)).error?.message).toBe(words.refusals.tooLarge);
    let finish = (): void => {};
    const slow = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(padded.slice(0, 100_000)));
        finish = () => {
          controller.enqueue(new TextEncoder().encode(padded.slice(100_000)));
          controller.close();
        };
      },
    });
    const first = post('pair:replay', slow);
    await expect
      .poll(async () => (await post('pair:replay', padded)).error?.message, { timeout: PATIENCE_MS })
      .toBe(words.refusals.busyReading);
    // other requests do not wait for it
    expect((await post('station:explode', '{}')).status).toBe(200);
    finish();
    expect((await first).status).toBe(200);
    expect((await post('pair:replay', padded)).status).toBe(200);
  });
});
