import { driverFor } from '../../src/sensors/index.ts';
import { words } from '../../src/words/index.ts';
import { createBluetoothOutlet } from './bluetooth-outlet.ts';
import { type Clock, monotonicClock } from './clock.ts';
import { deviceList } from './devices.ts';
import type { EngineEvent } from './engines/engine.ts';
import type { BuildAddon } from './helper/engine-loader.ts';
import { createHelperKeeper } from './helper/helper-keeper.ts';
import type { ForkHelper } from './helper/port.ts';
import { UNKNOWN_DEVICE } from './link/results.ts';
import { createLinkTable } from './link-table.ts';
import { describeBluetooth } from './machine/adapter-state.ts';
import { watchForAdapter } from './machine/adapter-watch.ts';
import { type MachineFacts, readMachineFacts } from './machine/facts.ts';
import { createScanner } from './scanner.ts';
import type { Bluetooth, EngineName, KnownSensor } from './types.ts';

export interface BluetoothOptions {
  readonly fork: ForkHelper;
  readonly clock?: Clock;
  readonly log?: (message: string) => void;
  /** In order of preference. */
  readonly engines?: readonly EngineName[];
  /** Compiles the preferred engine's native part when it is not there; null: never. */
  readonly build?: BuildAddon | null;
  readonly facts?: () => MachineFacts;
}

/** Engines in order of preference. */
const ENGINES: readonly EngineName[] = ['abandonware', 'stoprocent'];

/** The station's Bluetooth: one helper process, one radio, any number of links. */
export function createBluetooth(options: BluetoothOptions): Bluetooth {
  const clock = options.clock ?? monotonicClock;
  const log = options.log ?? (() => {});
  const readFacts = options.facts ?? (() => readMachineFacts({ helper_program: process.execPath }));
  let facts = readFacts();
  let known: readonly KnownSensor[] = [];
  let closed = false;

  const state = () => describeBluetooth(keeper.status(), facts, scanner.scanning());
  const devices = () =>
    deviceList({ sightings: scanner.sightings(), known, links: links.all, now_s: clock.now_s() });
  const { tellState, tellDevices, ...outlet } = createBluetoothOutlet({ state, devices });

  const onEvent = (event: EngineEvent) => {
    switch (event.kind) {
      case 'heard':
        if (scanner.heard(event.heard, event.at_s))
          links.all.get(event.heard.id)?.heardAt(event.heard.rssi_dbm);
        return;
      case 'notified':
        return links.all.get(event.id)?.notified(event.characteristic, event.bytes, event.at_s);
      case 'gone':
        return links.all.get(event.id)?.gone(event.reason);
    }
  };

  const keeper = createHelperKeeper({
    fork: options.fork,
    engines: options.engines ?? ENGINES,
    build: options.build ?? null,
    log,
    onEvent,
    onChange() {
      facts = readFacts();
      scanner.setReady(keeper.status().phase === 'running' && keeper.status().radio === 'poweredOn');
      tellState();
    },
    onDown(reason) {
      scanner.setReady(false);
      for (const link of links.all.values()) link.gone(reason);
    },
  });
  const scanner = createScanner({
    ask: keeper.ask,
    clock,
    driverFor,
    log,
    onScanning: tellState,
    onSighting: tellDevices,
  });

  const links = createLinkTable({
    ask: keeper.ask,
    startHelper: keeper.start,
    scanner,
    clock,
    log,
    known: () => known,
    changed(link) {
      if (link) outlet.emit({ kind: 'link', link });
      tellDevices();
    },
  });

  const stopWatching = watchForAdapter({
    adapter: () => state().adapter,
    facts: readFacts,
    onPluggedIn: () => keeper.renew(words.link.adapterPlugged),
  });

  return {
    state,
    devices,
    startScan() {
      if (closed) return;
      keeper.start();
      scanner.setByHand(true);
    },
    stopScan: () => scanner.setByHand(false),
    setKnown(sensors) {
      known = sensors;
      tellDevices();
    },
    connect: links.connect,
    disconnect: async (id) => links.all.get(id)?.source.stop(),
    identify: async (id) => links.all.get(id)?.identify() ?? UNKNOWN_DEVICE,
    setRate: async (id, rate_hz) => links.all.get(id)?.setRate(rate_hz) ?? UNKNOWN_DEVICE,
    on: outlet.on,
    async close() {
      closed = true;
      stopWatching();
      scanner.setByHand(false);
      await links.close();
      await keeper.close();
      outlet.close();
    },
  };
}
