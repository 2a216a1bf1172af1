import type { SampleSource } from '../../src/recording/source.ts';
import type { SensorDriver } from '../../src/sensors/driver.ts';

/** What stands between the station and the air. `ready` is the only state in which a scan finds anything. */
export type AdapterState =
  /** Nothing was asked of Bluetooth yet: no helper process runs. */
  | 'idle'
  /** The helper is being started, or an engine is being loaded. */
  | 'starting'
  /** The engine's native part is being compiled, once. */
  | 'building'
  | 'ready'
  /** There is an adapter, switched off. */
  | 'off'
  /** No adapter, or it was unplugged. */
  | 'missing'
  /** This program may not use the adapter. */
  | 'unauthorized'
  /** The system has no Bluetooth at all, or none an engine can use. */
  | 'unsupported'
  /** No engine could be loaded, or the helper keeps dying; it is tried again with growing pauses. */
  | 'failed';

export type EngineName = 'abandonware' | 'stoprocent';

export interface EngineReport {
  readonly name: EngineName;
  readonly version: string;
  /** Why this one runs, in words for the Pair screen. */
  readonly why: string;
}

export interface BluetoothState {
  readonly adapter: AdapterState;
  readonly engine: EngineReport | null;
  readonly scanning: boolean;
  /** The adapter state in words a coach understands: what is wrong, or which engine runs and why. */
  readonly message: string;
  /** What to do about it: exact commands or settings; empty when nothing is wrong or nothing helps. */
  readonly way_out: readonly string[];
}

/** A sensor in range or known. Only sensors some driver recognises are listed. */
export interface Device {
  /** Stable on this computer: an address where the system tells one, else the system's own id. */
  readonly id: string;
  /** As it was named here ("Rack 2"), else as it advertises itself. */
  readonly name: string;
  readonly advertised_name: string | null;
  readonly family: string;
  /** The family's title for people. */
  readonly family_title: string;
  /** Plain words when the family does not suit a bar. */
  readonly unsuitable: string | null;
  /** Of the last advertisement, dBm; null when it is not in range. */
  readonly rssi_dbm: number | null;
  readonly in_range: boolean;
  readonly battery_percent: number | null;
  readonly known: boolean;
  /** A source of it was asked for and is not stopped. */
  readonly connected: boolean;
  /** null when no source is connected to it. */
  readonly link: LinkSnapshot | null;
}

/** What the station remembers of a sensor (its `sensors` table). */
export interface KnownSensor {
  readonly id: string;
  readonly name: string;
  readonly family: string;
}

export type LinkPhase =
  /** Made, not started. */
  | 'idle'
  /** Waiting until the sensor is heard. */
  | 'scanning'
  | 'connecting'
  | 'discovering'
  | 'configuring'
  | 'streaming'
  /** Streaming, but nothing came for a while. */
  | 'silent'
  /** The link is gone; the next attempt comes by itself. */
  | 'lost'
  /** Stopped. */
  | 'ended'
  /** It cannot be connected and is not tried again (no driver knows it). */
  | 'failed';

export interface LinkStatistics {
  /** Samples per second as they arrived over the last seconds; null before there are enough. */
  readonly rate_hz: number | null;
  /** The same without samples that only repeat the one before: some WitMotion sensors send every reading twice. */
  readonly effective_rate_hz: number | null;
  /** Share of samples in the last seconds that repeat the one before, 0..1. */
  readonly duplicate_share: number;
  readonly samples: number;
  /** Samples the sensor's own counter or clock says were lost while the link was up. */
  readonly lost: number;
  /** Share lost, 0..1: by counter where there is one, else by the rate missing to nominal. null: cannot be told. */
  readonly loss_share: number | null;
  readonly malformed: number;
  /** Times the link was lost, and how long nothing came in all, s. */
  readonly losses: number;
  readonly lost_s: number;
  /** Longest time between two notifications while the link was up, s. */
  readonly longest_pause_s: number;
  /** Sensor clock against this computer's, parts per million; null without a sensor clock. */
  readonly clock_drift_ppm: number | null;
}

export interface LinkSnapshot {
  readonly id: string;
  readonly phase: LinkPhase;
  /** Why it is not streaming, in words; null when it is. */
  readonly reason: string | null;
  /** What the driver could not set up as asked. */
  readonly warnings: readonly string[];
  readonly asked_rate_hz: number;
  readonly battery_percent: number | null;
  readonly rssi_dbm: number | null;
  readonly attempts: number;
  readonly statistics: LinkStatistics;
}

/** A live sensor: the one door of `SampleSource`, plus what the Pair screen wants to see of the link. */
export interface SensorSource extends SampleSource {
  readonly kind: 'sensor';
  readonly id: string;
  readonly family: string;
  /** The family's driver, for its title and facts; null when no driver knows this sensor. */
  readonly driver: SensorDriver | null;
  link(): LinkSnapshot;
}

export interface ConnectOptions {
  /** Wished rate, Hz; the driver takes the nearest the family has. Default DEFAULT_RATE_HZ. */
  readonly rate_hz?: number;
  /** Needed for a sensor that has not been heard yet in this run: its driver's family. */
  readonly family?: string;
}

export type BluetoothResult = { readonly ok: true } | { readonly ok: false; readonly error: BluetoothError };
export interface BluetoothError {
  readonly code: 'unknown-device' | 'not-connected' | 'unsupported' | 'failed';
  readonly message: string;
}

export type BluetoothEvent =
  | { readonly kind: 'state'; readonly state: BluetoothState }
  /** The list changed, or something in it (at most a few times a second). */
  | { readonly kind: 'devices'; readonly devices: readonly Device[] }
  | { readonly kind: 'link'; readonly link: LinkSnapshot };

export interface Bluetooth {
  state(): BluetoothState;
  /** Sensors in range or known: known first, then by signal. */
  devices(): readonly Device[];
  /** Starts the helper when needed. What goes wrong is told by `state`. */
  startScan(): void;
  stopScan(): void;
  setKnown(known: readonly KnownSensor[]): void;
  /**
   * A source for this sensor; nothing happens before its `start`. It goes on trying until
   * `stop`, also when the sensor is not in range yet. The same id gives the same source
   * until it is stopped. Throws nothing: an id no driver is known for gives a source that
   * reports `failed`.
   */
  connect(id: string, options?: ConnectOptions): SensorSource;
  /** Stops the source of this sensor, if any. */
  disconnect(id: string): Promise<void>;
  identify(id: string): Promise<BluetoothResult>;
  /** Sets the sensor up anew with another rate, without giving the link up. */
  setRate(id: string, rate_hz: number): Promise<BluetoothResult>;
  on(listener: (event: BluetoothEvent) => void): () => void;
  /** Disconnects everything and ends the helper. */
  close(): Promise<void>;
}

/** Rate asked of a sensor, Hz: a line across a step of 10 ms costs far less than 1 mm/s, and every family has a rate near it. */
export const DEFAULT_RATE_HZ = 100;
