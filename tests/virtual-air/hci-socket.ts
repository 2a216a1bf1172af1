import { EventEmitter } from 'node:events';
import { connect, type Socket } from 'node:net';
import { h4Reader, NOTE } from './h4.ts';

/** The interface of @abandonware/bluetooth-hci-socket as noble and bleno use it, over a local socket. */
export function createHciSocketClass(file: string) {
  class HciSocket extends EventEmitter {
    static loadDriver() {
      return HciSocket;
    }
    #socket: Socket | null = null;
    // noble asks at once, before a socket could have connected: a "down" here would be a false poweredOff
    #up = true;
    #started = false;

    bindRaw(): number {
      return this.#open();
    }
    bindUser(): number {
      return this.#open();
    }
    bindControl(): void {}
    start(): void {
      this.#started = true;
      this.#socket?.resume();
    }
    stop(): void {
      this.#socket?.destroy();
      this.#socket = null;
    }
    reset(): void {}
    setFilter(): void {}
    isDevUp(): boolean {
      return this.#up;
    }
    getDeviceList(): object[] {
      return [
        { devId: 0, devUp: this.#up, idVendor: null, idProduct: null, busNumber: null, deviceAddress: null },
      ];
    }
    write(packet: Buffer): void {
      if (this.#socket?.writable) this.#socket.write(Buffer.from(packet));
    }

    #open(): number {
      if (this.#socket) return 0;
      const socket = connect(file);
      this.#socket = socket;
      const reader = h4Reader((packet) => {
        if (packet[0] === NOTE.adapter) this.#up = packet[1] === 1;
        else if (packet[0] === NOTE.denied) {
          this.emit('error', Object.assign(new Error('Operation not permitted'), { code: 'EPERM' }));
        } else this.emit('data', packet);
      });
      socket.on('data', (chunk: Buffer) => reader.push(chunk));
      socket.on('error', () => {
        this.#up = false;
      });
      socket.on('close', () => {
        this.#up = false;
      });
      if (!this.#started) socket.pause();
      return 0;
    }
  }
  return HciSocket;
}
