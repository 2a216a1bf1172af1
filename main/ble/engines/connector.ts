import { words } from '../../../src/words/index.ts';
import { type Connection, createConnection, settleWithin } from './connection.ts';
import { EngineError, type EngineEvent, type RadioState } from './engine.ts';
import type { PeripheralLike } from './noble-like.ts';
import type { Scanning } from './scanning.ts';

/** Time that a cancelled connect is waited for, ms: it reports once more, late (measured: 2 to 30), and a new attempt before that would be taken for it. */
const CANCEL_SETTLE_MS = 500;

interface Deps {
  readonly heard: ReadonlyMap<string, PeripheralLike>;
  readonly scanning: Scanning;
  readonly radio: () => RadioState;
  /** The station wants to scan whenever nothing is being connected. */
  readonly wantsScan: () => boolean;
  readonly onEvent: (event: EngineEvent) => void;
  readonly now_s: () => number;
}

/** Connections with what was heard: made, given up, ended. */
export function createConnector({ heard, scanning, radio, wantsScan, onEvent, now_s }: Deps) {
  const connections = new Map<string, Connection>();
  const attempts = new Map<string, Set<(error: EngineError) => void>>();

  const end = (peripheral: PeripheralLike, reason: string) => {
    const connection = connections.get(peripheral.id);
    if (!connection) return;
    connections.delete(peripheral.id);
    connection.end(reason);
    onEvent({ kind: 'gone', id: peripheral.id, reason });
  };

  const giveUp = (id: string, error: EngineError) => {
    for (const fail of [...(attempts.get(id) ?? [])]) fail(error);
  };

  const connectionOf = (id: string): Connection => {
    const connection = connections.get(id);
    if (!connection) throw new EngineError('gone', words.link.notConnected);
    return connection;
  };

  const connect = async (id: string, timeout_ms: number) => {
    if (radio() !== 'poweredOn') throw new EngineError('radio', words.link.adapterIs(radio()));
    if (connections.has(id)) return;
    const peripheral = heard.get(id);
    if (!peripheral) throw new EngineError('unheard', words.link.notHeard);
    // many adapters cannot look for a connection while they scan
    if (wantsScan()) await scanning.stop().catch(() => {});
    const failures = new Set<(error: EngineError) => void>();
    attempts.set(id, failures);
    try {
      await settleWithin<void>(words.link.steps.connecting, timeout_ms, failures, (done) =>
        peripheral.connect(undefined, (error) => done(error, undefined)),
      );
      connections.set(
        id,
        createConnection(peripheral, (characteristic, bytes) =>
          onEvent({ kind: 'notified', id, characteristic, bytes, at_s: now_s() }),
        ),
      );
    } catch (error) {
      if (radio() === 'poweredOn') await cancel(peripheral);
      throw error;
    } finally {
      attempts.delete(id);
      if (wantsScan() && radio() === 'poweredOn') await scanning.start().catch(() => {});
    }
  };

  const disconnect = async (id: string, timeout_ms: number) => {
    const peripheral = heard.get(id);
    if (!peripheral || !connections.has(id)) return;
    try {
      await settleWithin<void>(words.link.steps.disconnecting, timeout_ms, new Set(), (done) => {
        peripheral.once('disconnect', () => done(null, undefined));
        peripheral.disconnect(() => {});
      });
    } finally {
      end(peripheral, words.link.byStation);
    }
  };

  return {
    connect,
    disconnect,
    end,
    /** Throws when there is no connection with it. */
    connectionOf,
    giveUp,
    giveUpAll(error: EngineError) {
      for (const id of attempts.keys()) giveUp(id, error);
    },
    has: (id: string) => connections.has(id),
    /** There is a connection, or one is being made. */
    get busy() {
      return connections.size > 0 || attempts.size > 0;
    },
  };
}

/** Takes back a connect that did not come about, and waits for what the package still says of it. */
async function cancel(peripheral: PeripheralLike): Promise<void> {
  const settled = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, CANCEL_SETTLE_MS);
    // the first 'connect' is cancelConnect's own; the late one comes from the controller
    peripheral.cancelConnect();
    peripheral.once('connect', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  await settled;
  peripheral.removeAllListeners('connect');
  // it may have connected in the very moment it was cancelled
  if (peripheral.state === 'connected') peripheral.disconnect(() => {});
  else peripheral.state = 'disconnected';
}
