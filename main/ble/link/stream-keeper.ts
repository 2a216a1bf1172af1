import type { SetupResult } from '../../../src/sensors/driver.ts';
import { words } from '../../../src/words/index.ts';
import { EngineError } from '../engines/engine.ts';
import { unlessAborted } from '../queue.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import { connectSensor, SetupFailure } from './connect-sensor.ts';
import { createHousekeeping } from './housekeeping.ts';
import type { LinkState } from './link-state.ts';
import type { createSampleStream } from './sample-stream.ts';
import type { SensorSession } from './session.ts';
import type { LinkOptions } from './types.ts';

/** Time for taking leave, ms; chosen here: a helper that has not answered by then knows of no connection any more. */
const DISCONNECT_TIMEOUT_MS = 2_000;
/** A stream that lasted this long was no failed attempt, s; chosen here, longer than a sensor takes to refuse what it was set to. */
const STABLE_S = 5;

/** Keeps a sensor's samples coming: attempt after attempt, with housekeeping while they come. */
export interface StreamKeeper {
  readonly attempts: Attempts;
  /** The session with the sensor while there is a connection. */
  readonly session: SensorSession | null;
  /** The sensor was set up; throws when it says that it will not stream. */
  configured(result: SetupResult): void;
  heardBattery(percent: number): void;
}

export function createStreamKeeper(
  options: LinkOptions,
  state: LinkState,
  stream: ReturnType<typeof createSampleStream>,
  stopping: AbortSignal,
): StreamKeeper {
  const { id, air, clock } = options;
  let session: SensorSession | null = null;
  let streamingSince_s = 0;

  const configured = (result: SetupResult) => {
    if (result.failure !== undefined) throw new SetupFailure(result.failure);
    state.warnings = result.warnings;
    stream.configured(result);
  };
  const housekeeping = createHousekeeping({
    id,
    ask: air.ask,
    clock,
    statistics: stream.statistics,
    session: () => session,
    log: options.log,
    silent(silence_s) {
      stream.lose(words.link.nothingFor(silence_s));
      state.enter('silent', words.link.silent);
    },
    dead: () => attempts.abort(new EngineError('gone', words.link.stayedSilent)),
    battery(percent) {
      if (percent === state.battery) return;
      state.battery = percent;
      stream.tell({ kind: 'battery', percent });
      options.onChange();
    },
    rssi(value_dbm) {
      state.rssi = value_dbm;
    },
    cured(result, remark) {
      if (result) configured(result);
      if (remark !== null) state.warnings = [...state.warnings, remark];
      options.onChange();
    },
  });

  const attempts: Attempts = createAttempts({
    stopping,
    async once(end) {
      state.enter(
        'scanning',
        attempts.count === 0 ? words.link.looking : (state.reason ?? words.link.looking),
      );
      const opened = await connectSensor(options, state, end, (next) => {
        session = next;
      });
      configured(opened.result);
      await unlessAborted(housekeeping.recure(opened.session), end.signal);
      streamingSince_s = clock.now_s();
      housekeeping.streaming();
      state.enter('streaming');
      await unlessAborted(new Promise<never>(() => {}), end.signal);
    },
    hadLasted: () => state.streaming && clock.now_s() - streamingSince_s > STABLE_S,
    failed(error) {
      const why = error instanceof Error ? error.message : String(error);
      const wasStreaming = state.streaming;
      housekeeping.stop();
      if (wasStreaming) stream.statistics.linkLost();
      if (stopping.aborted) return;
      options.log(`${id}: ${why}`);
      if (wasStreaming) stream.lose(why);
      state.enter('lost', why);
    },
    async over() {
      session = null;
      // also after a loss: an engine that missed it must not hold on to a dead connection
      await air.ask({ do: 'disconnect', id, timeout_ms: DISCONNECT_TIMEOUT_MS }).catch(() => {});
    },
  });

  return {
    attempts,
    get session() {
      return session;
    },
    configured,
    heardBattery: housekeeping.heardBattery,
  };
}
