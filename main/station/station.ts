import type { Remark } from '../../src/contract/live-set.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Athlete } from '../../src/contract/setup.ts';
import type { StationEvent, StationState } from '../../src/contract/station.ts';
import { words } from '../../src/words/index.ts';
import type { Bluetooth } from '../ble/types.ts';
import type { Store } from '../store/types.ts';
import type { StationClock } from './clock.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import { createLiftCalibrator, type LiftCalibrator } from './set/calibrate-lift.ts';
import { createSession, type Session } from './set/session.ts';
import { createUndo, type Undo } from './set/undo.ts';
import { stationState } from './snapshot.ts';
import { createMountings } from './sources/mounting.ts';
import { createPairing, type Pairing } from './sources/pairing.ts';
import { createSensorCalibrations, type SensorCalibrations } from './sources/sensor-calibration.ts';
import { createSources, type Sources } from './sources/sources.ts';
import { createRecoveries, type Recoveries } from './stored/recovery.ts';
import { createTraceOutlet } from './trace.ts';

export interface StationDeps {
  readonly clock: StationClock;
  readonly store: Store;
  readonly bluetooth: Bluetooth;
  readonly version: string;
  readonly log?: ((line: string) => void) | undefined;
}

/** The service behind every screen: it knows no transport and no window. */
export interface Station {
  readonly version: string;
  readonly store: Store;
  readonly desk: Desk;
  readonly session: Session;
  readonly sources: Sources;
  readonly pairing: Pairing;
  readonly calibrator: LiftCalibrator;
  readonly calibrations: SensorCalibrations;
  readonly recoveries: Recoveries;
  readonly undo: Undo;
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

/** Statistics of the sources on screen: often enough for eyes, ms. */
const SOURCES_EVERY_MS = 500;

export function createStation({ clock, store, bluetooth, version, log }: StationDeps): Station {
  const listeners = new Set<(event: StationEvent) => void>();
  let settings = store.settings.get();
  let notice: Remark | null = store.notices[0] ? { tone: 'warning', text: store.notices[0].message } : null;
  let revision = 0;
  let stopEmit: (() => void) | null = null;
  let stopTick: (() => void) | null = null;
  let lastSources = '';

  const emit = (event: StationEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  /** One snapshot for all that changes in one turn. */
  const changed = (): void => {
    stopEmit ??= clock.after(0, () => {
      stopEmit = null;
      revision++;
      emit({ kind: 'state', state: state() });
    });
  };

  const athlete = store.athletes.recent()[0] ?? firstAthlete(store);
  const calibrator = createLiftCalibrator();
  const calibrations = createSensorCalibrations(store);
  const mountings = createMountings();
  const trace = createTraceOutlet(clock, emit);
  const sources = createSources({
    samples(entry, batch) {
      const feeding = entry === sources.feeding;
      if (feeding) session.samples(batch);
      mountings.push(entry, batch);
      const learned = calibrations.push(entry, batch);
      if (learned === 'recalibrated' && feeding) session.recalibrated();
      if (learned !== 'nothing') changed();
      trace.poke(entry, feeding ? (session.feed?.tracker ?? null) : null);
    },
    event(entry, event) {
      if (entry === sources.feeding) session.event(event);
      changed();
    },
    fed: (entry) => session.fed(entry),
  });
  const desk: Desk = createDesk(store, clock, athlete, () => sources.feeding?.facts.simulated ?? null);
  const session: Session = createSession({
    clock,
    store,
    desk,
    calibrator,
    settings: () => settings,
    calibrationOf: calibrations.of,
    emit,
    notice: (remark) => {
      notice = remark;
    },
    changed,
    log: log ?? (() => {}),
  });
  const pairing = createPairing({ clock, store, bluetooth, sources, desk });
  const recoveries = createRecoveries(store);
  const undo = createUndo(store, session);

  const state = (): StationState =>
    stationState({
      revision,
      now_epoch_ms: clock.now_epoch_ms(),
      desk,
      session,
      sources,
      settings,
      calibration: calibrator.state,
      recoveries: recoveries.list(),
      notice,
      can_undo: undo.possible,
      sensorCalibration: calibrations.state,
      mountingAdvice: mountings.advice,
    });

  const stopBluetooth = bluetooth.on((event) => {
    if (event.kind !== 'link') emit({ kind: 'pairing', pairing: pairing.state() });
  });
  /** Rates and losses change without any event of their own. */
  const tick = (): void => {
    const now = state();
    const seen = JSON.stringify([now.sources, now.keep_awake]);
    if (seen !== lastSources) changed();
    lastSources = seen;
    stopTick = clock.after(SOURCES_EVERY_MS, tick);
  };
  stopTick = clock.after(SOURCES_EVERY_MS, tick);

  const station: Station = {
    version,
    store,
    desk,
    session,
    sources,
    pairing,
    calibrator,
    calibrations,
    recoveries,
    undo,
    state,
    settings: () => settings,
    changed(what) {
      if (what === 'stored') {
        session.review.refresh();
        emit({ kind: 'stored' });
      }
      if (what === 'settings') {
        settings = store.settings.get();
        if (!session.run) session.relabelled();
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
      session.review.clear();
      desk.chooseAthlete(store.athletes.recent()[0] ?? firstAthlete(store));
      session.relabelled();
    },
    subscribe(listener) {
      listeners.add(listener);
      listener({ kind: 'state', state: state() });
      listener({ kind: 'pairing', pairing: pairing.state() });
      return () => listeners.delete(listener);
    },
    async close() {
      stopTick?.();
      stopEmit?.();
      stopBluetooth();
      trace.close();
      session.close();
      await sources.close();
      await bluetooth.close();
      listeners.clear();
      store.close();
    },
  };
  return station;
}

/** A store always has somebody to lift: the demo athlete unless a coach deleted everybody. */
function firstAthlete(store: Store): Athlete {
  const made = store.athletes.create({ name: words.store.athlete.first, body_mass_kg: null });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}
