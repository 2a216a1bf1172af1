import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Air, type AirOptions, createAir } from './air.ts';
import { type Controller, createController } from './controller.ts';
import { h4Reader, NOTE } from './h4.ts';
import { PACKET } from './hci.ts';

/** The adapter every program on this (virtual) computer shares. */
export interface Adapter {
  /** Pulled out of its socket. */
  unplug(): void;
  replug(): void;
  /** Takes or gives the right to use it (EPERM on what is written). */
  deny(denied: boolean): void;
  /** Programs that have it open. */
  readonly users: number;
}

export interface AirServer {
  readonly air: Air;
  readonly adapter: Adapter;
  /** Environment in which a program's Bluetooth is this air. */
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

interface User {
  readonly socket: Socket;
  controller: Controller | null;
}

let servers = 0;

/**
 * The virtual air behind a local socket. It lives in the test's process, so a test holds its
 * sensors in hand, and a helper process that dies leaves the air as a real one would.
 */
export async function openAir(options: Partial<AirOptions> = {}): Promise<AirServer> {
  const air = createAir(options);
  const users = new Set<User>();
  let plugged = true;
  let denied = false;

  const attach = (user: User) => {
    user.controller = createController(air, (packet) => void user.socket.write(packet));
  };
  const server = createServer((socket) => {
    const user: User = { socket, controller: null };
    users.add(user);
    if (plugged) attach(user);
    else socket.write(Buffer.from([NOTE.adapter, 0]));
    const reader = h4Reader((packet) => {
      if (denied && packet[0] === PACKET.command) socket.write(Buffer.from([NOTE.denied]));
      else user.controller?.receive(packet);
    });
    socket.on('data', (chunk) => reader.push(chunk));
    socket.on('error', () => socket.destroy());
    // a program that dies takes its connections with it once supervision times out
    socket.on('close', () => {
      users.delete(user);
      setTimeout(() => user.controller?.unplug(), air.options.supervision_ms);
    });
  });
  const file =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\lockout-air-${process.pid}-${servers++}`
      : path.join(tmpdir(), `lockout-air-${process.pid}-${servers++}.sock`);
  rmSync(file, { force: true });
  await new Promise<void>((resolve) => server.listen(file, resolve));

  return {
    air,
    adapter: {
      unplug() {
        plugged = false;
        for (const user of users) {
          user.controller?.unplug();
          user.controller = null;
          user.socket.write(Buffer.from([NOTE.adapter, 0]));
        }
      },
      replug() {
        plugged = true;
        for (const user of users) {
          attach(user);
          user.socket.write(Buffer.from([NOTE.adapter, 1]));
        }
      },
      deny(now) {
        denied = now;
      },
      get users() {
        return users.size;
      },
    },
    env: { VIRTUAL_AIR: file, NODE_OPTIONS: `--import=${new URL('./inject.ts', import.meta.url).href}` },
    async close() {
      air.close();
      for (const user of users) user.socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
