import type { RadioState } from '../engines/engine.ts';
import { startHelper } from '../helper/helper-process.ts';
import type { ForkHelper } from '../helper/port.ts';
import type { EngineName } from '../types.ts';

/** What happened when an engine was tried for a moment. */
export interface EngineTrial {
  readonly engine: EngineName;
  readonly loaded: boolean;
  readonly version: string | null;
  /** Why it did not load, in one line. */
  readonly message: string | null;
  readonly radio: RadioState;
  readonly may_use_raw: boolean | null;
}

/** noble reports its adapter within 50 ms where all is well, and after its first poll (1 s) where it is off. */
const RADIO_WAIT_MS = 2_500;

/** Loads an engine in a process of its own, hears what it says of the radio, and ends it. */
export async function tryEngine(fork: ForkHelper, engine: EngineName): Promise<EngineTrial> {
  let radio: RadioState = 'unknown';
  let known: () => void = () => {};
  const told = new Promise<void>((resolve) => {
    known = resolve;
  });
  const outcome = await startHelper(fork, engine, {
    event(event) {
      if (event.kind !== 'radio') return;
      radio = event.state;
      if (radio !== 'unknown' && radio !== 'resetting') known();
    },
    gone: known,
  });
  if (!outcome.ok) {
    return { engine, loaded: false, version: null, message: outcome.message, radio, may_use_raw: null };
  }
  await Promise.race([told, new Promise<void>((resolve) => setTimeout(resolve, RADIO_WAIT_MS))]);
  await outcome.helper.leave();
  const { version, may_use_raw } = outcome;
  return { engine, loaded: true, version, message: null, radio, may_use_raw };
}
