import type { SampleBatch, SensorInfo } from '../recording/samples.ts';

/** What a scan says about a device. UUIDs lower case without dashes; short form only for the SIG base. */
export interface Advertisement {
  readonly name: string | null;
  readonly services: readonly string[];
  readonly manufacturer_id: number | null;
}

/** One GATT action a driver asks for. Drivers only describe; `main/ble` carries out, one at a time, each with a time-out. */
export type GattStep =
  | { readonly do: 'subscribe'; readonly characteristic: string }
  | {
      readonly do: 'write';
      readonly characteristic: string;
      readonly bytes: Uint8Array;
      readonly response: boolean;
    }
  | { readonly do: 'read'; readonly characteristic: string }
  | { readonly do: 'wait'; readonly ms: number }
  /** Write, then wait for a notification on `reply_on` that `matches`. */
  | {
      readonly do: 'request';
      readonly characteristic: string;
      readonly bytes: Uint8Array;
      readonly response: boolean;
      readonly reply_on: string;
      readonly matches: (notification: Uint8Array) => boolean;
      readonly timeout_ms: number;
    };

/** What came back: the bytes read or matched; null for a step without answer or one that timed out. */
export type GattAnswer = Uint8Array | null;
export type GattPlan<R> = Generator<GattStep, R, GattAnswer>;

export interface DriverOptions {
  /** Rate wished for, Hz; the driver takes the nearest the family has. */
  readonly rate_hz: number;
  /**
   * Characteristics found on this connection, written like the services of an advertisement. For families
   * whose look-alikes use other UUIDs; without it the driver takes the family's own.
   */
  readonly characteristics?: readonly string[];
}

/** What a notification held. Nothing in it is NaN; a malformed one gives no samples and a count. */
export interface Decoded {
  readonly batch: SampleBatch | null;
  readonly battery_percent: number | null;
  /** Samples known lost just before this batch, by sequence number or clock. */
  readonly lost: number;
  /** Bytes or packets that could not be understood. */
  readonly malformed: number;
}

export interface SetupResult {
  readonly sensor: SensorInfo;
  /** What did not go as asked, in words for the Pair screen; empty when all did. */
  readonly warnings: readonly string[];
  /** Why no samples will come at all, in words; absent when they will. */
  readonly failure?: string;
}

/** Another setting to try when a stream repeats its samples (see held-samples.ts). */
export interface Cure {
  /** For the Pair screen, e.g. "200 Hz with a 256 Hz filter". */
  readonly title: string;
  readonly rate_hz: number;
  plan(): GattPlan<SetupResult>;
}

/** One connection's worth of driver state. Pure: time comes in as an argument. */
export interface DriverSession {
  /** From connected to streaming: subscribe, configure, read back, start. */
  setup(): GattPlan<SetupResult>;
  /** Bytes of one notification; `arrival_s` is the host's monotonic clock. */
  decode(characteristic: string, bytes: Uint8Array, arrival_s: number): Decoded;
  /** Asks for the battery level now and then; null when the family has no way. */
  battery(): GattPlan<number | null> | null;
  /** Makes the sensor noticeable (LED, vibration) if it can. */
  identify(): GattPlan<void> | null;
  /** Stop streams before disconnecting. */
  teardown(): GattPlan<void>;
  /** To be tried in this order while samples repeat; absent when the family does not do that. */
  readonly cures?: readonly Cure[];
}

/** One sensor family. */
export interface SensorDriver {
  readonly family: string;
  readonly title: string;
  /** True when this advertisement is of this family. */
  recognise(advertisement: Advertisement): boolean;
  /** GATT services whose characteristics the driver needs. */
  readonly services: readonly string[];
  /** What this family can do, and what it cannot, for the Pair screen. */
  readonly facts: {
    readonly rates_hz: readonly number[];
    readonly axes: 3 | 6;
    readonly accel_range_g: number;
    readonly gyro_range_dps: number | null;
    readonly delivery_delay_s: number;
    /** Plain words when the family does not suit a bar; null when it does. */
    readonly unsuitable: string | null;
  };
  open(options: DriverOptions): DriverSession;
}
