import type { Cure, Decoded, DriverSession, SensorDriver, SetupResult } from '../../../src/sensors/driver.ts';
import { words } from '../../../src/words/index.ts';
import { EngineError } from '../engines/engine.ts';
import { createQueue } from '../queue.ts';
import { type AskHelper, createLinkGatt } from './gatt.ts';
import { carryOut } from './plan.ts';

/** Service and characteristic discovery is some 10 to 30 round trips of 15 to 60 ms. */
const DISCOVER_TIMEOUT_MS = 5_000;
/** Stopping streams is a courtesy to the sensor's battery; the link does not wait long for it. */
const TEARDOWN_MS = 2_000;

const NOTHING: Decoded = { batch: null, battery_percent: null, lost: 0, malformed: 0 };

export interface SensorSessionOptions {
  readonly id: string;
  readonly driver: SensorDriver;
  readonly ask: AskHelper;
  /** Aborts with an EngineError when the connection ends. */
  readonly signal: AbortSignal;
  readonly log: (message: string) => void;
}

/** One connection with a sensor: what its driver says is carried out here, one plan at a time. */
export interface SensorSession {
  discover(): Promise<void>;
  /** Sets the sensor up, or up anew. */
  configure(rate_hz: number): Promise<SetupResult>;
  cures(): readonly Cure[];
  cure(cure: Cure): Promise<SetupResult>;
  /** null when the sensor did not say or has no way to. */
  battery(): Promise<number | null>;
  /** False when the family has no way. */
  identify(): Promise<boolean>;
  teardown(): Promise<void>;
  notified(characteristic: string, bytes: Uint8Array, arrival_s: number): Decoded;
}

export function createSensorSession({ id, driver, ask, signal, log }: SensorSessionOptions): SensorSession {
  const { gatt, notified } = createLinkGatt(id, ask, signal);
  const plans = createQueue();
  let characteristics: readonly string[] = [];
  let session: DriverSession | null = null;

  const settled = async (plan: ReturnType<DriverSession['setup']>): Promise<SetupResult> => {
    let refusals = 0;
    const result = await carryOut(plan, gatt, (step, error) => {
      refusals += 1;
      log(`${id}: ${step.do} failed: ${error.message}`);
    });
    // Why nothing will come is the first thing to know; the link itself goes on and tries again when it stays silent.
    const warnings =
      result.failure === undefined ? [...result.warnings] : [result.failure, ...result.warnings];
    if (refusals > 0) warnings.push(words.drivers.partly);
    return { ...result, warnings };
  };

  return {
    async discover() {
      const found = await ask({
        do: 'discover',
        id,
        services: driver.services,
        timeout_ms: DISCOVER_TIMEOUT_MS,
      });
      if (found.length === 0) {
        throw new EngineError('not-found', words.link.otherLanguage(driver.title));
      }
      characteristics = found.map((each) => each.uuid);
    },
    configure: (rate_hz) =>
      plans.run(async () => {
        const before = session;
        session = null;
        if (before) await carryOut(before.teardown(), gatt, () => {});
        session = driver.open({ rate_hz, characteristics });
        return settled(session.setup());
      }),
    cures: () => session?.cures ?? [],
    cure: (cure) => plans.run(() => settled(cure.plan())),
    battery: () =>
      plans.run(async () => {
        const plan = session?.battery();
        return plan ? carryOut(plan, gatt, () => {}) : null;
      }),
    identify: () =>
      plans.run(async () => {
        const plan = session?.identify();
        if (plan) await carryOut(plan, gatt, () => {});
        return plan !== null && plan !== undefined;
      }),
    async teardown() {
      const plan = session?.teardown();
      if (!plan) return;
      const limit = new Promise<void>((resolve) => setTimeout(resolve, TEARDOWN_MS));
      await Promise.race([plans.run(() => carryOut(plan, gatt, () => {})).catch(() => {}), limit]);
    },
    notified(characteristic, bytes, arrival_s) {
      notified(characteristic, bytes);
      return session?.decode(characteristic, bytes, arrival_s) ?? NOTHING;
    },
  };
}
