import type { Feed } from './feeds.ts';
import { createGattPeripheral, type GattPeripheral } from './gatt-server.ts';
import { createWitMotionDevice, WITMOTION, type WitMotionDevice } from './witmotion-device.ts';

/** ATT: write not permitted. */
const REFUSED = 0x03;

export interface WitMotionOptions {
  readonly name?: string;
  readonly address?: string;
  readonly feed: Feed;
  /** Frames a notification; default as the real one. A function draws it anew each time. */
  readonly burst?: () => number;
  /** Battery, V. */
  readonly battery_v?: number;
}

export interface WitMotionPeripheral extends GattPeripheral, Omit<WitMotionDevice, 'command' | 'subscribed'> {
  /** Refuse the next writes with an ATT error. */
  refuseWrites: boolean;
}

/** A WitMotion WT901BLE on the virtual air. */
export function createWitMotion(options: WitMotionOptions): WitMotionPeripheral {
  const device = createWitMotionDevice({
    ...options,
    longest: () => (peripheral.link?.mtu ?? 23) - 3,
    notify: (bytes) => void peripheral.notify(WITMOTION.notify, bytes),
  });
  const command = (bytes: Buffer) => {
    if (peripheral.refuseWrites) return REFUSED;
    device.command(bytes);
    return 0;
  };
  const gatt = createGattPeripheral({
    name: options.name ?? 'WT901BLE67',
    address: options.address ?? 'c0:00:00:00:00:01',
    services: [
      {
        uuid: WITMOTION.service,
        characteristics: [
          { uuid: WITMOTION.notify, notify: true },
          { uuid: WITMOTION.write, write: command },
        ],
      },
    ],
    onSubscribe: (_, on) => device.subscribed(on),
  });
  const peripheral: WitMotionPeripheral = Object.defineProperties(gatt as WitMotionPeripheral, {
    sent: { get: () => device.sent },
    writes: { value: device.writes },
    battery_v: {
      get: () => device.battery_v,
      set: (volt: number) => {
        device.battery_v = volt;
      },
    },
    silent: {
      get: () => device.silent,
      set: (silent: boolean) => {
        device.silent = silent;
      },
    },
    refuseWrites: { value: false, writable: true },
  });
  return peripheral;
}
