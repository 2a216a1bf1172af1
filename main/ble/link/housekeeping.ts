import type { SetupResult } from '../../../src/sensors/driver.ts';
import { words } from '../../../src/words/index.ts';
import type { Clock } from '../clock.ts';
import type { AskHelper } from './gatt.ts';
import type { SensorSession } from './session.ts';
import type { createLinkStatistics } from './statistics.ts';

export interface HousekeepingOptions {
  readonly id: string;
  readonly ask: AskHelper;
  readonly clock: Clock;
  readonly statistics: ReturnType<typeof createLinkStatistics>;
  readonly session: () => SensorSession | null;
  readonly log: (message: string) => void;
  /** Nothing has come for a while. */
  readonly silent: (silence_s: number) => void;
  /** Nothing has come for so long that the connection is worth nothing. */
  readonly dead: () => void;
  readonly battery: (percent: number) => void;
  readonly rssi: (dbm: number) => void;
  /** A cure of repeated samples was tried; `remark` says so in words, null while more are tried. */
  readonly cured: (result: SetupResult | null, remark: string | null) => void;
}

/** Time between two looks at a stream, ms: silence is noticed no later than this. */
const TICK_MS = 250;
/** Silence after which a link is shown as silent, s: the slowest packet (Polar, 71 samples at 52 Hz) takes 1.4 s to fill. */
const SILENT_S = 3;
/** Silence after which the connection is ended and made anew, s; chosen here, far above the silence that is only shown. */
const DEAD_S = 8;
/** The battery is asked this long after a stream begins, s; chosen here, so that it does not compete with the first samples. */
const FIRST_BATTERY_S = 2;
/** Time between two questions for the battery, s: it changes by a percent in minutes. */
const BATTERY_EVERY_S = 60;
/** Time between two questions for the signal strength, s; chosen here, often enough for eyes and seldom enough for the radio. */
const RSSI_EVERY_S = 10;
/** Time for an answer about the signal strength, ms; chosen here: the adapter answers itself, within milliseconds or not at all. */
const RSSI_TIMEOUT_MS = 1_500;

/** What goes on beside a stream: watching for silence, battery and signal now and then, curing repeated samples. */
export function createHousekeeping(options: HousekeepingOptions) {
  const { clock, statistics } = options;
  let timer: NodeJS.Timeout | null = null;
  let since_s = 0;
  let silent = false;
  let nextBattery_s = 0;
  let nextRssi_s = 0;
  let busy = false;
  let curesTried = 0;
  let given = false;

  const quietly = (what: string, task: () => Promise<void>) => {
    busy = true;
    task()
      .catch((error: unknown) => options.log(`${options.id}: ${what}: ${String(error)}`))
      .finally(() => {
        busy = false;
      });
  };

  const poll = (now_s: number) => {
    const session = options.session();
    if (!session || busy) return;
    if (statistics.holding() && !given) return quietly('cure of repeated samples', () => cure(session));
    if (now_s >= nextBattery_s) {
      nextBattery_s = now_s + BATTERY_EVERY_S;
      return quietly('battery', async () => {
        const percent = await session.battery();
        if (percent !== null) options.battery(percent);
      });
    }
    if (now_s >= nextRssi_s) {
      nextRssi_s = now_s + RSSI_EVERY_S;
      quietly('signal', async () => {
        options.rssi(await options.ask({ do: 'rssi', id: options.id, timeout_ms: RSSI_TIMEOUT_MS }));
      });
    }
  };

  const cure = async (session: SensorSession) => {
    const next = session.cures()[curesTried];
    if (!next) {
      given = true;
      return options.cured(null, words.drivers.repeats(statistics.value().duplicate_share * 100));
    }
    curesTried += 1;
    options.cured(await session.cure(next), words.drivers.repeated(next.title));
  };

  const tick = () => {
    const now_s = clock.now_s();
    const quiet_s = now_s - Math.max(since_s, statistics.lastArrival_s() ?? 0);
    if (quiet_s > DEAD_S) return options.dead();
    if (quiet_s > SILENT_S && !silent) options.silent(quiet_s);
    silent = quiet_s > SILENT_S;
    if (!silent) poll(now_s);
  };

  return {
    /** A stream begins now. */
    streaming() {
      since_s = clock.now_s();
      silent = false;
      nextBattery_s = since_s + FIRST_BATTERY_S;
      nextRssi_s = since_s + RSSI_EVERY_S;
      if (timer !== null) clearInterval(timer);
      timer = setInterval(tick, TICK_MS);
    },
    stop() {
      if (timer !== null) clearInterval(timer);
      timer = null;
    },
    heardBattery: options.battery,
    /** On a new connection: the cure that was found before, at once. */
    async recure(session: SensorSession) {
      const last = session.cures()[curesTried - 1];
      if (last) options.cured(await session.cure(last), words.drivers.repeated(last.title));
    },
  };
}
