import type { EventEmitter } from 'node:events';

/**
 * What both noble packages have in common and this house uses, in their callback form: the promise
 * forms differ between the two, and on a link that is lost they stay unsettled in more cases.
 */
export interface NobleLike extends EventEmitter {
  startScanning(services: readonly string[], duplicates: boolean, done: (error?: unknown) => void): void;
  stopScanning(done?: () => void): void;
  /** @stoprocent only. */
  stop?(): void;
}

export interface PeripheralLike extends EventEmitter {
  readonly id: string;
  readonly advertisement: {
    readonly localName?: string;
    readonly serviceUuids?: readonly string[];
    readonly manufacturerData?: Buffer;
  };
  readonly rssi: number;
  state: string;
  services: readonly ServiceLike[] | null;
  connect(options: object | undefined, done: (error?: unknown) => void): void;
  cancelConnect(): void;
  disconnect(done: () => void): void;
  discoverServices(uuids: readonly string[], done: (error: unknown, services: ServiceLike[]) => void): void;
  updateRssi(done: (error: unknown, rssi: number) => void): void;
}

export interface ServiceLike extends EventEmitter {
  readonly uuid: string;
  readonly characteristics: readonly CharacteristicLike[] | null;
  discoverCharacteristics(
    uuids: readonly string[],
    done: (error: unknown, characteristics: CharacteristicLike[]) => void,
  ): void;
}

export interface CharacteristicLike extends EventEmitter {
  readonly uuid: string;
  readonly properties: readonly string[];
  read(done: (error: unknown, data: Buffer) => void): void;
  write(data: Buffer, withoutResponse: boolean, done: (error?: unknown) => void): void;
  subscribe(done: (error?: unknown) => void): void;
}
