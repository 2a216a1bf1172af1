import type { SetupResult } from '../../../src/sensors/driver.ts';
import { words } from '../../../src/words/index.ts';
import { EngineError } from '../engines/engine.ts';
import { pause, unlessAborted } from '../queue.ts';
import type { LinkPhase, LinkSnapshot, SensorSource } from '../types.ts';
import { createHousekeeping } from './housekeeping.ts';
import { failed, NO_WAY, NOT_CONNECTED } from './results.ts';
import { createSampleStream } from './sample-stream.ts';
import { createSensorSession, type SensorSession } from './session.ts';
import type { Link, LinkOptions } from './types.ts';

/** It was heard a moment ago: longer means it went away again, and others wait for their turn. */
const CONNECT_TIMEOUT_MS = 4_000;
const DISCONNECT_TIMEOUT_MS = 2_000;
/** Setting up is commands with pauses (WitMotion 1 s, worst with every answer missing 12 s). */
const SETUP_TIMEOUT_MS = 20_000;
/** Pauses before the next attempt, s. The last one repeats: a sensor that comes back waits no longer than that. */
const RETRY_PAUSES_S = [0.1, 0.25, 0.5, 1, 1.5] as const;
/** A stream that lasted this long was no failed attempt. */
const STABLE_S = 5;
/** What the sensor itself says cannot work (charging, full memory) is not asked again every second. */
const FAILURE_PAUSE_S = 5;

