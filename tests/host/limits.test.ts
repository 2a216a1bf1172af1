import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBody } from '../../main/host/body.ts';
import { createHost, type Host } from '../../main/host.ts';
import type { StationEvent } from '../../src/contract/station.ts';
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
});
