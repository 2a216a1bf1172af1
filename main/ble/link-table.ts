import { driverByFamily } from '../../src/sensors/index.ts';
import type { Clock } from './clock.ts';
import type { AskHelper } from './link/gatt.ts';
import { createLink } from './link/link.ts';
import { strangerSource } from './link/stranger.ts';
import type { Link } from './link/types.ts';
import { createQueue } from './queue.ts';
import type { createScanner } from './scanner.ts';
import {
  type ConnectOptions,
  DEFAULT_RATE_HZ,
  type KnownSensor,
  type LinkSnapshot,
  type SensorSource,
} from './types.ts';

/** Time between two looks at the links' statistics, ms: they are for eyes, on the Pair screen. */
const LINKS_EVERY_MS = 1_000;

export interface LinkTableOptions {
  readonly ask: AskHelper;
  readonly startHelper: () => void;
  readonly scanner: ReturnType<typeof createScanner>;
  readonly clock: Clock;
  readonly log: (message: string) => void;
  readonly known: () => readonly KnownSensor[];
  /** Of this link something changed; null: a link came or went. */
  readonly changed: (link: LinkSnapshot | null) => void;
}

/** The links that were asked for and are not stopped, by sensor. */
export interface LinkTable {
  readonly all: ReadonlyMap<string, Link>;
  connect(id: string, wishes?: ConnectOptions): SensorSource;
  close(): Promise<void>;
}

export function createLinkTable(options: LinkTableOptions): LinkTable {
  const { scanner, known, changed } = options;
  const links = new Map<string, Link>();
  const turn = createQueue();
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const tell = (id: string) => changed(links.get(id)?.snapshot() ?? null);
  const watch = () => {
    if (links.size > 0 && !closed) {
      timer ??= setInterval(() => {
        for (const id of links.keys()) tell(id);
      }, LINKS_EVERY_MS);
    } else if (timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  };
  const nameOf = (id: string) => {
    const called = known().find((each) => each.id === id)?.name;
    const sighting = scanner.sighting(id);
    return called ?? sighting?.advertised_name ?? sighting?.driver.title ?? id;
  };

  return {
    all: links,
    connect(id, wishes = {}) {
      const there = links.get(id);
      if (there) return there.source;
      const family = wishes.family ?? known().find((each) => each.id === id)?.family;
      const driver = scanner.sighting(id)?.driver ?? (family === undefined ? null : driverByFamily(family));
      if (!driver) return strangerSource(id);
      const link = createLink({
        id,
        name: () => nameOf(id),
        driver,
        rate_hz: wishes.rate_hz ?? DEFAULT_RATE_HZ,
        air: {
          ask: options.ask,
          heard: (wanted, signal) => {
            options.startHelper();
            return scanner.wait(wanted, signal);
          },
          connected: (wanted) => scanner.forget(wanted),
          turn,
        },
        clock: options.clock,
        log: options.log,
        onChange: () => tell(id),
        onEnd() {
          links.delete(id);
          watch();
          changed(null);
        },
      });
      links.set(id, link);
      watch();
      changed(null);
      return link.source;
    },
    async close() {
      closed = true;
      await Promise.all([...links.values()].map((link) => link.source.stop()));
      watch();
    },
  };
}
