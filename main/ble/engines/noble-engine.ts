import { words } from '../../../src/words/index.ts';
import { createQueue } from '../queue.ts';
import type { EngineName } from '../types.ts';
import { type Connection, createConnection, settleWithin } from './connection.ts';
import { type BleEngine, EngineError, type EngineEvent, type RadioState } from './engine.ts';
import { createHearsay, heardOf } from './hearsay.ts';
import type { NobleLike, PeripheralLike } from './noble-like.ts';

export interface Quirks {
  readonly name: EngineName;
  readonly version: string;
  /**
   * Nothing in the package may be relied on after its adapter was gone while in use: @abandonware keeps the
   * handles, the pending connect and the credit of packets of before, and has no way to be stopped.
   */
  readonly brokenByRadioLoss: boolean;
}

/** A scan answers at once or never (adapter gone in between). */
const SCAN_TIMEOUT_MS = 2_000;
/** A cancelled connect reports once more, late; a new attempt before that would be taken for it. Measured: 2..30 ms. */
const CANCEL_SETTLE_MS = 500;

/** Either noble package as a `BleEngine`: where one of them never answers or answers late, the answer is made up for here. */
export function createNobleEngine(
  noble: NobleLike,
  quirks: Quirks,
  onEvent: (event: EngineEvent) => void,
  now_s: () => number,
): BleEngine {
  const heard = new Map<string, PeripheralLike>();
  const sayable = createHearsay();
  const connections = new Map<string, Connection>();
  const attempts = new Map<string, Set<(error: EngineError) => void>>();
  /** Scanning and connecting use the same part of the adapter: never both at once. */
  const radioTurn = createQueue();
  let radio: RadioState = 'unknown';
  let wantsScan = false;
  /** @stoprocent believes that it still scans when its adapter went in the middle of it, and then never does. */
  let staleScan = false;
  let spoilt = false;

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

  const onRadio = (state: RadioState) => {
    if (state !== 'poweredOn') {
      // @abandonware says nothing of its connections when the adapter goes
      if (quirks.brokenByRadioLoss && (connections.size > 0 || attempts.size > 0)) spoilt = true;
      for (const id of attempts.keys()) giveUp(id, new EngineError('radio', words.link.adapterIs(state)));
      for (const peripheral of heard.values()) {
        end(peripheral, words.link.adapterGone);
        peripheral.state = 'disconnected';
      }
      heard.clear();
      // the scan went with the adapter; the station asks for a new one when it is back
      staleScan ||= wantsScan;
      wantsScan = false;
    }
    radio = state;
    onEvent({ kind: 'radio', state });
    if (state === 'poweredOn' && spoilt) onEvent({ kind: 'spoilt' });
  };

  const scan = () =>
    settleWithin<void>(words.link.steps.startScan, SCAN_TIMEOUT_MS, new Set(), (done) =>
      // unfiltered: sensors do not reliably advertise their service. Repeats, to see the signal change
      noble.startScanning([], true, (error) => done(error, undefined)),
    );
  const quiet = () =>
    settleWithin<void>(words.link.steps.stopScan, SCAN_TIMEOUT_MS, new Set(), (done) =>
      noble.stopScanning(() => done(null, undefined)),
    );

  noble.on('discover', (peripheral: PeripheralLike) => {
    if (heard.get(peripheral.id) !== peripheral) {
      heard.set(peripheral.id, peripheral);
      peripheral.removeAllListeners('disconnect');
      peripheral.on('disconnect', (reason: unknown) => end(peripheral, reasonOf(reason)));
    }
    const told = sayable(heardOf(peripheral), now_s());
    if (told) onEvent({ kind: 'heard', heard: told, at_s: now_s() });
  });
  noble.on('warning', (message: string) => {
    onEvent({ kind: 'warning', message });
    // kernel Bluetooth without an adapter: the only sign @abandonware gives
    if (radio === 'unknown' && /initiali[sz]ation/i.test(message)) onRadio('unsupported');
  });
  // listening is what starts either package
  noble.on('stateChange', onRadio);

  const connectionOf = (id: string): Connection => {
    const connection = connections.get(id);
    if (!connection) throw new EngineError('gone', words.link.notConnected);
    return connection;
  };

  const cancel = async (peripheral: PeripheralLike) => {
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
  };

  const connect = async (id: string, timeout_ms: number) => {
    if (radio !== 'poweredOn') throw new EngineError('radio', words.link.adapterIs(radio));
    if (connections.has(id)) return;
    const peripheral = heard.get(id);
    if (!peripheral) throw new EngineError('unheard', words.link.notHeard);
    // many adapters cannot look for a connection while they scan
    if (wantsScan) await quiet().catch(() => {});
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
      if (radio === 'poweredOn') await cancel(peripheral);
      throw error;
    } finally {
      attempts.delete(id);
      if (wantsScan && radio === 'poweredOn') await scan().catch(() => {});
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
    name: quirks.name,
    version: quirks.version,
    startScan: () =>
      radioTurn.run(async () => {
        wantsScan = true;
        if (radio !== 'poweredOn') return;
        if (staleScan) await quiet().catch(() => {});
        staleScan = false;
        await scan();
      }),
    stopScan: () =>
      radioTurn.run(async () => {
        wantsScan = false;
        if (radio === 'poweredOn') await quiet();
      }),
    connect: (id, timeout_ms) => radioTurn.run(() => connect(id, timeout_ms)),
    discover: async (id, services, timeout_ms) => connectionOf(id).discover(services, timeout_ms),
    subscribe: async (id, uuid, timeout_ms) => connectionOf(id).subscribe(uuid, timeout_ms),
    read: async (id, uuid, timeout_ms) => connectionOf(id).read(uuid, timeout_ms),
    write: async (id, uuid, bytes, response, timeout_ms) =>
      connectionOf(id).write(uuid, bytes, response, timeout_ms),
    rssi: async (id, timeout_ms) => connectionOf(id).rssi(timeout_ms),
    disconnect(id, timeout_ms) {
      if (connections.has(id)) return disconnect(id, timeout_ms);
      // an attempt under way, or about to be: it must not connect behind the station's back
      giveUp(id, new EngineError('gone', words.link.cancelled));
      return radioTurn.run(() => disconnect(id, timeout_ms));
    },
    async close() {
      wantsScan = false;
      noble.stop?.();
    },
  };
}

/** HCI reasons a person can make something of (Core 5.4, volume 1 part F). */
const REASONS: Readonly<Record<number, string>> = {
  8: words.link.outOfRange,
  19: words.link.hungUp,
  22: words.link.byStation,
  62: words.link.notSetUp,
};

function reasonOf(reason: unknown): string {
  return typeof reason === 'number' ? (REASONS[reason] ?? words.link.reason(reason)) : words.link.lost;
}
