import type { Feed } from './feeds.ts';
import { createGattPeripheral, type GattPeripheral } from './gatt-server.ts';
import { word } from './hci.ts';

/** Wire facts: sensors.md section 1. */
export const WITMOTION = {
  service: '0000ffe500001000800000805f9a34fb',
  notify: '0000ffe400001000800000805f9a34fb',
  write: '0000ffe900001000800000805f9a34fb',
} as const;

const REGISTER = {
  save: 0x00,
  rate: 0x03,
  bandwidth: 0x1f,
  axis6: 0x24,
  read: 0x27,
  battery: 0x64,
  key: 0x69,
} as const;
const UNLOCK = 0xb588;
const UNLOCKED_MS = 10_000;
const RATES_HZ: Readonly<Record<number, number>> = {
  1: 0.2,
  2: 0.5,
  3: 1,
  4: 2,
  5: 5,
  6: 10,
  7: 20,
  8: 50,
  9: 100,
  11: 200,
};
const FRAME_BYTES = 20;
/** 4 frames a notification at 100 Hz, 8 at 200 Hz: one notification every 40 ms. */
const NOTIFICATION_S = 0.04;
/** `WRITE NOT PERMITTED` */
export const REFUSED = 0x03;

export interface WitMotionOptions {
  readonly name?: string;
  readonly address?: string;
  readonly feed: Feed;
  /** Frames a notification; default as the real one. A function draws it anew each time. */
  readonly burst?: () => number;
  /** Battery, V. */
  readonly battery_v?: number;
}

export interface WitMotionPeripheral extends GattPeripheral {
  /** Frames handed to the radio since power-on, whoever listened. */
  readonly sent: number;
  /** Register writes that took effect, as [register, value]. */
  readonly writes: readonly (readonly [number, number])[];
  battery_v: number;
  /** Refuse the next writes with an ATT error. */
  refuseWrites: boolean;
  /** Connected and subscribed, but nothing comes. */
  silent: boolean;
}

/** A WitMotion WT901BLE: registers behind a lock, a stream that runs while somebody listens. */
export function createWitMotion(options: WitMotionOptions): WitMotionPeripheral {
  const registers = new Map<number, number>([
    [REGISTER.rate, 0x06],
    [REGISTER.bandwidth, 0x04],
    [REGISTER.axis6, 0x00],
    [0x40, 2500],
    [0x2e, 0x1234],
  ]);
  const writes: (readonly [number, number])[] = [];
  let unlockedUntil_ms = 0;
  let timer: NodeJS.Timeout | null = null;
  let sent = 0;
  let start_ms = 0;
  let index = 0;

  const rate_hz = () => RATES_HZ[registers.get(REGISTER.rate) ?? 0] ?? 10;
  const framesEach = () => options.burst?.() ?? Math.max(1, Math.round(rate_hz() * NOTIFICATION_S));

  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const restart = () => {
    stop();
    index = 0;
    start_ms = performance.now();
    step(framesEach());
  };
  const step = (frames: number) => {
    const due_ms = start_ms + ((index + frames) * 1000) / rate_hz();
    timer = setTimeout(
      () => {
        if (!peripheral.silent) stream(frames);
        index += frames;
        step(framesEach());
      },
      Math.max(0, due_ms - performance.now()),
    );
  };
  const stream = (frames: number) => {
    const bytes = Buffer.concat(Array.from({ length: frames }, () => frameOf(options.feed(sent++))));
    const longest = Math.floor(((peripheral.link?.mtu ?? 23) - 3) / FRAME_BYTES) * FRAME_BYTES || FRAME_BYTES;
    for (let at = 0; at < bytes.length; at += longest) {
      peripheral.notify(WITMOTION.notify, bytes.subarray(at, at + longest));
    }
  };

  const reply = (register: number) => {
    const words = Array.from({ length: 8 }, (_, offset) => word(stored(register + offset)));
    peripheral.notify(WITMOTION.notify, Buffer.concat([Buffer.from([0x55, 0x71]), word(register), ...words]));
  };
  const stored = (register: number) =>
    register === REGISTER.battery ? Math.round(peripheral.battery_v * 100) : (registers.get(register) ?? 0);

  const command = (value: Buffer): number => {
    if (peripheral.refuseWrites) return REFUSED;
    if (value.length < 5 || value[0] !== 0xff || value[1] !== 0xaa) return 0;
    const register = value[2] ?? 0;
    const argument = value.readUInt16LE(3);
    if (register === REGISTER.read) {
      reply(argument & 0xff);
    } else if (register === REGISTER.key) {
      if (argument === UNLOCK) unlockedUntil_ms = performance.now() + UNLOCKED_MS;
    } else if (performance.now() < unlockedUntil_ms) {
      // a locked sensor ignores the write without a word
      writes.push([register, argument]);
      if (register !== REGISTER.save) registers.set(register, argument);
      if (register === REGISTER.rate && timer !== null) restart();
    }
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
    onSubscribe: (_, on) => (on ? restart() : stop()),
  });
  const peripheral: WitMotionPeripheral = Object.defineProperties(gatt as WitMotionPeripheral, {
    sent: { get: () => sent },
    writes: { value: writes },
    battery_v: { value: options.battery_v ?? 3.97, writable: true },
    refuseWrites: { value: false, writable: true },
    silent: { value: false, writable: true },
  });
  return peripheral;
}

/** `55 61` and nine words: acceleration (16 g), angular rate (2000 deg/s), angles. */
function frameOf(words: readonly number[]): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES);
  frame[0] = 0x55;
  frame[1] = 0x61;
  for (let at = 0; at < 9; at++) {
    frame.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(words[at] ?? 0))), 2 + 2 * at);
  }
  return frame;
}
