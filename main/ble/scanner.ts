import type { Advertisement, SensorDriver } from '../../src/sensors/driver.ts';
import type { Clock } from './clock.ts';
import type { Heard } from './engines/engine.ts';
import type { AskHelper } from './link/gatt.ts';
import { createQueue } from './queue.ts';

/** A sensor heard of in this run. */
export interface Sighting {
  readonly id: string;
  readonly driver: SensorDriver;
  readonly advertised_name: string | null;
  readonly rssi_dbm: number;
  readonly at_s: number;
}

export interface ScannerOptions {
  readonly ask: AskHelper;
  readonly clock: Clock;
  readonly driverFor: (advertisement: Advertisement) => SensorDriver | null;
  readonly onScanning: () => void;
  readonly onSighting: () => void;
  readonly log: (message: string) => void;
}

/** A sensor heard within this is still there: families advertise every 0.1 to 1 s. */
const FRESH_S = 2;
/** After this it is shown as out of range. */
export const IN_RANGE_S = 10;

const RETRY_MS = 1_000;

/** Scans while somebody wants to hear something, and remembers what was heard. */
export function createScanner({ ask, clock, driverFor, onScanning, onSighting, log }: ScannerOptions) {
  const sightings = new Map<string, Sighting>();
  const waiting = new Map<string, Set<() => void>>();
  const orders = createQueue();
  let byHand = false;
  let ready = false;
  let scanning = false;
  let since_s = 0;

  const wanted = () => ready && (byHand || waiting.size > 0);
  const follow = () =>
    void orders.run(async () => {
      if (wanted() === scanning) return;
      const start = !scanning;
      try {
        await ask({ do: start ? 'startScan' : 'stopScan' });
        scanning = start;
      } catch (error) {
        log(`scan: ${error instanceof Error ? error.message : String(error)}`);
        setTimeout(follow, RETRY_MS).unref();
      }
      onScanning();
    });

  const fresh = (id: string) => {
    const sighting = sightings.get(id);
    return ready && sighting && sighting.at_s >= since_s && clock.now_s() - sighting.at_s < FRESH_S;
  };

  return {
    setByHand(on: boolean) {
      byHand = on;
      follow();
      onScanning();
    },
    /** The radio came or went. What was heard before a new radio means nothing to it. */
    setReady(now: boolean) {
      if (now === ready) return;
      ready = now;
      // a radio that goes takes its scan along
      if (!now) scanning = false;
      if (now) since_s = clock.now_s();
      follow();
    },
    heard(heard: Heard, at_s: number): Sighting | null {
      const before = sightings.get(heard.id);
      const driver = driverFor(heard) ?? before?.driver;
      if (!driver) return null;
      const advertised_name = heard.name ?? before?.advertised_name ?? null;
      const sighting = { id: heard.id, driver, advertised_name, rssi_dbm: heard.rssi_dbm, at_s };
      sightings.set(heard.id, sighting);
      for (const done of waiting.get(heard.id) ?? []) done();
      onSighting();
      return sighting;
    },
    /** Settles when this sensor was heard just now; scans until then. */
    wait(id: string, signal: AbortSignal): Promise<void> {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        if (fresh(id)) return resolve();
        const others = waiting.get(id) ?? new Set();
        const leave = () => {
          signal.removeEventListener('abort', stop);
          others.delete(done);
          if (others.size === 0) waiting.delete(id);
          follow();
        };
        const done = () => {
          leave();
          resolve();
        };
        const stop = () => {
          leave();
          reject(signal.reason);
        };
        signal.addEventListener('abort', stop);
        others.add(done);
        waiting.set(id, others);
        follow();
      });
    },
    /** What was heard of this sensor is used up: it has to be heard anew before the next attempt. */
    forget(id: string) {
      const sighting = sightings.get(id);
      if (sighting)
        sightings.set(id, { ...sighting, at_s: Math.min(sighting.at_s, clock.now_s() - FRESH_S) });
    },
    sightings: () => [...sightings.values()],
    sighting: (id: string) => sightings.get(id) ?? null,
    scanning: () => scanning,
    byHand: () => byHand,
  };
}
