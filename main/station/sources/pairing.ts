import type { PairingState } from '../../../src/contract/pairing.ts';
import type { Argument } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { liftOf } from '../../../src/lifts/catalogue.ts';
import { readCsv } from '../../../src/recording/csv.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { words } from '../../../src/words/index.ts';
import type { Bluetooth } from '../../ble/types.ts';
import type { Store } from '../../store/types.ts';
import type { StationClock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import { createReplay } from './replay.ts';
import { createSimulated, DEFAULT_SEED } from './simulated.ts';
import { equipSimulatedAthlete } from './simulated-athlete.ts';
import type { Sources } from './sources.ts';

/** Ways in for samples: sensors over Bluetooth, the simulator, recordings. */
export interface Pairing {
  state(): PairingState;
  scan(on: boolean): void;
  connect(id: string): Result<null>;
  disconnect(id: string): Promise<Result<null>>;
  forget(id: string): Promise<Result<null>>;
  rename(id: string, name: string): Result<null>;
  identify(id: string): Promise<Result<null>>;
  feed(id: string): Result<null>;
  simulate(wish: Argument<'pair:simulate'>): Promise<Result<{ id: string }>>;
  replay(wish: Argument<'pair:replay'>): Promise<Result<{ id: string }>>;
  /** The sensor used last, as soon as it is in range. */
  reconnect(): void;
}

export interface PairingDeps {
  readonly clock: StationClock;
  readonly store: Store;
  readonly bluetooth: Bluetooth;
  readonly sources: Sources;
  readonly desk: Desk;
}

const DEFAULT_REPS = 8;

export function createPairing({ clock, store, bluetooth, sources, desk }: PairingDeps): Pairing {
  let made = 0;
  const tellKnown = (): void => bluetooth.setKnown(store.sensors.known());
  tellKnown();

  /** A simulator or replay takes the place of the one before. */
  const removeMade = async (): Promise<void> => {
    const old = sources.all().filter((entry) => entry.source.kind !== 'sensor');
    await Promise.all(old.map((entry) => sources.remove(entry.facts.id)));
  };

  const recordingOf = (
    wish: Argument<'pair:replay'>,
  ): Result<{ recording: Recording; name: string; simulated: boolean; stored_set_id: number | null }> => {
    if (wish.set_id !== undefined) {
      const set = store.sets.get(wish.set_id);
      if (set === null) return failure('no-set', words.says.data.noSet);
      const recording = store.sets.recording(wish.set_id);
      if (!recording.ok) return recording;
      return success({
        recording: recording.value,
        name: wish.name ?? words.says.source.replayOfSet(wish.set_id),
        simulated: set.labels.simulated,
        stored_set_id: wish.set_id,
      });
    }
    if (wish.csv === undefined) return failure('nothing-to-replay', words.says.source.nothingToReplay);
    const read = readCsv(wish.csv);
    if (!read.ok) return failure(`csv-${read.error.code}`, read.error.message);
    if (read.recording.t_s.length === 0) return failure('empty-recording', words.says.source.emptyRecording);
    const name = wish.name ?? words.says.source.replayOfFile;
    return success({ recording: read.recording, name, simulated: false, stored_set_id: null });
  };

  const connect = (id: string): Result<null> => {
    if (sources.get(id)) return success(null);
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
      stored_set_id: null,
      link: () => source.link(),
    };
    sources.add(facts, source, sources.feeding?.source.kind !== 'sensor');
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
    async simulate(wish) {
      await removeMade();
      const lift = wish.lift ?? desk.setup.lift;
      const scenario = wish.scenario ?? 'good';
      const variation = lift === desk.setup.lift ? desk.setup.variation : liftOf(lift).variations[0].id;
      const name =
        scenario === 'good' ? words.says.source.simulated : words.says.source.simulatedName(scenario);
      const { source, reference_rom_m } = createSimulated(clock, name, {
        lift,
        variation,
        reps: wish.reps ?? DEFAULT_REPS,
        seed: wish.seed ?? DEFAULT_SEED,
        scenario,
        speed: wish.speed ?? 1,
      });
      equipSimulatedAthlete(store, desk, { lift, variation, scenario }, reference_rom_m);
      const id = `simulated-${++made}`;
      const family_title = words.says.source.simulated;
      sources.add(
        {
          id,
          family: 'simulated',
          family_title,
          speed: source.speed,
          simulated: true,
          stored_set_id: null,
          link: null,
        },
        source,
        true,
      );
      return success({ id });
    },
    async replay(wish) {
      const found = recordingOf(wish);
      if (!found.ok) return found;
      await removeMade();
      const { recording, name, simulated, stored_set_id } = found.value;
      const source = createReplay(clock, recording, name, wish.speed);
      const id = `replay-${++made}`;
      const { family } = recording.sensor;
      sources.add(
        {
          id,
          family,
          family_title: words.says.source.replay,
          speed: wish.speed,
          simulated,
          stored_set_id,
          link: null,
        },
        source,
        true,
      );
      return success({ id });
    },
    reconnect() {
      const last = [...store.sensors.known()].sort((a, b) => b.last_seen_epoch_ms - a.last_seen_epoch_ms)[0];
      if (last) connect(last.id);
    },
  };
}
