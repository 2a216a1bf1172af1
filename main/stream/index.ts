import fs from 'node:fs';
import path from 'node:path';
import type { Handlers } from '../../src/contract/bridge.ts';
import { success } from '../../src/contract/result.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { StationState } from '../../src/contract/station.ts';
import { STREAM_VERSION, type StreamLine } from '../../src/contract/stream.ts';
import { words } from '../../src/words/index.ts';
import { newSecret } from '../secret.ts';
import { replacePrivate } from '../store/private.ts';
import { createStreamLines, type StreamLines } from './lines.ts';
import type { StreamServer } from './serve-stream.ts';

/** Beside the database and not in it: a backup or an export must let nobody listen. */
const FILE = 'lockout-stream.json';

/** What happens here as lines of JSON, for other programs of this computer. */
export interface Stream {
  readonly handlers: Pick<Handlers, 'stream:status'>;
  /** The station is in this state, and these are its settings. */
  follow(state: StationState, settings: Settings['stream']): void;
  close(): Promise<void>;
}

export interface StreamOptions {
  readonly folder: string;
  readonly version: string;
  readonly now: () => number;
  readonly log: (line: string) => void;
  /** It is on, off, or has a problem. */
  readonly onChange: () => void;
}

export function createStream({ folder, version, now, log, onChange }: StreamOptions): Stream {
  let wished = 'off';
  let server: StreamServer | null = null;
  let lines: StreamLines | null = null;
  let key = '';
  let problem: string | null = null;
  let let_go = 0;
  /** Beginnings and ends, one after the other. */
  let turn: Promise<void> = Promise.resolve();

  const told = (line: StreamLine): string => JSON.stringify(line);
  async function begin(port: number): Promise<void> {
    const { serveStream } = await import('./serve-stream.ts');
    key = ownKey(folder);
    const hello = told({ kind: 'hello', stream: STREAM_VERSION, lockout: version });
    const onSlow = (): void => {
      let_go++;
      log('stream: a reader was too slow and was let go');
    };
    server = await serveStream({ port, key, hello, onSlow });
  }
  async function end(): Promise<void> {
    const leaving = server;
    [server, lines, problem] = [null, null, null];
    await leaving?.close();
  }
  async function become(on: boolean, port: number): Promise<void> {
    await end();
    try {
      if (on) await begin(port);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      problem = code === 'EADDRINUSE' ? words.stream.portTaken(port) : words.stream.notStarted;
      log(`stream: ${(error as Error).message}`);
    }
    onChange();
  }

  return {
    handlers: {
      'stream:status': () =>
        success({
          address: server === null ? null : `ws://127.0.0.1:${server.port}/${key}`,
          ...{ problem, let_go },
          readers: server?.readers() ?? 0,
        }),
    },
    follow(state, { on, port }) {
      const wish = on ? String(port) : 'off';
      if (wish !== wished) {
        wished = wish;
        turn = turn.then(() => become(on, port));
      }
      if (server === null) return;
      // what was before it was switched on is told to nobody
      if (lines === null) lines = createStreamLines(now, state);
      else for (const line of lines.of(state)) server.tell(told(line));
    },
    close() {
      wished = 'off';
      turn = turn.then(end);
      return turn;
    },
  };
}

/** The same over restarts, so that a program need not be told anew. */
function ownKey(folder: string): string {
  const file = path.join(folder, FILE);
  try {
    const kept: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    const key = (kept as { key?: unknown } | null)?.key;
    if (typeof key === 'string' && key.length > 0) return key;
  } catch {
    // none yet, or not readable: another one
  }
  const made = newSecret();
  replacePrivate(file, `${JSON.stringify({ key: made })}\n`);
  return made;
}
