import type { Bridge } from '../../src/contract/requests.ts';
import { createStore, type Store } from '../state/store.ts';
import type { Connection } from './connection.ts';
import { createHttpBridge } from './http-bridge.ts';

declare global {
  interface Window {
    /** Put there by the sandboxed preload when the page runs in Electron. */
    readonly lockout?: Bridge;
  }
}

export interface Line {
  readonly bridge: Bridge;
  readonly connection: Store<Connection>;
}

/** The shell's bridge where there is one, else HTTP to the station that served this page. */
export function openLine(): Line {
  const connection = createStore<Connection>(window.lockout ? 'open' : 'connecting');
  return { bridge: window.lockout ?? createHttpBridge(connection.set), connection };
}
