/**
 * Puts a socket to the virtual air (or to btvirt) in the place of the kernel's Bluetooth: the noble
 * packages open it with `require('.../bluetooth-hci-socket')` and without options, so the only way in
 * is the module loader. Start a program with `--import` of this file and VIRTUAL_AIR = socket path.
 */
import Module from 'node:module';
import { createHciSocketClass } from './hci-socket.ts';

const PACKAGES = new Set(['@abandonware/bluetooth-hci-socket', '@stoprocent/bluetooth-hci-socket']);

interface Loader {
  _load(request: string, ...rest: unknown[]): unknown;
}

const file = process.env.VIRTUAL_AIR;
if (file) {
  const loader = Module as unknown as Loader;
  const load = loader._load;
  const HciSocket = createHciSocketClass(file, process.env.VIRTUAL_AIR_FAULT);
  loader._load = function (this: unknown, request: string, ...rest: unknown[]) {
    return PACKAGES.has(request) ? HciSocket : load.call(this, request, ...rest);
  };
}
