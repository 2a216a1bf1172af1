import type { SourcePhase } from '../../../src/contract/source.ts';
import type { SampleBatch, SensorInfo } from '../../../src/recording/samples.ts';
import type { SampleSource, SourceEvent } from '../../../src/recording/source.ts';
import { words } from '../../../src/words/index.ts';
import type { LinkSnapshot } from '../../ble/types.ts';

/** What is known of a source before it says anything. */
export interface SourceFacts {
  readonly id: string;
  readonly family: string;
  readonly family_title: string;
  /** Seconds of sample clock per second of wall clock; 1 for everything live. */
  readonly speed: number;
  /** Its sets count as simulated ones: the simulator, or a replay of what it made. */
  readonly simulated: boolean;
  /** Date of its first sample, ms since epoch, of a recording that has one; null or left out: what it gives is of now. */
  readonly recorded_epoch_ms?: number | null;
  /** False: its sets are only shown, because they are stored already or are to show what a set looks like. */
  readonly stores: boolean;
  /** The link behind a live sensor. */
  readonly link: (() => LinkSnapshot) | null;
}

/** A source that was asked for and is not stopped. */
export interface ConnectedSource {
  readonly facts: SourceFacts;
  readonly source: SampleSource;
  /** As people call it; a coach may change it any time. */
  name: string;
  /** null until it started. */
  sensor: SensorInfo | null;
  phase: SourcePhase;
  problem: string | null;
  battery_percent: number | null;
  received: number;
  /** Newest raw reading, for the Pair screen's live axes. */
  accel_g: readonly [number, number, number] | null;
  gyro_dps: readonly [number, number, number] | null;
}

/** The date of a moment of the live clock where what plays has dates of its own, ms since epoch; null: it is of now. */
export const recordedAt = ({ facts }: ConnectedSource, live_s: number): number | null =>
  facts.recorded_epoch_ms == null ? null : Math.round(facts.recorded_epoch_ms + live_s * 1000);

export interface SourcesListener {
  samples(entry: ConnectedSource, batch: SampleBatch): void;
  event(entry: ConnectedSource, event: SourceEvent): void;
  /** Another source feeds the station now; null: none. */
  fed(entry: ConnectedSource | null): void;
}

/** The sources there are and the one that feeds the station. */
export interface Sources {
  all(): readonly ConnectedSource[];
  get(id: string): ConnectedSource | null;
  readonly feeding: ConnectedSource | null;
  /** Starts a source; it feeds the station unless one that still runs does. `feed`: it does in any case. */
  add(facts: SourceFacts, source: SampleSource, feed: boolean): void;
  feed(id: string): boolean;
  remove(id: string): Promise<void>;
  close(): Promise<void>;
}

export function createSources(listener: SourcesListener): Sources {
  const entries = new Map<string, ConnectedSource>();
  let feeding: ConnectedSource | null = null;

  const feed = (entry: ConnectedSource | null): void => {
    if (entry === feeding) return;
    feeding = entry;
    listener.fed(entry);
  };
  const isOver = (entry: ConnectedSource): boolean => entry.phase === 'ended' || entry.phase === 'failed';

  const remove = async (id: string): Promise<void> => {
    const entry = entries.get(id);
    if (entry === undefined) return;
    entries.delete(id);
    if (entry === feeding) feed([...entries.values()].find((other) => !isOver(other)) ?? null);
    await entry.source.stop();
  };

  const start = (entry: ConnectedSource): void => {
    // what a stopped source still sends is nobody's
    const present = (): boolean => entries.get(entry.facts.id) === entry;
    entry.source.start({
      samples(batch) {
        if (!present() || batch.count === 0) return;
        note(entry, batch);
        listener.samples(entry, batch);
      },
      event(event) {
        if (!present()) return;
        follow(entry, event);
        listener.event(entry, event);
      },
    });
  };

  return {
    all: () => [...entries.values()],
    get: (id) => entries.get(id) ?? null,
    get feeding() {
      return feeding;
    },
    add(facts, source, asked) {
      const entry: ConnectedSource = {
        facts,
        source,
        name: source.name,
        sensor: null,
        phase: 'connecting',
        problem: null,
        battery_percent: null,
        received: 0,
        accel_g: null,
        gyro_dps: null,
      };
      entries.set(facts.id, entry);
      if (asked || feeding === null || isOver(feeding)) feed(entry);
      start(entry);
    },
    feed(id) {
      const entry = entries.get(id);
      if (entry !== undefined) feed(entry);
      return entry !== undefined;
    },
    remove,
    async close() {
      await Promise.all([...entries.keys()].map(remove));
    },
  };
}

function note(entry: ConnectedSource, batch: SampleBatch): void {
  entry.received += batch.count;
  entry.phase = 'streaming';
  entry.problem = null;
  const last = 3 * (batch.count - 1);
  const at = (values: Float64Array): [number, number, number] => [
    values[last] ?? 0,
    values[last + 1] ?? 0,
    values[last + 2] ?? 0,
  ];
  entry.accel_g = at(batch.accel_g);
  entry.gyro_dps = batch.gyro_dps === null ? null : at(batch.gyro_dps);
}

function follow(entry: ConnectedSource, event: SourceEvent): void {
  switch (event.kind) {
    case 'started':
      entry.sensor = event.sensor;
      entry.phase = 'streaming';
      break;
    case 'lost':
      entry.phase = 'lost';
      entry.problem = words.says.source.lost(event.reason);
      break;
    case 'resumed':
      entry.phase = 'streaming';
      entry.problem = null;
      break;
    case 'battery':
      entry.battery_percent = event.percent;
      break;
    case 'ended':
      entry.phase = 'ended';
      entry.problem = null;
      break;
    case 'failed':
      entry.phase = 'failed';
      entry.problem = event.message;
      break;
  }
}