/** One sensor's link: connects, sets up, streams, notices the loss, and starts again until stopped. */
export function createLink(options: LinkOptions): Link {
  const { id, driver, air, clock } = options;
  const stream = createSampleStream(clock);
  const stopping = new AbortController();
  let phase: LinkPhase = 'idle';
  let reason: string | null = null;
  let warnings: readonly string[] = [];
  let rate_hz = options.rate_hz;
  let battery: number | null = null;
  let rssi: number | null = null;
  let attempts = 0;
  let running: Promise<void> | null = null;
  let attempt: AbortController | null = null;
  let session: SensorSession | null = null;
  let streamingSince_s = 0;

  const enter = (next: LinkPhase, why: string | null = null) => {
    phase = next;
    reason = why;
    options.onChange();
  };
  const streaming = () => phase === 'streaming' || phase === 'silent';
  const configured = (result: SetupResult) => {
    if (result.failure !== undefined) throw new SetupFailure(result.failure);
    warnings = result.warnings;
    stream.configured(result);
  };
  const housekeeping = createHousekeeping({
    id,
    ask: air.ask,
    clock,
    statistics: stream.statistics,
    session: () => session,
    log: options.log,
    silent: (silence_s) => {
      stream.lose(words.link.nothingFor(silence_s));
      enter('silent', words.link.silent);
    },
    dead: () => attempt?.abort(new EngineError('gone', words.link.stayedSilent)),
    battery(percent) {
      if (percent === battery) return;
      battery = percent;
      stream.tell({ kind: 'battery', percent });
      options.onChange();
    },
    rssi(value_dbm) {
      rssi = value_dbm;
    },
    cured(result, remark) {
      if (result) configured(result);
      warnings = remark === null ? warnings : [...warnings, remark];
      options.onChange();
    },
  });

  const once = async (signal: AbortSignal, end: AbortController) => {
    enter('scanning', attempts === 0 ? words.link.looking : (reason ?? words.link.looking));
    await air.heard(id, signal);
    await unlessAborted(
      air.turn.run(async () => {
        if (signal.aborted) throw signal.reason;
        enter('connecting');
        air.connected(id);
        await air.ask({ do: 'connect', id, timeout_ms: CONNECT_TIMEOUT_MS });
      }),
      signal,
    );
    const opened = createSensorSession({ id, driver, ask: air.ask, signal, log: options.log });
    session = opened;
    enter('discovering');
    await opened.discover();
    enter('configuring');
    const hurry = setTimeout(
      () => end.abort(new EngineError('timeout', words.link.setupTooLong)),
      SETUP_TIMEOUT_MS,
    );
    const result = await unlessAborted(opened.configure(rate_hz), signal).finally(() => clearTimeout(hurry));
    configured(result);
    await unlessAborted(housekeeping.recure(opened), signal);
    streamingSince_s = clock.now_s();
    housekeeping.streaming();
    enter('streaming');
    await unlessAborted(new Promise<never>(() => {}), signal);
  };

  const run = async () => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const end = new AbortController();
      const stop = () => end.abort(stopping.signal.reason);
      stopping.signal.addEventListener('abort', stop);
      attempt = end;
      let wait_s = 0;
      try {
        await once(end.signal, end);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const wasStreaming = streaming();
        if (wasStreaming && clock.now_s() - streamingSince_s > STABLE_S) failures = 0;
        wait_s = RETRY_PAUSES_S[Math.min(failures, RETRY_PAUSES_S.length - 1)] ?? 1;
        if (error instanceof SetupFailure) wait_s = FAILURE_PAUSE_S;
        failures += 1;
        attempts += 1;
        housekeeping.stop();
        if (wasStreaming) stream.statistics.linkLost();
        if (!stopping.signal.aborted) {
          options.log(`${id}: ${why}`);
          if (wasStreaming) stream.lose(why);
          enter('lost', why);
        }
      } finally {
        stopping.signal.removeEventListener('abort', stop);
        end.abort(new EngineError('gone', words.link.attemptOver));
        session = null;
        attempt = null;
      }
      // also after a loss: an engine that missed it must not hold on to a dead connection
      await air.ask({ do: 'disconnect', id, timeout_ms: DISCONNECT_TIMEOUT_MS }).catch(() => {});
      if (!stopping.signal.aborted) await pause(wait_s * 1000, stopping.signal).catch(() => {});
    }
  };

  const source: SensorSource = {
    kind: 'sensor',
    id,
    family: driver.family,
    driver,
    get name() {
      return options.name();
    },
    link: () => snapshot(),
    start(to) {
      if (running !== null || stopping.signal.aborted) return;
      stream.open(to);
      running = run();
    },
    async stop() {
      if (!stopping.signal.aborted) {
        // while the connection is still there, the sensor is told to stop
        if (streaming()) await session?.teardown();
        stopping.abort(new EngineError('gone', words.link.stopped));
      }
      await running;
      if (phase === 'ended') return;
      enter('ended');
      stream.end();
      options.onEnd();
    },
  };

  const snapshot = (): LinkSnapshot => ({
    id,
    phase,
    reason,
    warnings,
    asked_rate_hz: rate_hz,
    battery_percent: battery,
    rssi_dbm: rssi,
    attempts,
    statistics: stream.statistics.value(),
  });

  return {
    source,
    snapshot,
    notified(characteristic, bytes, arrival_s) {
      if (!session) return;
      const decoded = session.notified(characteristic, bytes, arrival_s);
      if (decoded.battery_percent !== null) housekeeping.heardBattery(decoded.battery_percent);
      if (!streaming()) return;
      if (phase === 'silent' && decoded.batch) enter('streaming');
      stream.push(decoded, arrival_s);
    },
    gone: (why) => attempt?.abort(new EngineError('gone', why)),
    heardAt(value_dbm) {
      rssi = value_dbm;
    },
    async identify() {
      if (!session || !streaming()) return NOT_CONNECTED;
      try {
        return (await session.identify()) ? { ok: true } : NO_WAY;
      } catch (error) {
        return failed(error);
      }
    },
    async setRate(wanted_hz) {
      rate_hz = wanted_hz;
      if (!session || !streaming()) return { ok: true };
      try {
        enter('configuring');
        configured(await session.configure(wanted_hz));
        enter('streaming');
        return { ok: true };
      } catch (error) {
        attempt?.abort(error);
        return failed(error);
      }
    },
  };
}

/** The sensor itself says that it will not stream. */
class SetupFailure extends Error {}
