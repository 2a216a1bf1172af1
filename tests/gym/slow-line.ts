import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { aFolder } from '../store/given.ts';

const SOCKET = '.s.PGSQL.5432';

/** A line to a database at which everything comes later, or whose other end hangs up at once; it can be cut. */
export interface Line {
  /** The same database by this line. */
  through(address: string): string;
  /** When somebody tried it, ms. */
  readonly tries: readonly number[];
  /** Who talks is cut off, and nobody gets through. */
  cut(): void;
  mend(): void;
}

/** `delay_ms` null: nobody is at the other end. */
export async function aLine(database: string, delay_ms: number | null): Promise<Line> {
  const folder = aFolder();
  const behind = path.join(new URL(database).searchParams.get('host') ?? '', SOCKET);
  const tries: number[] = [];
  const open = new Set<net.Socket>();
  let away = delay_ms === null;
  const hangUp = (): void => {
    for (const socket of open) socket.destroy();
    open.clear();
  };
  const server = net.createServer((near) => {
    tries.push(performance.now());
    open.add(near);
    near.on('error', () => {});
    if (away) {
      near.destroy();
      return;
    }
    const far = net.connect(behind);
    open.add(far);
    far.on('error', () => {});
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => setTimeout(() => to.write(bytes), delay_ms ?? 0));
      from.on('close', () => setTimeout(() => to.destroy(), delay_ms ?? 0));
    }
  });
  await new Promise<void>((resolve) => server.listen(path.join(folder, SOCKET), resolve));
  fs.chmodSync(path.join(folder, SOCKET), 0o777);
  onTestFinished(() => {
    hangUp();
    server.close();
  });
  return {
    tries,
    cut() {
      away = true;
      hangUp();
    },
    mend() {
      away = false;
    },
    through(address) {
      const url = new URL(address);
      url.searchParams.set('host', folder);
      return url.href;
    },
  };
}
