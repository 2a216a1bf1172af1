import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure, type Result, success } from '../src/contract/result.ts';
import { type ComposeOptions, openStation } from './compose.ts';
import { answerKnown, pathOf, plain, type Served, safely } from './host/answer.ts';
import { type Bodies, createBodies } from './host/bodies.ts';
import { createDoor, type Door } from './host/door.ts';
import { ENTRANCE, enter, turnAway } from './host/entrance.ts';
import { createGuard } from './host/guard.ts';
import { listen } from './host/listen.ts';
import { createLan, type Lan } from './lan/lan.ts';
import { type LanChoices, type LanServer, serveLan } from './lan/serve-lan.ts';
import { pageFolder } from './root.ts';
import { PAGE_HEADERS } from './shell/csp.ts';

/** The station in a browser: the same handlers and files as in Electron, over HTTP on loopback. */
export interface HostOptions extends Omit<Served, 'may'> {
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

export async function createHost(options: HostOptions): Promise<Result<Host>> {
  let guard = createGuard(0);
  let door = createDoor(0);
  const bodies = createBodies();
  const server = createServer((request, response) => {
    const refusal = guard.refuses(request.method ?? '', request.headers);
    if (refusal !== null) return plain(response, 403, refusal);
    const announce = () => options.announce?.(entrance());
    safely(response, answer(request, response, { ...options, announce }, door, bodies));
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.requestTimeout = BODY_WITHIN_MS;
  const problem = await listen(server, options.port ?? 0, '127.0.0.1', '--port');
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
  const pathname = pathOf(request, response);
  if (pathname === null) return;
  if (pathname.startsWith(ENTRANCE) && request.method === 'GET') {
    if (enter(request, response, door, PAGE_HEADERS)) host.announce();
    return;
  }
  if (!door.knows(request.headers)) return turnAway(pathname, response, PAGE_HEADERS);
  return answerKnown(request, response, pathname, host, bodies);
}

export interface StartOptions extends ComposeOptions {
  readonly port?: number | undefined;
  readonly allow_origin?: string | undefined;
  readonly announce?: HostOptions['announce'];
  /** Opens the station to devices of the network; left out: this computer alone. */
  readonly lan?: LanChoices | undefined;
}

export interface StartedHost extends Host {
  /** null: not open to the network. */
  readonly lan: (LanServer & Pick<Lan, 'makeCode'>) | null;
}

/** Station and host in one, as `lockout serve` and the start script use it. */
export async function startHost(options: StartOptions = {}): Promise<Result<StartedHost>> {
  const opened = openStation(options);
  if (!opened.ok) return opened;
  const { gym, station, subscribe, close } = opened.value;
  const { clock, store } = station;
  const lan =
    options.lan === undefined
      ? null
      : createLan({
          folder: store.folder,
          now: () => clock.now_epoch_ms(),
          steady: () => clock.now_steady_ms(),
          log: options.log ?? (() => {}),
          onChange: () => station.changed('stored'),
          racks: gym.heardRacks,
        });
  const served: Served = {
    handlers: { ...opened.value.handlers, ...lan?.handlersOf(null) },
    subscribe,
    page_folder: pageFolder(),
  };
  const { port, allow_origin, announce } = options;
  const host = await createHost({ ...served, port, allow_origin, announce });
  if (!host.ok) {
    await close();
    return host;
  }
  const stop = async (): Promise<void> => {
    await host.value.close();
    lan?.close();
    await close();
  };
  if (lan === null || options.lan === undefined) return success({ ...host.value, lan: null, close: stop });
  const keep = { folder: store.folder, now: () => clock.now_epoch_ms() };
  const network = await serveLan(lan, served, options.lan, keep);
  if (!network.ok) {
    await stop();
    return network;
  }
  // the other racks of the gym tell their tablets
  gym.openedAt(network.value.addresses[0] ?? '');
  station.changed();
  return success({
    ...host.value,
    lan: { ...network.value, makeCode: lan.makeCode },
    async close() {
      await network.value.close();
      await stop();
    },
  });
}
