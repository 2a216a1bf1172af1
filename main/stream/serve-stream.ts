import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { isSameSecret } from '../secret.ts';

/** A screen, a logger and a few experiments; chosen here. */
const MOST_READERS = 16;
/** What one reader may be behind, bytes: some hundred reps. */
const MOST_BEHIND_BYTES = 256 * 1024;
/** Readers have nothing to say, bytes. */
const MOST_HEARD_BYTES = 1024;
/** A reader that was told to go and does not is cut off, ms. */
const GO_WITHIN_MS = 10_000;
/** Try again later (RFC 6455, IANA registry of close codes). */
const TOO_SLOW = 1013;

export interface StreamServer {
  readonly port: number;
  readers(): number;
  /** To everybody who reads; it waits for nobody. */
  tell(line: string): void;
  close(): Promise<void>;
}

export interface StreamServerOptions {
  readonly port: number;
  /** What a reader has to have in its address. */
  readonly key: string;
  /** The first line of every reader. */
  readonly hello: string;
  /** A reader was too slow. */
  readonly onSlow: () => void;
}

/**
 * Lines for programs of this computer that bring the key. A browser tells from which page a line is opened, and is refused
 * whatever it brings: pages of strangers can aim at this address. Throws what `listen` throws.
 */
export async function serveStream({ port, key, hello, onSlow }: StreamServerOptions): Promise<StreamServer> {
  const lines = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_HEARD_BYTES,
    perMessageDeflate: false,
  });
  const server = createServer((_request, response) => response.writeHead(426).end());
  server.on('upgrade', (request, socket, head) => {
    const let_in = request.headers.origin === undefined && isSameSecret(request.url ?? '', `/${key}`);
    if (!let_in || lines.clients.size >= MOST_READERS) {
      socket.on('error', () => {});
      socket.end(
        `HTTP/1.1 ${let_in ? '503 Service Unavailable' : '403 Forbidden'}\r\nconnection: close\r\n\r\n`,
      );
      return;
    }
    lines.handleUpgrade(request, socket, head, (reader) => {
      reader.on('error', () => {});
      reader.send(hello);
    });
  });
  function letGo(reader: WebSocket): void {
    reader.close(TOO_SLOW, 'too slow');
    setTimeout(() => reader.terminate(), GO_WITHIN_MS).unref();
    onSlow();
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    readers: () => lines.clients.size,
    tell(line) {
      for (const reader of lines.clients) {
        if (reader.readyState !== reader.OPEN) continue;
        if (reader.bufferedAmount > MOST_BEHIND_BYTES) letGo(reader);
        else reader.send(line);
      }
    },
    close: () =>
      new Promise((resolve) => {
        for (const reader of lines.clients) reader.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
