import os from 'node:os';
import type { Handlers } from '../src/contract/bridge.ts';
import { type Result, success } from '../src/contract/result.ts';
import type { StationEvent } from '../src/contract/station.ts';
import { words } from '../src/words/index.ts';
import { plainLines } from '../src/words/plain-text.ts';
import { createBluetooth, createLocalBluetooth, type ForkHelper } from './ble/index.ts';
import { createGym, type Gym, gymHandlers } from './gym/index.ts';
import { WITHOUT_LAN } from './lan/lan.ts';
import { createLogFile, logHandlers } from './log/index.ts';
import { readVersion } from './root.ts';
import type { Bar } from './station/bar.ts';
import { type StationClock, systemClock } from './station/clock.ts';
import { boardHandlers } from './station/handlers/board.ts';
import { guarded } from './station/handlers/guarded.ts';
import { createHandlers } from './station/handlers/index.ts';
import type { HeavyWork } from './station/heavy-work.ts';
import { rackOf } from './station/rack.ts';
import { simulatedRom_m } from './station/sources/simulated.ts';
import { demoAthlete } from './station/sources/simulated-athlete.ts';
import { createStation, type Station } from './station/station.ts';
import { dataFolder, type JournalDisk, openStore } from './store/index.ts';
import { createStream } from './stream/index.ts';
import { createWorkElsewhere } from './workers/elsewhere.ts';

export interface ComposeOptions {
  /** Where the data lives; default: LOCKOUT_DATA or the user's own folder. */
  readonly data_folder?: string | undefined;
  /** How the Bluetooth helper is started; default: under the pinned Node, as from a checkout. */
  readonly fork?: ForkHelper | undefined;
  readonly clock?: StationClock | undefined;
  readonly log?: ((line: string) => void) | undefined;
  /** Look for the sensor used last as soon as the station starts. Default: yes. */
  readonly reconnect?: boolean | undefined;
  /** Where journals are written; default: the disk itself. */
  readonly disk?: JournalDisk | undefined;
  /** Who does what takes long; default: threads of their own. */
  readonly work?: HeavyWork | undefined;
  /** A backup a day by itself. Default: yes. */
  readonly daily_backups?: boolean | undefined;
}

/** Store, Bluetooth and station put together: what both shells start. */
export interface OpenStation {
  readonly gym: Pick<Gym, 'heardRacks' | 'openedAt'>;
  readonly station: Station;
  readonly handlers: Handlers;
  readonly subscribe: (listener: (event: StationEvent) => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Whoever is chosen may have been renamed, archived, deleted or calibrated at another station. */
function followAthlete(store: Station['store'], { desk, runner, chooseSomebody }: Bar): void {
  const athlete = store.athletes.get(desk.setup.athlete.id);
  if (athlete === null || athlete.archived) {
    if (!runner.run) chooseSomebody();
  } else if (JSON.stringify(athlete) !== JSON.stringify(desk.setup.athlete))
    desk.chooseAthlete(athlete, true);
  const before = JSON.stringify(desk.setup.reference);
  desk.refresh();
  if (!runner.run && JSON.stringify(desk.setup.reference) !== before) runner.relabelled();
}

/** One quiet line on the station while its gym is away, and none when it is back. */
function createLineNotice(station: Station, gym: Gym): () => void {
  let isTold = false;
  return () => {
    const { line } = gym.status();
    if (line === 'away' && !isTold) {
      isTold = true;
      station.notice({ tone: 'info', text: words.gym.awayNow });
    }
    if (line === 'here' && isTold) {
      isTold = false;
      station.notice(null);
    }
  };
}

export function openStation(options: ComposeOptions = {}): Result<OpenStation> {
  const clock = options.clock ?? systemClock;
  const folder =
    options.data_folder ?? dataFolder({ platform: process.platform, env: process.env, home: os.homedir() });
  let station: Station | null = null;
  const logFile = createLogFile(folder, () => clock.now_epoch_ms());
  let isOurs = false;
  const log = (text: string): void => {
    options.log?.(plainLines(text));
    // a folder that another station works in is not written to
    if (isOurs) logFile.write('warn', text);
  };
  const elsewhere = createWorkElsewhere(log);
  const opened = openStore(folder, {
    backUp: elsewhere.backUp,
    clock,
    demo: demoAthlete(simulatedRom_m()),
    ...(options.disk ? { disk: options.disk } : {}),
    onNotice: ({ message }) => station?.notice({ tone: 'warning', text: message }),
  });
  if (!opened.ok) return opened;
  isOurs = true;
  logFile.write('info', `Lockout ${readVersion()} starts`);
  const crash = (error: unknown): void => log(`crash: ${error instanceof Error ? error.stack : error}`);
  process.on('uncaughtExceptionMonitor', crash);
  const bluetooth = options.fork
    ? createBluetooth({ fork: options.fork, log })
    : createLocalBluetooth({ log });
  const made = createStation({
    clock,
    store: opened.value,
    bluetooth,
    version: readVersion(),
    log,
    work: options.work ?? elsewhere,
    daily_backups: options.daily_backups,
  });
  station = made;
  if (options.reconnect ?? true) made.pairing.reconnect();
  const gym = createGym({
    store: opened.value,
    now: () => clock.now_epoch_ms(),
    log,
    onChange(what) {
      if (what === 'stored') for (const bar of made.bars()) followAthlete(made.store, bar);
      made.changed('stored');
      if (what === 'line') tellLine();
    },
  });
  const tellLine = createLineNotice(made, gym);
  const stream = createStream({
    folder: opened.value.folder,
    version: readVersion(),
    now: () => clock.now_epoch_ms(),
    log,
    onChange: () => made.changed('stored'),
  });
  made.subscribe((event) => {
    if (event.kind !== 'state') return;
    gym.show(() => rackOf(event.state));
    stream.follow(event.state, made.settings().stream);
  });
  void gym.start();
  const handlers = createHandlers(made);
  return success({
    gym,
    station: made,
    handlers: guarded(
      {
        ...handlers,
        ...gymHandlers(gym, handlers),
        ...boardHandlers(made, gym),
        ...stream.handlers,
        ...logHandlers(opened.value, logFile),
        ...WITHOUT_LAN,
      },
      log,
    ),
    subscribe: made.listen,
    async close() {
      await gym.close();
      await stream.close();
      await made.close();
      await elsewhere.close();
      process.off('uncaughtExceptionMonitor', crash);
      logFile.write('info', 'Lockout stops');
    },
  });
}
