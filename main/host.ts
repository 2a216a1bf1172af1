import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dispatch, type Handlers } from '../src/contract/bridge.ts';
import { failure, type Result, success } from '../src/contract/result.ts';
import type { StationEvent } from '../src/contract/station.ts';
import { words } from '../src/words/index.ts';
import { type ComposeOptions, openStation } from './compose.ts';
import { type Bodies, createBodies } from './host/bodies.ts';
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

/** Pages of one computer, with several lines each; chosen here. */
const MOST_CONNECTIONS = 200;
/** Files come from the same computer: a body that takes longer holds memory for nothing, ms; chosen here. */
const BODY_WITHIN_MS = 60_000;

const REQUESTS = `${BRIDGE}request/`;
const EVENTS = `${BRIDGE}events`;

export async function createHost(options: HostOptions): Promise<Result<Host>> {
  let guard = createGuard(0);
  let door = createDoor(0);
  const bodies = createBodies();
  const server = createServer((request, response) => {
    const refusal = guard.refuses(request.method ?? '', request.headers);
    if (refusal !== null) return plain(response, 403, refusal);
    const announce = () => options.announce?.(entrance());
    void answer(request, response, { ...options, announce }, door, bodies).catch(() => {
      if (response.headersSent) response.destroy();
      else plain(response, 500, 'The station could not answer.');
    });
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.requestTimeout = BODY_WITHIN_MS;
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
  host: HostOptions & { readonly announce: () => void },
  door: Door,
  bodies: Bodies,
): Promise<void> {
  const target = URL.parse(request.url ?? '/', 'http://station');
  if (target === null) return plain(response, 400, 'This is no address of the station.');
  const { pathname } = target;
  if (pathname.startsWith(ENTRANCE) && request.method === 'GET') {
    if (enter(request, response, door, PAGE_HEADERS)) host.announce();
    return;
  }
  if (!door.knows(request.headers)) return turnAway(pathname, response, PAGE_HEADERS);
  if (pathname.startsWith(REQUESTS)) {
    if (request.method !== 'POST') return plain(response, 405, 'Use POST for requests.');
    const channel = pathname.slice(REQUESTS.length);
    if (channel.includes('%')) return plain(response, 400, 'This is no request.');
    return bodies.take(request, channel, (body) => carryOut(body, response, host, channel));
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(response, 405, 'Only GET is allowed.');
  if (pathname === EVENTS) return streamEvents(request, response, PAGE_HEADERS, host.subscribe);
  const page = await servePage(host.page_folder, pathname);
  response.writeHead(page.status, page.headers).end(request.method === 'HEAD' ? undefined : page.body);
}

async function carryOut(
  body: Parameters<Parameters<Bodies['take']>[2]>[0],
  response: ServerResponse,
  host: HostOptions,
  channel: string,
): Promise<void> {
  if (!body.ok) {
    const code = body.status === 429 ? 'busy' : 'bad-body';
    const { busyReading, tooLarge } = words.refusals;
    return reply(response, body.status, failure(code, body.status === 429 ? busyReading : tooLarge));
  }
  let argument: unknown;
  try {
    argument = JSON.parse(body.text);
  } catch {
    return plain(response, 400, 'The request is not JSON.');
  }
  reply(response, 200, await dispatch(host.handlers, channel, argument));
}

function reply(response: ServerResponse, status: number, value: Result<unknown>): void {
  response
    .writeHead(status, {
      ...PAGE_HEADERS,
      'content-type': 'application/json',
      'cache-control': 'no-store',
      // what is left of a refused body must not be taken for the next request
      ...(status === 200 ? {} : { connection: 'close' }),
    })
    .end(JSON.stringify(value));
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(text);
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
