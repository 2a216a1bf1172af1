import { words } from '../words/index.ts';
import { refusalOf } from './refusal.ts';
import type { Replies } from './replies.ts';
import { type Argument, type Channel, requests } from './requests.ts';
import { failure, type Result } from './result.ts';
import type { StationEvent } from './station.ts';

/** Who carries the requests out, one function per channel. */
export type Handlers = {
  [C in Channel]: (argument: Argument<C>) => Result<Replies[C]> | Promise<Result<Replies[C]>>;
};

/** A file that the system asked the station to open. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the page sees, whichever transport carries it. */
export interface Bridge {
  request<C extends Channel>(channel: C, argument: Argument<C>): Promise<Result<Replies[C]>>;
  /** Starts with a `state` and a `pairing` event; returns the function that stops it. */
  subscribe(listener: (event: StationEvent) => void): () => void;
  /** Only where the system can ask to open a file; returns the function that stops it. */
  opened?(listener: (file: OpenedFile) => void): () => void;
}

/** Validate, then carry out: shared by the Electron shell and the browser host. Never throws. */
export async function dispatch(
  handlers: Handlers,
  channel: string,
  argument: unknown,
): Promise<Result<unknown>> {
  if (!Object.hasOwn(requests, channel)) return failure('unknown-request', words.refusals.unknownRequest);
  const known = channel as Channel;
  const parsed = requests[known].safeParse(argument);
  if (!parsed.success) return failure('bad-argument', refusalOf(parsed.error));
  try {
    return await (handlers[known] as (a: unknown) => Result<unknown> | Promise<Result<unknown>>)(parsed.data);
  } catch {
    return failure('unexpected', `${words.refusals.unexpected}.`);
  }
}
