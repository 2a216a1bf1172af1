import { words } from '../../../src/words/index.ts';
import { createQueue } from '../queue.ts';
import type { EngineName } from '../types.ts';
import { createConnector } from './connector.ts';
import { type BleEngine, EngineError, type EngineEvent, type RadioState } from './engine.ts';
import { createHearsay, heardOf } from './hearsay.ts';
import type { NobleLike, PeripheralLike } from './noble-like.ts';
import { createScanning } from './scanning.ts';

export interface Quirks {
  readonly name: EngineName;
  readonly version: string;
  /**
   * Nothing in the package may be relied on after its adapter was gone while in use: @abandonware keeps the
   * handles, the pending connect and the credit of packets of before, and has no way to be stopped.
   */
  readonly brokenByRadioLoss: boolean;
}

/** Either noble package as a `BleEngine`: where one of them never answers or answers late, the answer is made up for here. */
export function createNobleEngine(
  noble: NobleLike,
  quirks: Quirks,
  onEvent: (event: EngineEvent) => void,
  now_s: () => number,
): BleEngine {
  const heard = new Map<string, PeripheralLike>();
  const sayable = createHearsay();
  /** Scanning and connecting use the same part of the adapter: never both at once. */
  const radioTurn = createQueue();
  let radio: RadioState = 'unknown';
  let wantsScan = false;
  /** @stoprocent believes that it still scans when its adapter went in the middle of it, and then never does. */
  let staleScan = false;
  let spoilt = false;
  const scanning = createScanning(noble);
  const { connectionOf, connect, disconnect, end, giveUp, ...connector } = createConnector({
    heard,
    scanning,
    radio: () => radio,
    wantsScan: () => wantsScan,
    onEvent,
    now_s,
  });

  const onRadio = (state: RadioState) => {
    if (state !== 'poweredOn') {
      // @abandonware says nothing of its connections when the adapter goes
      if (quirks.brokenByRadioLoss && connector.busy) spoilt = true;
      connector.giveUpAll(new EngineError('radio', words.link.adapterIs(state)));
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

  return {
    name: quirks.name,
    version: quirks.version,
    startScan: () =>
      radioTurn.run(async () => {
        wantsScan = true;
        if (radio !== 'poweredOn') return;
        if (staleScan) await scanning.stop().catch(() => {});
        staleScan = false;
        await scanning.start();
      }),
    stopScan: () =>
      radioTurn.run(async () => {
        wantsScan = false;
        if (radio === 'poweredOn') await scanning.stop();
      }),
    connect: (id, timeout_ms) => radioTurn.run(() => connect(id, timeout_ms)),
    discover: async (id, services, timeout_ms) => connectionOf(id).discover(services, timeout_ms),
    subscribe: async (id, uuid, timeout_ms) => connectionOf(id).subscribe(uuid, timeout_ms),
    read: async (id, uuid, timeout_ms) => connectionOf(id).read(uuid, timeout_ms),
    write: async (id, uuid, bytes, response, timeout_ms) =>
      connectionOf(id).write(uuid, bytes, response, timeout_ms),
    rssi: async (id, timeout_ms) => connectionOf(id).rssi(timeout_ms),
    disconnect(id, timeout_ms) {
      if (connector.has(id)) return disconnect(id, timeout_ms);
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
