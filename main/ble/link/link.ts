import { words } from '../../../src/words/index.ts';
import { EngineError } from '../engines/engine.ts';
import type { LinkSnapshot, SensorSource } from '../types.ts';
import { createLinkState } from './link-state.ts';
import { failed, NO_WAY, NOT_CONNECTED } from './results.ts';
import { createSampleStream } from './sample-stream.ts';
import { createStreamKeeper } from './stream-keeper.ts';
import type { Link, LinkOptions } from './types.ts';

/** One sensor's link: connects, sets up, streams, notices the loss, and starts again until stopped. */
export function createLink(options: LinkOptions): Link {
  const { id, driver } = options;
  const state = createLinkState(options);
  const stream = createSampleStream(options.clock);
  const stopping = new AbortController();
  const keeper = createStreamKeeper(options, state, stream, stopping.signal);
  const snapshot = (): LinkSnapshot => state.snapshot(keeper.attempts.count, stream.statistics.value());
  let running: Promise<void> | null = null;

  const source: SensorSource = {
    kind: 'sensor',
    id,
    family: driver.family,
    driver,
    get name() {
      return options.name();
    },
    link: snapshot,
    start(to) {
      if (running !== null || stopping.signal.aborted) return;
      stream.open(to);
      running = keeper.attempts.run();
    },
    async stop() {
      if (!stopping.signal.aborted) {
        // while the connection is still there, the sensor is told to stop
        if (state.streaming) await keeper.session?.teardown();
        stopping.abort(new EngineError('gone', words.link.stopped));
      }
      await running;
      if (state.phase === 'ended') return;
      state.enter('ended');
      stream.end();
      options.onEnd();
    },
  };

  return {
    source,
    snapshot,
    notified(characteristic, bytes, arrival_s) {
      if (!keeper.session) return;
      const decoded = keeper.session.notified(characteristic, bytes, arrival_s);
      if (decoded.battery_percent !== null) keeper.heardBattery(decoded.battery_percent);
      if (!state.streaming) return;
      if (state.phase === 'silent' && decoded.batch) state.enter('streaming');
      stream.push(decoded, arrival_s);
    },
    gone: (why) => keeper.attempts.abort(new EngineError('gone', why)),
    heardAt(value_dbm) {
      state.rssi = value_dbm;
    },
    async identify() {
      if (!keeper.session || !state.streaming) return NOT_CONNECTED;
      try {
        return (await keeper.session.identify()) ? { ok: true } : NO_WAY;
      } catch (error) {
        return failed(error);
      }
    },
    async setRate(wanted_hz) {
      state.rate_hz = wanted_hz;
      if (!keeper.session || !state.streaming) return { ok: true };
      try {
        state.enter('configuring');
        keeper.configured(await keeper.session.configure(wanted_hz));
        state.enter('streaming');
        return { ok: true };
      } catch (error) {
        keeper.attempts.abort(error);
        return failed(error);
      }
    },
  };
}
