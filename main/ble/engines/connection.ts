import { words } from '../../../src/words/index.ts';
import { EngineError, type GattCharacteristic } from './engine.ts';
import type { CharacteristicLike, PeripheralLike, ServiceLike } from './noble-like.ts';
import { plainUuid, sameUuid } from './uuid.ts';

/** One connection's operations. All of them fail at once when the connection ends. */
export interface Connection {
  discover(services: readonly string[], timeout_ms: number): Promise<GattCharacteristic[]>;
  subscribe(uuid: string, timeout_ms: number): Promise<void>;
  read(uuid: string, timeout_ms: number): Promise<Uint8Array>;
  write(uuid: string, bytes: Uint8Array, response: boolean, timeout_ms: number): Promise<void>;
  rssi(timeout_ms: number): Promise<number>;
  /** Fails what is under way and takes every listener off noble's objects. */
  end(reason: string): void;
}

type Done<T> = (error: unknown, value: T) => void;

/** Settles with the callback, the time-out or the end of the connection, whichever comes first. */
export function settleWithin<T>(
  what: string,
  timeout_ms: number,
  failures: Set<(error: EngineError) => void>,
  start: (done: Done<T>) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      failures.delete(fail);
    };
    const fail = (error: EngineError) => {
      leave();
      reject(error);
    };
    const timer = setTimeout(
      () => fail(new EngineError('timeout', words.link.noAnswer(what, timeout_ms))),
      timeout_ms,
    );
    failures.add(fail);
    try {
      start((error, value) => {
        if (error) return fail(new EngineError('refused', words.link.refused(what, messageOf(error))));
        leave();
        resolve(value);
      });
    } catch (error) {
      // noble throws where it lost its own tables (a characteristic of an earlier connection)
      fail(new EngineError('refused', words.link.refused(what, messageOf(error))));
    }
  });
}

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export function createConnection(
  peripheral: PeripheralLike,
  onNotified: (characteristic: string, bytes: Uint8Array) => void,
): Connection {
  const failures = new Set<(error: EngineError) => void>();
  const subscribed = new Set<CharacteristicLike>();
  let found: CharacteristicLike[] = [];
  let ended: string | null = null;

  const run = <T>(what: string, timeout_ms: number, start: (done: Done<T>) => void) =>
    ended === null
      ? settleWithin(what, timeout_ms, failures, start)
      : Promise.reject(new EngineError('gone', ended));

  const named = (uuid: string): CharacteristicLike => {
    const characteristic = found.find((each) => sameUuid(each.uuid, uuid));
    if (!characteristic) throw new EngineError('not-found', words.link.noCharacteristic(uuid));
    return characteristic;
  };

  return {
    async discover(services, timeout_ms) {
      found = [];
      const all = await run<ServiceLike[]>(words.link.steps.services, timeout_ms, (done) =>
        peripheral.discoverServices([], done),
      );
      const listed: GattCharacteristic[] = [];
      for (const service of all) {
        if (!services.some((wanted) => sameUuid(wanted, service.uuid))) continue;
        const characteristics = await run<CharacteristicLike[]>(
          words.link.steps.characteristics,
          timeout_ms,
          (done) => service.discoverCharacteristics([], done),
        );
        for (const characteristic of characteristics) {
          found.push(characteristic);
          listed.push({
            service: plainUuid(service.uuid),
            uuid: plainUuid(characteristic.uuid),
            notifies: characteristic.properties.some((each) => each === 'notify' || each === 'indicate'),
          });
        }
      }
      return listed;
    },
    async subscribe(uuid, timeout_ms) {
      const characteristic = named(uuid);
      if (!subscribed.has(characteristic)) {
        subscribed.add(characteristic);
        const plain = plainUuid(characteristic.uuid);
        characteristic.on('data', (data: Buffer, isNotification: boolean) => {
          if (isNotification && ended === null) onNotified(plain, data);
        });
      }
      await run<void>(words.link.steps.subscribing, timeout_ms, (done) =>
        characteristic.subscribe((error) => done(error, undefined)),
      );
    },
    async read(uuid, timeout_ms) {
      const characteristic = named(uuid);
      return run<Uint8Array>(words.link.steps.reading, timeout_ms, (done) => characteristic.read(done));
    },
    async write(uuid, bytes, response, timeout_ms) {
      const characteristic = named(uuid);
      try {
        await run<void>(words.link.steps.writing, timeout_ms, (done) =>
          characteristic.write(Buffer.from(bytes), !response, (error) => done(error, undefined)),
        );
      } finally {
        // a refused write never answers in either package: its listener must not catch the next one's
        characteristic.removeAllListeners('write');
      }
    },
    rssi: (timeout_ms) =>
      run<number>(words.link.steps.strength, timeout_ms, (done) => peripheral.updateRssi(done)),
    end(reason) {
      if (ended !== null) return;
      ended = reason;
      for (const fail of [...failures]) fail(new EngineError('gone', reason));
      // stale `once` listeners of an interrupted discovery swallow the answers of the next one
      peripheral.removeAllListeners('servicesDiscover');
      peripheral.removeAllListeners('rssiUpdate');
      for (const service of peripheral.services ?? []) {
        service.removeAllListeners('characteristicsDiscover');
        for (const characteristic of service.characteristics ?? []) characteristic.removeAllListeners();
      }
    },
  };
}
