import type { PairingState } from '../../../src/contract/pairing.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { Bluetooth } from '../../ble/types.ts';
import type { Store } from '../../store/types.ts';
import type { Beside } from '../beside.ts';
import type { StationClock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import { createMadeSources, type MadeSources } from './made-sources.ts';
import type { ReadHanded } from './read-handed.ts';
import type { Sources } from './sources.ts';

/** Ways in for samples: sensors over Bluetooth, the simulator, recordings. */
export interface Pairing extends MadeSources {
  state(): PairingState;
  scan(on: boolean): void;
  connect(id: string): Result<null>;
  disconnect(id: string): Promise<Result<null>>;
  forget(id: string): Promise<Result<null>>;
  rename(id: string, name: string): Result<null>;
  identify(id: string): Promise<Result<null>>;
  feed(id: string): Result<null>;
  /** The sensor used last, as soon as it is in range. */
  reconnect(): void;
}

export interface PairingDeps {
  readonly clock: StationClock;
  readonly store: Store;
  readonly bluetooth: Bluetooth;
  readonly sources: Sources;
  readonly desk: Desk;
  readonly beside: Beside;
  /** The first bar of the station. */
  readonly leads: boolean;
  readonly readHanded: ReadHanded;
}

export function createPairing(deps: PairingDeps): Pairing {
  const { store, bluetooth, sources, beside, leads } = deps;
  const made = createMadeSources(deps);
  const tellKnown = (): void => bluetooth.setKnown(store.sensors.known());
  tellKnown();
  /** Which sensor is on the second bar is written down: after a restart each is found at its own again. */
  const isSecond = (id: string): boolean => store.settings.get().second_sensor === id;
  const keepPlace = (id: string, here: boolean): void => {
    if (leads ? isSecond(id) && here : isSecond(id) !== here)
      store.settings.update({ second_sensor: leads || !here ? null : id });
  };

  const connect = (id: string): Result<null> => {
    if (sources.get(id)) return success(null);
    if (beside.hasSensor(id)) return failure('at-other-bar', words.bars.sensorTaken);
    const source = bluetooth.connect(id);
    if (source.driver === null) return failure('unknown-sensor', words.says.source.unknownSensor);
    const device = bluetooth.devices().find((each) => each.id === id);
    const known = store.sensors.seen({
      id,
      advertised_name: device?.advertised_name ?? null,
      family: source.family,
    });
    if (!known.ok) return known;
    tellKnown();
    const facts = {
      id,
      family: source.family,
      family_title: source.driver.title,
      speed: 1,
      simulated: false,
      stores: true,
      link: () => source.link(),
    };
    sources.add(facts, source, sources.feeding?.source.kind !== 'sensor');
    keepPlace(id, true);
    return success(null);
  };

  return {
    state() {
      const { adapter, engine, message, way_out, scanning } = bluetooth.state();
      const found = bluetooth.devices().map(({ link: _link, ...device }) => device);
      return {
        adapter: { status: adapter, engine: engine?.name ?? null, message, way_out },
        scanning,
        found,
      };
    },
    scan(on) {
      if (on) bluetooth.startScan();
      else bluetooth.stopScan();
    },
    connect,
    async disconnect(id) {
      if (!sources.get(id)) return failure('unknown-source', words.says.source.unknown);
      await sources.remove(id);
      keepPlace(id, false);
      return success(null);
    },
    async forget(id) {
      await sources.remove(id);
      const done = store.sensors.forget(id);
      tellKnown();
      return done;
    },
    rename(id, name) {
      const renamed = store.sensors.rename(id, name);
      if (!renamed.ok) return renamed;
      const entry = sources.get(id);
      if (entry) entry.name = name;
      tellKnown();
      return success(null);
    },
    async identify(id) {
      const done = await bluetooth.identify(id);
      return done.ok ? success(null) : failure(done.error.code, done.error.message);
    },
    feed: (id) => (sources.feed(id) ? success(null) : failure('unknown-source', words.says.source.unknown)),
    simulate: made.simulate,
    demonstrate: made.demonstrate,
    replay: made.replay,
    makeWay: made.makeWay,
    reconnect() {
      const { bars } = store.settings.get();
      const last = [...store.sensors.known()]
        .filter(({ id }) => (bars === 2 ? isSecond(id) !== leads : leads))
        .sort((a, b) => b.last_seen_epoch_ms - a.last_seen_epoch_ms)[0];
      if (last) connect(last.id);
    },
  };
}
