import type { SetupResult } from '../../../src/sensors/driver.ts';
import { words } from '../../../src/words/index.ts';
import { EngineError } from '../engines/engine.ts';
import { unlessAborted } from '../queue.ts';
import type { LinkState } from './link-state.ts';
import { createSensorSession, type SensorSession } from './session.ts';
import type { LinkOptions } from './types.ts';

/** Time for a connection, ms. It was heard a moment ago: longer means it went away again, and others wait for their turn. */
const CONNECT_TIMEOUT_MS = 4_000;
/** Time for setting up, ms: commands with pauses (WitMotion 1 s, worst with every answer missing 12 s). */
const SETUP_TIMEOUT_MS = 20_000;

/** The sensor itself says that it will not stream. */
export class SetupFailure extends Error {}

/** From not connected to set up: waits until the sensor is heard and for the radio's turn. `opened` hears of the session at once. */
export async function connectSensor(
  options: LinkOptions,
  state: LinkState,
  end: AbortController,
  opened: (session: SensorSession) => void,
): Promise<{ readonly session: SensorSession; readonly result: SetupResult }> {
  const { id, driver, air, log } = options;
  const { signal } = end;
  await air.heard(id, signal);
  await unlessAborted(
    air.turn.run(async () => {
      if (signal.aborted) throw signal.reason;
      state.enter('connecting');
      air.connected(id);
      await air.ask({ do: 'connect', id, timeout_ms: CONNECT_TIMEOUT_MS });
    }),
    signal,
  );
  const session = createSensorSession({ id, driver, ask: air.ask, signal, log });
  opened(session);
  state.enter('discovering');
  await session.discover();
  state.enter('configuring');
  const hurry = setTimeout(
    () => end.abort(new EngineError('timeout', words.link.setupTooLong)),
    SETUP_TIMEOUT_MS,
  );
  const configuring = unlessAborted(session.configure(state.rate_hz), signal);
  const result = await configuring.finally(() => clearTimeout(hurry));
  return { session, result };
}
