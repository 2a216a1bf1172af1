import { words } from '../../words/index.ts';
import { concat, viewOf } from '../common/bytes.ts';

/**
 * Polar's measurement control point (PMD): commands, answers and the type-length-value settings in them.
 * Facts from Polar's technical documentation (online_measurement.pdf) and the tests of polar-ble-sdk; no
 * code of theirs is here.
 */
export const MEASUREMENT = { accel: 2, gyro: 5, sdkMode: 9 } as const;
export type Measurement = (typeof MEASUREMENT)[keyof typeof MEASUREMENT];
export const OPERATION = { settings: 1, start: 2, stop: 3, sdkSettings: 4 } as const;

export const STATUS = { done: 0, alreadyInState: 6 } as const;
/** Answers other than "done" in words for the Pair screen. */
const STATUS_WORDS = new Map([
  [10, words.drivers.fewBytes],
  [12, words.drivers.polar.wrongState],
  [13, words.drivers.polar.inCharger],
]);
export const polarStatusWords = (status: number): string =>
  STATUS_WORDS.get(status) ?? words.drivers.status(status);

const SETTING = { rate: 0, resolution: 1, range: 2, channels: 4, factor: 5 } as const;
/** Bytes of one value, by setting id; what is not here ends the reading. */
const VALUE_BYTES: readonly (number | undefined)[] = [2, 2, 2, 4, 1, 4];

/** Setting id -> values offered or confirmed, in the sensor's order. */
export type PolarSettings = ReadonlyMap<number, readonly number[]>;

export function readSettings(bytes: Uint8Array): PolarSettings {
  const view = viewOf(bytes);
  const settings = new Map<number, readonly number[]>();
  let at = 0;
  while (at + 2 <= bytes.length) {
    const id = view.getUint8(at);
    const count = view.getUint8(at + 1);
    const size = VALUE_BYTES[id];
    if (size === undefined || at + 2 + count * size > bytes.length) break;
    settings.set(
      id,
      Array.from({ length: count }, (_, i) => valueAt(view, at + 2 + i * size, id, size)),
    );
    at += 2 + count * size;
  }
  return settings;
}

function valueAt(view: DataView, at: number, id: number, size: number): number {
  if (id === SETTING.factor) return view.getFloat32(at, true);
  if (size === 1) return view.getUint8(at);
  return size === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
}

export interface Choice {
  readonly rate_hz: number;
  readonly range: number;
}

/** Offered rates and ranges of a settings answer. */
export const ratesOf = (offered: PolarSettings): readonly number[] => offered.get(SETTING.rate) ?? [];
export const rangesOf = (offered: PolarSettings): readonly number[] => offered.get(SETTING.range) ?? [];

/** What a raw unit of the stream stands for; 1 when the sensor does not say, or says nonsense. */
export function factorOf(confirmed: PolarSettings): number {
  const factor = confirmed.get(SETTING.factor)?.[0] ?? 1;
  return factor > 0 && factor < 1_000 ? factor : 1;
}

export const command = (operation: number, measurement: Measurement): Uint8Array =>
  Uint8Array.of(operation, measurement);

/**
 * The start command repeats what was offered, setting by setting, with one value each. Why: the Verity Sense wants
 * a channels setting and the H10 must not have one; the offer says which.
 */
export function polarStartCommand(
  measurement: Measurement,
  offered: PolarSettings,
  choice: Choice,
): Uint8Array {
  const parts = [command(OPERATION.start, measurement)];
  for (const [id, values] of offered) {
    const size = VALUE_BYTES[id];
    if (id === SETTING.factor || size === undefined || values.length === 0) continue;
    const wished = id === SETTING.rate ? choice.rate_hz : id === SETTING.range ? choice.range : null;
    const value = wished ?? Math.max(...values);
    const bytes = new Uint8Array(2 + size);
    bytes.set([id, 1]);
    for (let i = 0; i < size; i++) bytes[2 + i] = (value / 2 ** (8 * i)) & 0xff;
    parts.push(bytes);
  }
  return concat(...parts);
}
