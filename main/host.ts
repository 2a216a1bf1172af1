import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dispatch, type Handlers } from '../src/contract/bridge.ts';
import { failure, type Result, success } from '../src/contract/result.ts';
import type { StationEvent } from '../src/contract/station.ts';
import { type ComposeOptions, openStation } from './compose.ts';
import { readBody } from './host/body.ts';
import { createDoor, type Door } from './host/door.ts';
import { BRIDGE, ENTRANCE, enter, turnAway } from './host/entrance.ts';
import { streamEvents } from './host/events.ts';
import { createGuard } from './host/guard.ts';
import { pageFolder } from './root.ts';
import { PAGE_HEADERS } from './shell/csp.ts';
import { servePage } from './shell/files.ts';

/** The station in a browser: the same handlers and files as in Electron, over HTTP on loopback. */
export interface HostOptions {
  readonly handlers: Handlers;
  readonly subscribe: (listener: (event: StationEvent) => void) => () => void;
  readonly page_folder: string;
  /** 0: any free port. */
  readonly port?: number | undefined;
  /** Origin of a development server that hands /bridge on to us. */
  readonly allow_origin?: string | undefined;
  /** Hears the address for the next browser whenever one has been used. */
  readonly announce?: ((entrance: string) => void) | undefined;
}

export interface Host {
  /** Where the page is, for a browser that has been let in. */
  readonly address: string;
  readonly port: number;
  /** The address that lets one browser in; another one after each use. */
  entrance(): string;
  close(): Promise<void>;
}

const REQUESTS = `${BRIDGE}request/`;
const EVENTS = `${BRIDGE}events`;

export async function createHost(options: HostOptions): Promise<Result<Host>> {
  let guard = createGuard(0);
  let door = createDoor(0);
  const server = createServer((request, response) => {
    const refusal = guard.refuses(request.method ?? '', request.headers);
    if (refusal !== null) return plain(response, 403, refusal);
    void answer(request, response, options, door, () => options.announce?.(entrance())).catch(() => {
      if (response.headersSent) response.destroy();
      else plain(response, 500, 'The station could not answer.');
    });
  });
  const problem = await listen(server, options.port ?? 0);
  if (problem !== null) return failure('port', problem);
  const { port } = server.address() as AddressInfo;
  guard = createGuard(port, options.allow_origin ?? null);
  door = createDoor(port);
  const address = `${options.allow_origin ?? `http://127.0.0.1:${port}`}/`;
  const entrance = (): string => address + ENTRANCE.slice(1) + door.key();
  return success({
    address,
    port,
    entrance,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        // event streams never end by themselves
        server.closeAllConnections();
      }),
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  host: HostOptions,
  door: Door,
  onUsed: () => void,
): Promise<void> {
  const target = URL.parse(request.url ?? '/', 'http://station');
  if (target === null) return plain(response, 400, 'This is no address of the station.');
  const { pathname } = target;
  if (pathname.startsWith(ENTRANCE) && request.method === 'GET') {
    if (enter(request, response, door, PAGE_HEADERS)) onUsed();
    return;
  }
  if (!door.knows(request.headers)) return turnAway(pathname, response, PAGE_HEADERS);
  if (pathname.startsWith(REQUESTS)) {
    if (request.method !== 'POST') return plain(response, 405, 'Use POST for requests.');
    const channel = pathname.slice(REQUESTS.length);
    if (channel.includes('%')) return plain(response, 400, 'This is no request.');
    return carryOut(request, response, host, channel);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(response, 405, 'Only GET is allowed.');
  if (pathname === EVENTS) return streamEvents(request, response, PAGE_HEADERS, host.subscribe);
  const page = await servePage(host.page_folder, pathname);
  response.writeHead(page.status, page.headers).end(request.method === 'HEAD' ? undefined : page.body);
}

async function carryOut(
  request: IncomingMessage,
  response: ServerResponse,
  host: HostOptions,
  channel: string,
): Promise<void> {
  const body = await readBody(request);
  if (!body.ok) return plain(response, body.status, 'The request is too large or broke off.');
  let argument: unknown;
  try {
    argument = JSON.parse(body.text);
  } catch {
    return plain(response, 400, 'The request is not JSON.');
  }
  const reply = await dispatch(host.handlers, channel, argument);
  response
    .writeHead(200, { ...PAGE_HEADERS, 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(reply));
}

function plain(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, {
      ...PAGE_HEADERS,
      'content-type': 'text/plain; charset=utf-8',
      // what is left of a refused body must not be taken for the next request
      ...(status === 413 ? { connection: 'close' } : {}),
    })
    .end(text);
}

/** null when listening, else what to tell. */
function listen(server: Server, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use: another station may be running. Choose another with --port.`
          : `The station cannot listen on port ${port} (${error.code}). Choose another with --port.`,
      ),
    );
    server.listen(port, '127.0.0.1', () => resolve(null));
  });
}

export interface StartOptions extends ComposeOptions {
  readonly port?: number | undefined;
  readonly allow_origin?: string | undefined;
  readonly announce?: HostOptions['announce'];
}

/** Station and host in one, as `lockout serve` and the start script use it. */
export async function startHost(options: StartOptions = {}): Promise<Result<Host>> {
  const opened = openStation(options);
  if (!opened.ok) return opened;
  const { handlers, subscribe, close } = opened.value;
  const host = await createHost({
    handlers,
    subscribe,
    page_folder: pageFolder(),
    port: options.port,
    allow_origin: options.allow_origin,
    announce: options.announce,
  });
  if (!host.ok) {
    await close();
    return host;
  }
  return success({
    ...host.value,
    async close() {
      await host.value.close();
      await close();
    },
  });
}
