import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { Served } from '../../main/host/answer.ts';
import { createLan, type Lan } from '../../main/lan/lan.ts';
import { type LanChoices, type LanServer, serveLan } from '../../main/lan/serve-lan.ts';
import type { GymRacks } from '../../src/contract/board.ts';
import type { LanRole } from '../../src/contract/lan.ts';
import { requests } from '../../src/contract/requests.ts';
import type { StationEvent } from '../../src/contract/station.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A station that is open to the network of this computer alone, and what it carried out. */
export interface Network {
  readonly lan: Lan;
  readonly server: LanServer;
  readonly folder: string;
  readonly carriedOut: string[];
  /** Everybody who listens to its events. */
  readonly listeners: Set<(event: StationEvent) => void>;
  wait(ms: number): void;
  ask(target: string, asked?: Asked): Promise<Reply>;
  /** As the pairing page sends its form; `cookie` of the browser that does. */
  pair(code: string, name?: string, cookie?: string): Promise<Reply>;
  /** A device that was let in: its cookie. */
  device(role: LanRole, name?: string): Promise<string>;
  request(channel: string, cookie: string, body?: unknown): Promise<Reply>;
}

export interface NetworkOptions extends Partial<LanChoices> {
  /** One that was used before. */
  readonly folder?: string;
  readonly served?: Partial<Served>;
  readonly racks?: () => GymRacks;
}

export const HERE = '127.0.0.1';

export async function openNetwork(options: NetworkOptions = {}): Promise<Network> {
  const folder = options.folder ?? mkdtempSync(path.join(os.tmpdir(), 'lockout-lan-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>the page</title>');
  let at_ms = Date.now();
  const carriedOut: string[] = [];
  const listeners = new Set<(event: StationEvent) => void>();
  const now = () => at_ms;
  const lan = createLan({
    folder,
    now,
    steady: now,
    log: () => {},
    onChange: () => {},
    racks: options.racks ?? (() => ({ own_name: null, others: [] })),
  });
  const carry = (channel: string) => () => {
    carriedOut.push(channel);
    return { ok: true, value: null };
  };
  const served: Served = {
    handlers: Object.fromEntries(
      Object.keys(requests).map((channel) => [channel, carry(channel)]),
    ) as unknown as Served['handlers'],
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    page_folder: folder,
    ...options.served,
  };
  const { at = [HERE], port = 0, proxy = null } = options;
  const opened = await serveLan(lan, served, { at, port, proxy }, { folder, now });
  if (!opened.ok) throw new Error(opened.error.message);
  const server = opened.value;
  const listening = new URL(server.addresses[0] as string);
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Whoever asks trusts the station's own certificate, and it has to be for this address. */
  const ask: Network['ask'] = (target, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const going = (server.certificate === null ? plainRequest : request)(
        {
          host: HERE,
          port: server.port,
          path: target,
          method,
          agent: false,
          headers: { host: listening.host, ...headers },
          ...(server.certificate === null ? {} : { ca: server.certificate, checkServerIdentity: isHere }),
        },
        (reply) => {
          let text = '';
          reply.setEncoding('utf8');
          reply.on('data', (chunk: string) => {
            text += chunk;
          });
          reply.on('error', reject);
          reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }));
        },
      );
      going.on('error', reject);
      going.end(body);
    });
  const pair: Network['pair'] = (code, name = 'Tablet', cookie = '') =>
    ask('/pair', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: listening.origin,
        'sec-fetch-site': 'same-origin',
        cookie,
      },
      body: new URLSearchParams({ code, name }).toString(),
    });
  return {
    ...{ lan, server, folder, carriedOut, listeners, ask, pair },
    wait(ms) {
      at_ms += ms;
    },
    async device(role, name) {
      const reply = await pair(lan.makeCode(role).code, name);
      if (reply.status !== 303) throw new Error(`not let in: ${reply.text}`);
      return cookieOf(reply);
    },
    request: (channel, cookie, body = {}) =>
      ask(`/bridge/request/${channel}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      }),
  };
}

/** Whatever name a test writes into Host. */
const isHere = (_name: string, certificate: PeerCertificate) => checkServerIdentity(HERE, certificate);

/** What a browser sends along from now on. */
export const cookieOf = ({ headers }: Reply): string =>
  (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
