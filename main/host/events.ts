import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StationEvent } from '../../src/contract/station.ts';

/** Keeps proxies and sleeping laptops from closing a quiet stream; the page notices a dead one by its absence. */
const HEARTBEAT_MS = 5_000;
/** A page that does not read any more is not worth more memory than this. */
const MAX_WAITING_BYTES = 8 * 1024 * 1024;
/** Trace frames only matter while they are fresh: a slow reader goes without them. */
const MAX_WAITING_FOR_TRACE_BYTES = 256 * 1024;

/** Server-sent events of one page, from its first snapshot until it goes away. */
export function streamEvents(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  subscribe: (listener: (event: StationEvent) => void) => () => void,
): void {
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  // small packets must not wait for larger ones: a cue has 100 ms
  request.socket.setNoDelay(true);
  const write = (text: string): void => {
    if (response.destroyed) return;
    response.write(text);
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
  };
  write(': station\n\n');
  const stop = subscribe((event) => {
    if (event.kind === 'trace' && response.writableLength > MAX_WAITING_FOR_TRACE_BYTES) return;
    write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const heartbeat = setInterval(() => write(': alive\n\n'), HEARTBEAT_MS);
  response.once('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
