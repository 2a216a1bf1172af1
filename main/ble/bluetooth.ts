import { driverByFamily, driverFor } from '../../src/sensors/index.ts';
import { words } from '../../src/words/index.ts';
import { type Clock, monotonicClock } from './clock.ts';
import { deviceList } from './devices.ts';
import type { EngineEvent } from './engines/engine.ts';
import { type BuildAddon, createHelperKeeper } from './helper/helper-keeper.ts';
import type { ForkHelper } from './helper/port.ts';
import { createLink } from './link/link.ts';
import { UNKNOWN_DEVICE } from './link/results.ts';
import { strangerSource } from './link/stranger.ts';
import type { Link } from './link/types.ts';
import { describeBluetooth } from './machine/adapter-state.ts';
import { watchForAdapter } from './machine/adapter-watch.ts';
import { type MachineFacts, readMachineFacts } from './machine/facts.ts';
import { createQueue } from './queue.ts';
import { createScanner } from './scanner.ts';
import {
  type Bluetooth,
  type BluetoothEvent,
  type ConnectOptions,
  DEFAULT_RATE_HZ,
  type EngineName,
  type KnownSensor,
  type SensorSource,
} from './types.ts';

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

const ENGINES: readonly EngineName[] = ['abandonware', 'stoprocent'];
/** The device list is for eyes. */
const DEVICES_EVERY_MS = 250;
/** Statistics on the Pair screen. */
const LINKS_EVERY_MS = 1_000;

/** The station's Bluetooth: one helper process, one radio, any number of links. */
export function createBluetooth(options: BluetoothOptions): Bluetooth {
  const clock = options.clock ?? monotonicClock;
  const log = options.log ?? (() => {});
  const readFacts = options.facts ?? (() => readMachineFacts({ helper_program: process.execPath }));
  let facts = readFacts();
  const links = new Map<string, Link>();
  const listeners = new Set<(event: BluetoothEvent) => void>();
  const turn = createQueue();
  let known: readonly KnownSensor[] = [];
  let lastState = '';
  let devicesTimer: NodeJS.Timeout | null = null;
  let linksTimer: NodeJS.Timeout | null = null;
  let closed = false;

  const emit = (event: BluetoothEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const state = () => describeBluetooth(keeper.status(), facts, scanner.scanning());
  const tellState = () => {
    const now = state();
    const text = JSON.stringify(now);
    if (text === lastState) return;
    lastState = text;
    emit({ kind: 'state', state: now });
  };
  const devices = () => deviceList({ sightings: scanner.sightings(), known, links, now_s: clock.now_s() });
  const tellDevices = () => {
    devicesTimer ??= setTimeout(() => {
      devicesTimer = null;
      emit({ kind: 'devices', devices: devices() });
    }, DEVICES_EVERY_MS);
  };
  const tellLink = (id: string) => {
    const link = links.get(id);
    if (link) emit({ kind: 'link', link: link.snapshot() });
    tellDevices();
  };
  const watchLinks = () => {
    if (links.size > 0 && !closed) {
      linksTimer ??= setInterval(() => {
        for (const id of links.keys()) tellLink(id);
      }, LINKS_EVERY_MS);
    } else if (linksTimer !== null) {
      clearInterval(linksTimer);
      linksTimer = null;
    }
  };

  const onEvent = (event: EngineEvent) => {
    switch (event.kind) {
      case 'heard':
        if (scanner.heard(event.heard, event.at_s)) links.get(event.heard.id)?.heardAt(event.heard.rssi_dbm);
        return;
      case 'notified':
        return links.get(event.id)?.notified(event.characteristic, event.bytes, event.at_s);
      case 'gone':
        return links.get(event.id)?.gone(event.reason);
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
      for (const link of links.values()) link.gone(reason);
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

  const stopWatching = watchForAdapter({
    adapter: () => state().adapter,
    facts: readFacts,
    onPluggedIn: () => keeper.renew(words.link.adapterPlugged),
  });

  const nameOf = (id: string) => {
    const called = known.find((each) => each.id === id)?.name;
    const sighting = scanner.sighting(id);
    return called ?? sighting?.advertised_name ?? sighting?.driver.title ?? id;
  };

  const connect = (id: string, wishes: ConnectOptions = {}): SensorSource => {
    const there = links.get(id);
    if (there) return there.source;
    const family = wishes.family ?? known.find((each) => each.id === id)?.family;
    const driver = scanner.sighting(id)?.driver ?? (family === undefined ? null : driverByFamily(family));
    if (!driver) return strangerSource(id);
    const link = createLink({
      id,
      name: () => nameOf(id),
      driver,
      rate_hz: wishes.rate_hz ?? DEFAULT_RATE_HZ,
      air: {
        ask: keeper.ask,
        heard: (wanted, signal) => {
          keeper.start();
          return scanner.wait(wanted, signal);
        },
        connected: (wanted) => scanner.forget(wanted),
        turn,
      },
      clock,
      log,
      onChange: () => tellLink(id),
      onEnd() {
        links.delete(id);
        watchLinks();
        tellDevices();
      },
    });
    links.set(id, link);
    watchLinks();
    tellDevices();
    return link.source;
  };

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
    connect,
    disconnect: async (id) => links.get(id)?.source.stop(),
    identify: async (id) => links.get(id)?.identify() ?? UNKNOWN_DEVICE,
    setRate: async (id, rate_hz) => links.get(id)?.setRate(rate_hz) ?? UNKNOWN_DEVICE,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      stopWatching();
      scanner.setByHand(false);
      await Promise.all([...links.values()].map((link) => link.source.stop()));
      await keeper.close();
      watchLinks();
      if (devicesTimer !== null) clearTimeout(devicesTimer);
      listeners.clear();
    },
  };
}
