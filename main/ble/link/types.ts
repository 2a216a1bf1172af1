import type { SensorDriver } from '../../../src/sensors/driver.ts';
import type { Clock } from '../clock.ts';
import type { Queue } from '../queue.ts';
import type { BluetoothResult, LinkSnapshot, SensorSource } from '../types.ts';
import type { AskHelper } from './gatt.ts';

/** What a link needs of the station's one radio. */
export interface LinkAir {
  readonly ask: AskHelper;
  /** Settles when the sensor was heard just now and can be connected. */
  heard(id: string, signal: AbortSignal): Promise<void>;
  /** An attempt used up what was heard: the next one waits until the sensor is heard again. */
  connected(id: string): void;
  /** Connecting is one at a time: adapters have one slot for it. */
  readonly turn: Queue;
}

export interface LinkOptions {
  readonly id: string;
  readonly name: () => string;
  readonly driver: SensorDriver;
  readonly rate_hz: number;
  readonly air: LinkAir;
  readonly clock: Clock;
  readonly log: (message: string) => void;
  readonly onChange: () => void;
  readonly onEnd: () => void;
}

export interface Link {
  readonly source: SensorSource;
  snapshot(): LinkSnapshot;
  notified(characteristic: string, bytes: Uint8Array, arrival_s: number): void;
  /** The connection is gone, whoever ended it. */
  gone(reason: string): void;
  heardAt(rssi_dbm: number): void;
  identify(): Promise<BluetoothResult>;
  setRate(rate_hz: number): Promise<BluetoothResult>;
}
