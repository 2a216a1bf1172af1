import type { Bridge } from '../../src/contract/bridge.ts';
import { createObservable, type Observable } from '../state/observable.ts';
import { createHttpBridge } from './http-bridge.ts';
import type { LineState } from './line-state.ts';

declare global {
  interface Window {
    /** Put there by the sandboxed preload when the page runs in Electron. */
    readonly lockout?: Bridge;
  }
}

export interface Line {
  readonly bridge: Bridge;
  readonly connection: Observable<LineState>;
}

/** The shell's bridge where there is one, else HTTP to the station that served this page. */
export function openLine(): Line {
  const connection = createObservable<LineState>(window.lockout ? 'open' : 'connecting');
  return { bridge: window.lockout ?? createHttpBridge(connection.set), connection };
}
