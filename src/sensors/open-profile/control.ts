import { words } from '../../words/index.ts';
import { viewOf } from '../common/bytes.ts';
import { GYRO_SCALE_UNIT_DPS } from './layout.ts';

/** How an open-profile sensor describes itself and is commanded: docs/sensor-profile.md, sections 4 and 5. */

export const FEATURE = { gyro: 0x01, identify: 0x02 } as const;

export interface Description {
  readonly version: number;
  readonly gyro: boolean;
  readonly identify: boolean;
  /** Widest full scales the sensor offers. */
  readonly accel_range_g: number;
  readonly gyro_range_dps: number;
  /** Longest that a sample waits in the sensor before it is sent. */
  readonly delay_ms: number;
  readonly rates_hz: readonly number[];
}

/** What the description characteristic says; null when it is too short to be one. */
export function readDescription(bytes: Uint8Array): Description | null {
  if (bytes.length < 7) return null;
  const view = viewOf(bytes);
  const features = view.getUint8(1);
  const count = view.getUint8(6);
  if (bytes.length < 7 + 2 * count) return null;
  const rates_hz = Array.from({ length: count }, (_, i) => view.getUint16(7 + 2 * i, true));
  return {
    version: view.getUint8(0),
    gyro: (features & FEATURE.gyro) !== 0,
    identify: (features & FEATURE.identify) !== 0,
    accel_range_g: view.getUint8(2),
    gyro_range_dps: view.getUint8(3) * GYRO_SCALE_UNIT_DPS,
    delay_ms: view.getUint16(4, true),
    rates_hz: rates_hz.filter((rate) => rate > 0),
  };
}

export const COMMAND = { start: 0x01, stop: 0x02, identify: 0x03 } as const;
const ANSWER_BIT = 0x80;

const { drivers } = words;
/** Answers by their status byte, which is 0 for "done", in words for the Sensors screen. */
const STATUS_WORDS: readonly string[] = [
  '',
  drivers.openProfile.unknownCommand,
  drivers.openProfile.notOffered,
  drivers.openProfile.busy,
  drivers.openProfile.chipSilent,
  drivers.openProfile.batteryLow,
  drivers.fewBytes,
];
export const controlStatusWords = (status: number): string => STATUS_WORDS[status] ?? drivers.status(status);

export interface StreamSettings {
  readonly rate_hz: number;
  readonly accel_range_g: number;
  readonly gyro_range_dps: number;
}

export interface ControlAnswer {
  readonly command: number;
  readonly tag: number;
  readonly status: number;
  /** Start only: what was really set. */
  readonly settings: StreamSettings | null;
}

export function readAnswer(bytes: Uint8Array): ControlAnswer | null {
  if (bytes.length < 3) return null;
  const view = viewOf(bytes);
  const kind = view.getUint8(0);
  if ((kind & ANSWER_BIT) === 0) return null;
  const command = kind & ~ANSWER_BIT;
  const settings = command === COMMAND.start && bytes.length >= 7 ? settingsAt(view, 3) : null;
  return { command, tag: view.getUint8(1), status: view.getUint8(2), settings };
}

function settingsAt(view: DataView, at: number): StreamSettings {
  return {
    rate_hz: view.getUint16(at, true),
    accel_range_g: view.getUint8(at + 2),
    gyro_range_dps: view.getUint8(at + 3) * GYRO_SCALE_UNIT_DPS,
  };
}

export interface ControlCommand {
  readonly command: number;
  readonly tag: number;
  readonly settings: StreamSettings | null;
  readonly seconds: number;
}

/** The sensor's side: what a station wrote; null when it is no command. */
export function readCommand(bytes: Uint8Array): ControlCommand | null {
  const [command, tag, seconds = 0] = bytes;
  if (command === undefined || tag === undefined) return null;
  if (command === COMMAND.start && bytes.length < 6) return null;
  const settings = command === COMMAND.start ? settingsAt(viewOf(bytes), 2) : null;
  return { command, tag, settings, seconds: command === COMMAND.identify ? seconds : 0 };
}
