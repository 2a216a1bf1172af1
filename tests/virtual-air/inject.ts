/**
 * Puts a socket to the virtual air (or to btvirt) in the place of the kernel's Bluetooth: the noble
 * packages open it with `require('.../bluetooth-hci-socket')` and without options, so the only way in
 * is the module loader. Start a program with `--import` of this file and VIRTUAL_AIR = socket path.
 */
import Module from 'node:module';
import { createHciSocketClass } from './hci-socket.ts';

const PACKAGE = /^@(abandonware|stoprocent)\/bluetooth-hci-socket$/;

interface Loader {
  _load(request: string, ...rest: unknown[]): unknown;
}

/**
 * VIRTUAL_AIR_FAULT is a code, or `package:code`: what the real socket package throws when it is loaded
 * without its native part, or opened where the kernel has no Bluetooth.
 */
function faultOf(owner: string): Error | null {
  const [code, whose = owner] = (process.env.VIRTUAL_AIR_FAULT ?? '').split(':').reverse();
  return code && whose === owner ? Object.assign(new Error(`${code} (virtual air)`), { code }) : null;
}

const file = process.env.VIRTUAL_AIR;
if (file) {
  const loader = Module as unknown as Loader;
  const load = loader._load;
  const HciSocket = createHciSocketClass(file);
  loader._load = function (this: unknown, request: string, ...rest: unknown[]) {
    const owner = PACKAGE.exec(request)?.[1];
    if (owner === undefined) return load.call(this, request, ...rest);
    const fault = faultOf(owner);
    if (fault) throw fault;
    return HciSocket;
  };
}
