import type { IncomingMessage, ServerResponse } from 'node:http';
import { dispatch, type Handlers } from '../../src/contract/bridge.ts';
import { failure, type Result } from '../../src/contract/result.ts';
import type { StationEvent } from '../../src/contract/station.ts';
import { words } from '../../src/words/index.ts';
import { PAGE_HEADERS } from '../shell/csp.ts';
import { servePage } from '../shell/files.ts';
import type { Bodies } from './bodies.ts';
import { BRIDGE } from './entrance.ts';
import { streamEvents } from './events.ts';

/** What there is for a browser that was let in. */
export interface Served {
  readonly handlers: Handlers;
  readonly subscribe: (listener: (event: StationEvent) => void) => () => void;
  readonly page_folder: string;
  /** Whether whoever asks may have this request carried out; left out: all of them. */
  readonly may?: (channel: string) => boolean;
}

const REQUESTS = `${BRIDGE}request/`;
const EVENTS = `${BRIDGE}events`;
/** An address that is easily said, for the wall's screen. */
const BOARD = '/board';

/** Answers a browser that was let in: requests, events, files of the page. */
export async function answerKnown(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  served: Served,
  bodies: Bodies,
): Promise<void> {
  if (pathname.startsWith(REQUESTS)) {
    if (request.method !== 'POST') return plain(response, 405, 'Use POST for requests.');
    const channel = pathname.slice(REQUESTS.length);
    if (channel.includes('%')) return plain(response, 400, 'This is no request.');
    if (served.may?.(channel) === false)
      return reply(response, 403, failure('view-only', words.lan.viewOnly));
    return bodies.take(request, channel, (body) => carryOut(body, response, served.handlers, channel));
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(response, 405, 'Only GET is allowed.');
  if (pathname === EVENTS) return streamEvents(request, response, PAGE_HEADERS, served.subscribe);
  if (pathname === BOARD) {
    response.writeHead(303, { ...PAGE_HEADERS, location: '/#/board' }).end();
    return;
  }
  const page = await servePage(served.page_folder, pathname);
  response.writeHead(page.status, page.headers).end(request.method === 'HEAD' ? undefined : page.body);
}

/** The path that is asked for; null: it is none, and that has been said. */
export function pathOf(request: IncomingMessage, response: ServerResponse): string | null {
  const target = URL.parse(request.url ?? '/', 'http://station');
  if (target === null) plain(response, 400, 'This is no address of the station.');
  return target?.pathname ?? null;
}

/** What goes wrong while something is answered is an answer too. */
export function safely(response: ServerResponse, answering: Promise<void>): void {
  void answering.catch(() => {
    if (response.headersSent) response.destroy();
    else plain(response, 500, 'The station could not answer.');
  });
}

async function carryOut(
  body: Parameters<Parameters<Bodies['take']>[2]>[0],
  response: ServerResponse,
  handlers: Handlers,
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
  reply(response, 200, await dispatch(handlers, channel, argument));
}

export function reply(response: ServerResponse, status: number, value: Result<unknown>): void {
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

export function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(text);
}
