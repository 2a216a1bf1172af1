import type { Remark } from '../../src/contract/live-set.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Athlete } from '../../src/contract/setup.ts';
import type { StationState } from '../../src/contract/station.ts';
import { words } from '../../src/words/index.ts';
import type { Bluetooth } from '../ble/types.ts';
import type { Store } from '../store/types.ts';
import type { Beside } from './beside.ts';
import type { StationClock } from './clock.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import type { Rests } from './desk/rests.ts';
import type { Turns } from './desk/turns.ts';
import type { HeavyWork } from './heavy-work.ts';
import { createOutlet, type StationOutlet } from './outlet.ts';
import { createLiftCalibrator, type LiftCalibrator } from './set/calibrate-lift.ts';
import { createSetRunner, type SetRunner } from './set/set-runner.ts';
import { createUndo, type Undo } from './set/undo.ts';
import { stationState } from './snapshot.ts';
import { createMountings } from './sources/mounting.ts';
import { createPairing, type Pairing } from './sources/pairing.ts';
import type { SensorCalibrations } from './sources/sensor-calibration.ts';
import { createSources, type Sources } from './sources/sources.ts';
import type { Analyst } from './stored/analyst.ts';
import type { Recoveries } from './stored/recovery.ts';
import type { WaitingSets } from './stored/waiting-sets.ts';
import { createTraceOutlet } from './trace.ts';

/** What the bars of a station have in common. */
export interface Shared {
  readonly clock: StationClock;
  readonly store: Store;
  readonly bluetooth: Bluetooth;
  readonly work: HeavyWork;
  readonly log: (line: string) => void;
  readonly analyst: Analyst;
  readonly calibrations: SensorCalibrations;
  readonly recoveries: Recoveries;
  readonly waiting: WaitingSets;
  readonly rests: Rests;
  readonly turns: Turns;
  readonly settings: () => Settings;
}

/** One bar: its sensors, who lifts it and how, the set that runs on it, and what its screen shows. */
export interface Bar {
  readonly desk: Desk;
  readonly runner: SetRunner;
  readonly sources: Sources;
  readonly pairing: Pairing;
  readonly calibrator: LiftCalibrator;
  readonly undo: Undo;
  readonly beside: Beside;
  readonly emit: StationOutlet['emit'];
  state(): StationState;
  /** Its screen is told anew. */
  show(): void;
  notice(remark: Remark | null): void;
  /** The chosen athlete is gone: the one who trained last takes their place. */
  chooseSomebody(): void;
  /** Starts with a state and a pairing event. */
  subscribe: StationOutlet['subscribe'];
  /** A set that still runs is ended and stored. */
  endSets(): Promise<void>;
  /** After its sets have ended. */
  close(): Promise<void>;
}

/** `leads`: the first of the station, which tells what concerns all of it. */
export function createBar(shared: Shared, beside: Beside, leads: boolean): Bar {
  const { clock, store, bluetooth, work, calibrations, settings } = shared;
  let notice: Remark | null = null;
  const { emit, changed, ...outlet } = createOutlet(clock, {
    state: (revision) => state(revision),
    pairing: () => pairing.state(),
  });
  const calibrator = createLiftCalibrator();
  const mountings = createMountings();
  const trace = createTraceOutlet(clock, emit);
  const sources = createSources({
    samples(entry, batch) {
      const feeding = entry === sources.feeding;
      if (feeding) runner.samples(batch);
      mountings.push(entry, batch);
      const learned = calibrations.push(entry, batch);
      if (learned === 'recalibrated' && feeding) runner.recalibrated();
      if (learned !== 'nothing') changed();
      trace.poke(entry, feeding ? (runner.feed?.tracker ?? null) : null);
    },
    event(entry, event) {
      if (entry === sources.feeding) runner.event(event);
      changed();
    },
    fed: (entry) => runner.fed(entry),
  });
  const desk: Desk = createDesk({
    ...{ store, clock, first: somebody(store, beside), turns: shared.turns },
    isSimulated: () => sources.feeding?.facts.simulated ?? null,
    notKept: (text) => {
      notice = { tone: 'warning', text };
    },
  });
  const runner: SetRunner = createSetRunner({
    ...{ ...shared, desk, calibrator, emit, changed },
    calibrationOf: calibrations.of,
    makeWay: (next) => pairing.makeWay(next),
    notice: (remark) => {
      notice = remark;
    },
    putAside: () => shared.recoveries.refresh(),
  });
  const pairing = createPairing({
    ...{ clock, store, bluetooth, sources, desk, beside, leads, readHanded: work.readHanded },
  });
  const undo = createUndo(store, runner);
  const parts = { ...shared, desk, runner, sources, calibrator, undo, mountings, leads };
  const state = (revision: number): StationState =>
    stationState({ ...parts, revision, now_ms: clock.now_steady_ms(), settings: settings(), notice });
  const stopBluetooth = bluetooth.on((event) => {
    if (event.kind !== 'link') emit({ kind: 'pairing', pairing: pairing.state() });
  });
  outlet.start();

  return {
    ...{ desk, runner, sources, pairing, calibrator, undo, beside, emit },
    state: outlet.state,
    show: changed,
    notice(remark) {
      notice = remark;
      changed();
    },
    chooseSomebody() {
      runner.review.clear();
      desk.chooseAthlete(somebody(store, beside));
      runner.relabelled();
    },
    subscribe: outlet.subscribe,
    async endSets() {
      outlet.stop();
      stopBluetooth();
      trace.close();
      await runner.close();
    },
    async close() {
      await sources.close();
      outlet.close();
    },
  };
}

/** Who trained last and is not at the other bar. A store always has somebody to lift: the demo athlete unless a coach deleted everybody. */
function somebody(store: Store, beside: Beside): Athlete {
  const last = store.athletes.recent().find(({ id }) => !beside.hasAthlete(id));
  if (last) return last;
  const made = store.athletes.create({ name: words.store.athlete.first, body_mass_kg: null });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}
