import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mayAsk } from '../../src/contract/lan.ts';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { answerKnown, pathOf, plain, reply, type Served, safely } from '../host/answer.ts';
import { createBodies } from '../host/bodies.ts';
import { BRIDGE } from '../host/entrance.ts';
import { type Guard, guardOf } from '../host/guard.ts';
import { listen } from '../host/listen.ts';
import { fingerprintOf } from './certificate.ts';
import type { Lan } from './lan.ts';
import { ownCertificate } from './own-certificate.ts';
import { answerPairing, createTokenCookie, isPairing, type TokenCookie } from './pairing.ts';
import { pairingPage } from './pairing-page.ts';

export interface LanChoices {
  /** Addresses of this computer to listen on: these and no other. */
  readonly at: readonly string[];
  /** 0: any free one. */
  readonly port: number;
  /** The origin under which a proxy shows the station, which then encrypts; null: the station does. */
  readonly proxy: string | null;
}

export interface LanServer {
  readonly port: number;
  readonly addresses: readonly string[];
  readonly fingerprint: string | null;
  readonly certificate: string | null;
  close(): Promise<void>;
}

/** Tablets of a gym with several lines each; chosen here. */
const MOST_CONNECTIONS = 200;
/** Somebody who sends a letter now and then keeps a connection that others need, ms; chosen here. */
const [HEAD_WITHIN_MS, BODY_WITHIN_MS] = [10_000, 60_000];

interface Ways {
  readonly lan: Lan;
  readonly guard: Guard;
  readonly cookie: TokenCookie;
  readonly served: Served;
  readonly bodies: ReturnType<typeof createBodies>;
}

/** Opens the station to the devices of the network that were let in. */
export async function serveLan(
  lan: Lan,
  served: Served,
  { at, port, proxy }: LanChoices,
  keep: { readonly folder: string; readonly now: () => number },
): Promise<Result<LanServer>> {
  let own: ReturnType<typeof ownCertificate> | null = null;
  try {
    if (proxy === null) own = ownCertificate(keep.folder, at, keep.now());
  } catch {
    return failure('certificate', words.lan.certificateNotKept);
  }
  let ways: Ways | null = null;
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    if (ways === null) return void response.destroy();
    safely(response, answerNetwork(request, response, ways));
  };
  const servers = at.map(() =>
    own === null
      ? createPlainServer(take)
      : createServer({ key: own.key, cert: own.certificate, minVersion: 'TLSv1.2' }, take),
  );
  const close = async (): Promise<void> => {
    for (const server of servers) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    }
  };
  let given = port;
  for (const [i, server] of servers.entries()) {
    server.maxConnections = MOST_CONNECTIONS;
    server.headersTimeout = HEAD_WITHIN_MS;
    server.requestTimeout = BODY_WITHIN_MS;
    const problem = await listen(server, given, at[i] as string, '--lan-port');
    if (problem !== null) {
      await close();
      return failure('port', problem);
    }
    given = (server.address() as AddressInfo).port;
  }
  const origins =
    proxy === null ? at.map((address) => new URL(`https://${address}:${given}`).origin) : [proxy];
  const addresses = origins.map((origin) => `${origin}/`);
  const fingerprint = own === null ? null : fingerprintOf(own.certificate);
  lan.opened(addresses, fingerprint);
  ways = {
    ...{ lan, served, bodies: createBodies() },
    guard: guardOf(new Set(origins.map((origin) => new URL(origin).host)), new Set(origins)),
    cookie: createTokenCookie(given, addresses[0]?.startsWith('https:') ?? true),
  };
  return success({ port: given, addresses, fingerprint, certificate: own?.certificate ?? null, close });
}

async function answerNetwork(
  request: IncomingMessage,
  response: ServerResponse,
  { lan, guard, cookie, served, bodies }: Ways,
): Promise<void> {
  const pathname = pathOf(request, response);
  if (pathname === null) return;
  const pairing = isPairing(pathname);
  // a form is no JSON; where it comes from is looked at by itself
  const refusal = guard.refuses(pairing ? 'GET' : (request.method ?? ''), request.headers);
  if (refusal !== null) return plain(response, 403, refusal);
  const device = lan.who(cookie.of(request.headers));
  if (pairing) return answerPairing(request, response, pathname, { lan, cookie, device });
  if (device === null) return turnAwayDevice(pathname, response);
  lan.follow(device, response);
  return answerKnown(
    request,
    response,
    pathname,
    {
      ...served,
      handlers: { ...served.handlers, ...lan.handlersOf(device) },
      may: (channel) => mayAsk(device.role, channel),
    },
    bodies,
  );
}

/** 401 and not 403: a page can tell that it was removed from a station that was started anew. */
function turnAwayDevice(pathname: string, response: ServerResponse): void {
  if (pathname.startsWith(BRIDGE)) {
    reply(response, 401, failure('not-paired', words.lan.refused));
    return;
  }
  const { headers, html } = pairingPage('', null);
  response.writeHead(401, { ...headers, connection: 'close' }).end(html);
}
