import type { BarNumber } from '../../src/contract/bar.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { StationEvent } from '../../src/contract/station.ts';
import type { Bluetooth } from '../ble/types.ts';
import type { Store } from '../store/types.ts';
import { type Bar, createBar } from './bar.ts';
import type { Beside } from './beside.ts';
import type { StationClock } from './clock.ts';
import { createRests } from './desk/rests.ts';
import { createTurns } from './desk/turns.ts';
import type { HeavyWork } from './heavy-work.ts';
import { createSecondBar } from './second-bar.ts';
import { createSensorCalibrations, type SensorCalibrations } from './sources/sensor-calibration.ts';
import { type Analyst, createAnalyst } from './stored/analyst.ts';
import type { DailyBackups } from './stored/daily-backups.ts';
import { createRecoveries, type Recoveries } from './stored/recovery.ts';
import { createUpkeep } from './stored/upkeep.ts';
import { createWaitingSets, type WaitingSets } from './stored/waiting-sets.ts';

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
export interface Station extends Omit<Bar, 'emit' | 'show' | 'endSets' | 'close'> {
  readonly version: string;
  readonly clock: StationClock;
  readonly store: Store;
  readonly calibrations: SensorCalibrations;
  readonly recoveries: Recoveries;
  readonly waiting: WaitingSets;
  readonly analyst: Analyst;
  readonly work: HeavyWork;
  readonly dailyBackups: DailyBackups;
  settings(): Settings;
  /** The first, and the second where there are two. */
  bars(): readonly Bar[];
  /** The same station, seen from this bar; null: it has no such bar. */
  at(bar: BarNumber): Station | null;
  /** Every bar's events. */
  listen: Bar['subscribe'];
  /** After anything a page shows was changed from outside the path of samples. */
  changed(what?: 'stored' | 'settings' | 'pairing'): void;
  close(): Promise<void>;
}

export function createStation(deps: StationDeps): Station {
  const { clock, store, bluetooth, version, work, log = () => {} } = deps;
  const analyst = createAnalyst(log, work);
  let settings = store.settings.get();
  const [told] = store.notices;
  const bars = (): readonly Bar[] => (second.bar ? [first, second.bar] : [first]);
  const rests = createRests({
    clock,
    sound: (athlete_id, cue) => {
      for (const bar of bars()) bar.runner.soundRest(athlete_id, cue);
    },
  });
  const recoveries = createRecoveries(store, analyst);
  const waiting = createWaitingSets(store, clock, () => first.show());
  const shared = {
    ...{ clock, store, bluetooth, work, log, analyst, recoveries, waiting, rests },
    calibrations: createSensorCalibrations(store),
    turns: createTurns(store, () => bars().map(({ desk }) => desk.setup.athlete.id)),
    settings: () => settings,
  };
  const besides = (other: () => Bar | null): Beside => ({
    hasAthlete: (athlete_id) => other()?.desk.setup.athlete.id === athlete_id,
    hasSensor: (id) => other()?.sources.get(id)?.source.kind === 'sensor',
  });
  const pages = new Set<(event: StationEvent) => void>();
  const second = createSecondBar({
    isWanted: () => settings.bars === 2,
    make: () =>
      createBar(
        shared,
        besides(() => first),
        false,
      ),
    tell: (event) => {
      for (const page of [...pages]) page(event);
    },
  });
  const first: Bar = createBar(
    shared,
    besides(() => second.bar),
    true,
  );
  if (told) first.notice({ tone: 'warning', text: told.message });
  const emit = (event: StationEvent): void => first.emit(event);
  const upkeep = createUpkeep({
    ...deps,
    log,
    isIdle: () => bars().every(({ runner }) => runner.run === null),
    emit,
  });

  const common = {
    ...{ version, clock, store, recoveries, waiting, analyst, work, bars, dailyBackups: upkeep.dailyBackups },
    calibrations: shared.calibrations,
    settings: () => settings,
    changed(what?: 'stored' | 'settings' | 'pairing') {
      if (what === 'settings') {
        settings = store.settings.get();
        second.follow();
        for (const { runner } of bars()) if (!runner.run) runner.relabelled();
      }
      if (what === 'stored') for (const { runner } of bars()) runner.review.refresh();
      if (what === 'stored') shared.turns.refresh();
      // another window may show or use them, settings too
      if (what === 'stored' || what === 'settings') emit({ kind: 'stored' });
      if (what === 'pairing') emit({ kind: 'pairing', pairing: first.pairing.state() });
      for (const bar of bars()) bar.show();
    },
    at: (bar: BarNumber): Station | null =>
      bar === 1 ? seenFrom(first) : second.bar && seenFrom(second.bar),
    listen(listener: (event: StationEvent) => void) {
      const stop = first.subscribe(listener);
      pages.add(listener);
      if (second.bar) listener({ kind: 'state', bar: 2, state: second.bar.state() });
      return () => {
        stop();
        pages.delete(listener);
      };
    },
    async close() {
      await first.endSets();
      await second.close();
      rests.close();
      waiting.close();
      await upkeep.close();
      await first.close();
      await bluetooth.close();
      store.close();
    },
  };
  const seenFrom = (bar: Bar): Station => ({ ...bar, ...common });
  second.follow();
  return seenFrom(first);
}
