import type { Settings } from '../../src/contract/settings.ts';
import type { StationEvent } from '../../src/contract/station.ts';
import type { Bluetooth } from '../ble/types.ts';
import type { Store } from '../store/types.ts';
import { type Bar, createBar, somebody } from './bar.ts';
import type { StationClock } from './clock.ts';
import { createRests } from './desk/rests.ts';
import { createTurns } from './desk/turns.ts';
import type { HeavyWork } from './heavy-work.ts';
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
  /** After anything a page shows was changed from outside the path of samples. */
  changed(what?: 'stored' | 'settings' | 'pairing'): void;
  close(): Promise<void>;
}

export function createStation(deps: StationDeps): Station {
  const { clock, store, bluetooth, version, work, log = () => {} } = deps;
  const analyst = createAnalyst(log, work);
  let settings = store.settings.get();
  const [told] = store.notices;
  const rests = createRests({ clock, sound: (athlete_id, cue) => bar.runner.soundRest(athlete_id, cue) });
  const recoveries = createRecoveries(store, analyst);
  const waiting = createWaitingSets(store, clock, () => bar.show());
  const shared = {
    ...{ clock, store, bluetooth, work, log, analyst, recoveries, waiting, rests },
    calibrations: createSensorCalibrations(store),
    turns: createTurns(store),
    settings: () => settings,
  };
  const bar: Bar = createBar(shared, somebody(store));
  if (told) bar.notice({ tone: 'warning', text: told.message });
  const emit = (event: StationEvent): void => bar.emit(event);
  const upkeep = createUpkeep({ ...deps, log, isIdle: () => bar.runner.run === null, emit });

  return {
    ...bar,
    ...{ version, clock, store, recoveries, waiting, analyst, work, dailyBackups: upkeep.dailyBackups },
    calibrations: shared.calibrations,
    settings: () => settings,
    changed(what) {
      if (what === 'stored') {
        for (const shown of [bar.runner.review, shared.turns]) shown.refresh();
        emit({ kind: 'stored' });
      }
      if (what === 'settings') {
        settings = store.settings.get();
        if (!bar.runner.run) bar.runner.relabelled();
        // another window may show or use them
        emit({ kind: 'stored' });
      }
      if (what === 'pairing') emit({ kind: 'pairing', pairing: bar.pairing.state() });
      bar.show();
    },
    async close() {
      await bar.endSets();
      rests.close();
      waiting.close();
      await upkeep.close();
      await bar.close();
      await bluetooth.close();
      store.close();
    },
  };
}
