import type { Remark } from '../../src/contract/live-set.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Athlete } from '../../src/contract/setup.ts';
import type { StationEvent, StationState } from '../../src/contract/station.ts';
import { words } from '../../src/words/index.ts';
import type { Bluetooth } from '../ble/types.ts';
import type { Store } from '../store/types.ts';
import type { StationClock } from './clock.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import type { HeavyWork } from './heavy-work.ts';
import { createOutlet } from './outlet.ts';
import { createLiftCalibrator, type LiftCalibrator } from './set/calibrate-lift.ts';
import { createSetRunner, type SetRunner } from './set/set-runner.ts';
import { createUndo, type Undo } from './set/undo.ts';
import { stationState } from './snapshot.ts';
import { createMountings } from './sources/mounting.ts';
import { createPairing, type Pairing } from './sources/pairing.ts';
import { createSensorCalibrations, type SensorCalibrations } from './sources/sensor-calibration.ts';
import { createSources, type Sources } from './sources/sources.ts';
import { type Analyst, createAnalyst } from './stored/analyst.ts';
import type { DailyBackups } from './stored/daily-backups.ts';
import { createRecoveries, type Recoveries } from './stored/recovery.ts';
import { createUpkeep } from './stored/upkeep.ts';
import { createWaitingSets, type WaitingSets } from './stored/waiting-sets.ts';
import { createTraceOutlet } from './trace.ts';

export interface StationDeps {
  readonly clock: StationClock;
  readonly store: Store;
  readonly bluetooth: Bluetooth;
  readonly version: string;
  readonly log?: ((line: string) => void) | undefined;
  readonly work: HeavyWork;
  /** Default: yes. */
  readonly daily_backups?: boolean | undefined;
}

/** The service behind every screen: it knows no transport and no window. */
export interface Station {
  readonly version: string;
  readonly clock: StationClock;
  readonly store: Store;
  readonly desk: Desk;
  readonly runner: SetRunner;
  readonly sources: Sources;
  readonly pairing: Pairing;
  readonly calibrator: LiftCalibrator;
  readonly calibrations: SensorCalibrations;
  readonly recoveries: Recoveries;
  readonly waiting: WaitingSets;
  readonly undo: Undo;
  readonly analyst: Analyst;
  readonly work: HeavyWork;
  readonly dailyBackups: DailyBackups;
  state(): StationState;
  settings(): Settings;
  /** After anything a page shows was changed from outside the path of samples. */
  changed(what?: 'stored' | 'settings' | 'pairing'): void;
  notice(remark: Remark | null): void;
  /** The chosen athlete is gone: the one who trained last takes their place. */
  chooseSomebody(): void;
  /** Starts with a state and a pairing event. */
  subscribe(listener: (event: StationEvent) => void): () => void;
  close(): Promise<void>;
}

export function createStation(deps: StationDeps): Station {
  const { clock, store, bluetooth, version, work, log = () => {} } = deps;
  const analyst = createAnalyst(log, work);
  let settings = store.settings.get();
  let notice: Remark | null = store.notices[0] ? { tone: 'warning', text: store.notices[0].message } : null;
  const { emit, changed, ...outlet } = createOutlet(clock, {
    state: (revision) => state(revision),
    pairing: () => pairing.state(),
  });

  const calibrator = createLiftCalibrator();
  const calibrations = createSensorCalibrations(store);
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
    ...{ store, clock, first: somebody(store) },
    isSimulated: () => sources.feeding?.facts.simulated ?? null,
    notKept: (text) => {
      notice = { tone: 'warning', text };
    },
  });
  const waiting = createWaitingSets(store, clock, changed);
  const runner: SetRunner = createSetRunner({
    ...{ clock, store, desk, calibrator, analyst, waiting, emit, changed, log },
    settings: () => settings,
    calibrationOf: calibrations.of,
    notice: (remark) => {
      notice = remark;
    },
    putAside: () => recoveries.refresh(),
  });
  const pairing = createPairing({ clock, store, bluetooth, sources, desk, readHanded: work.readHanded });
  const recoveries = createRecoveries(store, analyst);
  const undo = createUndo(store, runner);
  const upkeep = createUpkeep({ ...deps, log, isIdle: () => runner.run === null, emit });
  const parts = { desk, runner, sources, calibrator, calibrations, recoveries, waiting, undo };
  const state = (revision: number): StationState =>
    stationState({ ...parts, mountings, revision, now_ms: clock.now_steady_ms(), settings, notice });

  const stopBluetooth = bluetooth.on((event) => {
    if (event.kind !== 'link') emit({ kind: 'pairing', pairing: pairing.state() });
  });
  outlet.start();

  return {
    ...parts,
    ...{ version, clock, store, pairing, analyst, dailyBackups: upkeep.dailyBackups, work },
    state: outlet.state,
    settings: () => settings,
    changed(what) {
      if (what === 'stored') {
        for (const shown of [runner.review, desk.turns]) shown.refresh();
        emit({ kind: 'stored' });
      }
      if (what === 'settings') {
        settings = store.settings.get();
        if (!runner.run) runner.relabelled();
        // another window may show or use them
        emit({ kind: 'stored' });
      }
      if (what === 'pairing') emit({ kind: 'pairing', pairing: pairing.state() });
      changed();
    },
    notice(remark) {
      notice = remark;
      changed();
    },
    chooseSomebody() {
      runner.review.clear();
      desk.chooseAthlete(somebody(store));
      runner.relabelled();
    },
    subscribe: outlet.subscribe,
    async close() {
      outlet.stop();
      stopBluetooth();
      for (const part of [trace, runner, waiting, upkeep, sources, bluetooth]) await part.close();
      outlet.close();
      store.close();
    },
  };
}

/** Who trained last. A store always has somebody to lift: the demo athlete unless a coach deleted everybody. */
function somebody(store: Store): Athlete {
  const last = store.athletes.recent()[0];
  if (last) return last;
  const made = store.athletes.create({ name: words.store.athlete.first, body_mass_kg: null });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}
