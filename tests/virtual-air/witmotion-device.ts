import type { Feed } from './feeds.ts';
import { word } from './hci.ts';

/** UUIDs and commands as in the WitMotion BLE 5.0 protocol and the MIT-licensed driver RGu0/WT901. */
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
  version: 0x2e,
  temperature: 0x40,
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
const DEFAULT_RATE_HZ = 10;
const FRAME_BYTES = 20;
/** 4 frames a notification at 100 Hz, 8 at 200 Hz: one notification every 40 ms. */
const NOTIFICATION_S = 0.04;

export interface WitMotionDeviceOptions {
  readonly feed: Feed;
  /** Frames a notification; default as the real one. A function draws it anew each time. */
  readonly burst?: () => number;
  /** Battery, V. */
  readonly battery_v?: number;
  /** Longest notification that fits now, bytes. */
  readonly longest: () => number;
  readonly notify: (bytes: Buffer) => void;
}

export interface WitMotionDevice {
  /** Frames measured since power-on, whoever listened. */
  readonly sent: number;
  /** Register writes that took effect, as [register, value]. */
  readonly writes: readonly (readonly [number, number])[];
  battery_v: number;
  /** Subscribed to, but nothing comes. */
  silent: boolean;
  command(bytes: Buffer): void;
  subscribed(on: boolean): void;
}

/** What a WitMotion WT901BLE does, whatever carries its bytes: registers behind a lock, a stream while somebody listens. */
export function createWitMotionDevice(options: WitMotionDeviceOptions): WitMotionDevice {
  const registers = new Map<number, number>([
    [REGISTER.rate, 6],
    [REGISTER.bandwidth, 4],
    [REGISTER.axis6, 0],
    [REGISTER.temperature, 2500],
    [REGISTER.version, 0x1234],
  ]);
  const writes: (readonly [number, number])[] = [];
  let unlockedUntil_ms = 0;
  let timer: NodeJS.Timeout | null = null;
  let sent = 0;
  let start_ms = 0;
  let index = 0;

  const rate_hz = () => RATES_HZ[registers.get(REGISTER.rate) ?? 0] ?? DEFAULT_RATE_HZ;
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
        if (!device.silent) stream(frames);
        index += frames;
        step(framesEach());
      },
      Math.max(0, due_ms - performance.now()),
    );
  };
  const stream = (frames: number) => {
    const bytes = Buffer.concat(Array.from({ length: frames }, () => frameOf(options.feed(sent++))));
    const longest = Math.max(1, Math.floor(options.longest() / FRAME_BYTES)) * FRAME_BYTES;
    for (let at = 0; at < bytes.length; at += longest) options.notify(bytes.subarray(at, at + longest));
  };
  const stored = (register: number) =>
    register === REGISTER.battery ? Math.round(device.battery_v * 100) : (registers.get(register) ?? 0);
  const reply = (register: number) => {
    const words = Array.from({ length: 8 }, (_, offset) => word(stored(register + offset)));
    options.notify(Buffer.concat([Buffer.from([0x55, 0x71]), word(register), ...words]));
  };

  const device: WitMotionDevice = {
    get sent() {
      return sent;
    },
    writes,
    battery_v: options.battery_v ?? 3.97,
    silent: false,
    command(bytes) {
      if (bytes.length < 5 || bytes[0] !== 0xff || bytes[1] !== 0xaa) return;
      const register = bytes[2] ?? 0;
      const argument = bytes.readUInt16LE(3);
      if (register === REGISTER.read) reply(argument & 0xff);
      else if (register === REGISTER.key) {
        if (argument === UNLOCK) unlockedUntil_ms = performance.now() + UNLOCKED_MS;
      } else if (performance.now() < unlockedUntil_ms) {
        // a locked sensor ignores the write without a word
        writes.push([register, argument]);
        if (register !== REGISTER.save) registers.set(register, argument);
        if (register === REGISTER.rate && timer !== null) restart();
      }
    },
    subscribed: (on) => (on ? restart() : stop()),
  };
  return device;
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
