import type { Bridge } from '../../src/contract/bridge.ts';
import type { Replies } from '../../src/contract/replies.ts';
import type { Result } from '../../src/contract/result.ts';
import type { StationEvent } from '../../src/contract/station.ts';
import { words } from '../../src/words/index.ts';
import type { LineState } from './line-state.ts';

/** EventSource gives up for good when it is answered with an error page; this is how soon we ask anew. */
const RETRY_MS = 1_000;

const unreachable = {
  ok: false,
  error: { code: 'unreachable', message: words.connection.unreachable },
} as const;

/** A station that was started anew refuses its page too, and one that shut this device out says so by another number. */
const whyClosed = (): Promise<LineState> =>
  fetch('/', { method: 'HEAD' }).then(
    ({ status }) => (status === 401 ? 'removed' : status === 403 ? 'shut' : 'lost'),
    () => 'lost',
  );

/** The bridge over HTTP and server-sent events, for the station in a browser. */
export function createHttpBridge(onConnection: (connection: LineState) => void): Bridge {
  return {
    async request(channel, argument) {
      try {
        const response = await fetch(`/bridge/request/${channel}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(argument),
        });
        return (await response.json()) as Result<Replies[typeof channel]>;
      } catch {
        return unreachable;
      }
    },

    subscribe(listener) {
      let source: EventSource | null = null;
      let retry = 0;
      const open = (): void => {
        source = new EventSource('/bridge/events');
        source.onopen = () => onConnection('open');
        source.onmessage = ({ data }) => listener(JSON.parse(data as string) as StationEvent);
        source.onerror = () => {
          if (source?.readyState !== EventSource.CLOSED) return onConnection('lost'); // the browser is retrying by itself
          void whyClosed().then(onConnection);
          retry = window.setTimeout(open, RETRY_MS);
        };
      };
      open();
      return () => {
        window.clearTimeout(retry);
        source?.close();
      };
    },
  };
}
