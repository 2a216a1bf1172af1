import type { EngineName } from '../types.ts';

/** What an engine says of its adapter; the words of noble. */
export type RadioState =
  | 'unknown'
  | 'resetting'
  | 'unsupported'
  | 'unauthorized'
  | 'poweredOff'
  | 'poweredOn';

export interface Heard {
  readonly id: string;
  readonly name: string | null;
  readonly services: readonly string[];
  readonly manufacturer_id: number | null;
  readonly rssi_dbm: number;
}

export type EngineEvent =
  | { readonly kind: 'radio'; readonly state: RadioState }
  | { readonly kind: 'heard'; readonly heard: Heard; readonly at_s: number }
  | {
      readonly kind: 'notified';
      readonly id: string;
      readonly characteristic: string;
      readonly bytes: Uint8Array;
      /** Monotonic time of arrival, s. */
      readonly at_s: number;
    }
  /** Once for every connection that was there. */
  | { readonly kind: 'gone'; readonly id: string; readonly reason: string }
  | { readonly kind: 'warning'; readonly message: string }
  /** The library lost track of itself: only a new process helps. */
  | { readonly kind: 'spoilt' };

export interface GattCharacteristic {
  readonly service: string;
  readonly uuid: string;
  readonly notifies: boolean;
}

/**
 * A Bluetooth library behind one face. Whatever the library does, every promise here settles within
 * its time-out, a lost link gives exactly one `gone`, and no listener outlives its connection.
 */
export interface BleEngine {
  readonly name: EngineName;
  readonly version: string;
  startScan(): Promise<void>;
  stopScan(): Promise<void>;
  connect(id: string, timeout_ms: number): Promise<void>;
  /** The characteristics of those of these services that the sensor has. */
  discover(id: string, services: readonly string[], timeout_ms: number): Promise<GattCharacteristic[]>;
  subscribe(id: string, characteristic: string, timeout_ms: number): Promise<void>;
  read(id: string, characteristic: string, timeout_ms: number): Promise<Uint8Array>;
  write(
    id: string,
    characteristic: string,
    bytes: Uint8Array,
    response: boolean,
    timeout_ms: number,
  ): Promise<void>;
  rssi(id: string, timeout_ms: number): Promise<number>;
  disconnect(id: string, timeout_ms: number): Promise<void>;
  close(): Promise<void>;
}

export type OpenEngine = (onEvent: (event: EngineEvent) => void, now_s: () => number) => BleEngine;

/** Why an operation failed; `code` is what the supervisor decides by, the message is for the log. */
export class EngineError extends Error {
  readonly code: 'timeout' | 'gone' | 'unheard' | 'not-found' | 'refused' | 'radio';
  constructor(code: EngineError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
