import { fromHex } from '../common/bytes.ts';

/**
 * MbientLab MetaMotion's commands: `[module][register][data]`; a register with bit 7 set is read.
 * Sources: the byte strings of MetaWear-SDK-Cpp's tests (facts only, no code), docs.mbientlab.com; the
 * BMI270's gyroscope register by Bosch's data sheet, laid out like the accelerometer's that the tests show.
 */

/** The accelerometer's module. */
export const ACCEL = 0x03;
/** The gyroscope's module. */
export const GYRO = 0x13;
/** Register of rate and range, in either module. */
const CONFIG = 0x03;
/** The bit that makes a register's command a question. */
const READ = 0x80;

/** Range the accelerometer is set to, g: its widest, because landing plates clip a narrower one. */
export const METAMOTION_ACCEL_RANGE_G = 16;
/** Range the gyroscope is set to, deg/s: its widest, because a sleeve that spins must not clip. */
export const METAMOTION_GYRO_RANGE_DPS = 2_000;

/** What the two chips do differently. */
export interface MotionChip {
  readonly name: string;
  /** Answer to the module question, acceleration and angular rate. */
  readonly accelKind: number;
  readonly gyroKind: number;
  /** Rate -> configuration byte (output rate, filter, performance); range bytes for 16 g and 2000 deg/s. */
  readonly rateBytes: ReadonlyMap<number, number>;
  readonly accelRange: number;
  readonly gyroRange: number;
  /** Registers that carry three samples a notification. */
  readonly accelPacked: number;
  readonly gyroPacked: number;
}

export const MOTION_CHIPS: readonly MotionChip[] = [
  {
    name: 'BMI160',
    accelKind: 1,
    gyroKind: 0,
    rateBytes: new Map([
      [50, 0x27],
      [100, 0x28],
    ]),
    accelRange: 0x0c,
    gyroRange: 0x00,
    accelPacked: 0x1c,
    gyroPacked: 0x07,
  },
  {
    name: 'BMI270',
    accelKind: 4,
    gyroKind: 1,
    rateBytes: new Map([
      [50, 0xa7],
      [100, 0xa8],
    ]),
    accelRange: 0x03,
    gyroRange: 0x00,
    accelPacked: 0x05,
    gyroPacked: 0x05,
  },
];

/** The vendor does not intend more than 100 Hz of both quantities over the air. */
export const METAMOTION_RATES_HZ: readonly number[] = [50, 100];

export const askModule = (module: number): Uint8Array => Uint8Array.of(module, READ);
export const askConfig = (module: number): Uint8Array => Uint8Array.of(module, CONFIG | READ);
/** Reads the battery's state: register 12 of the settings module. */
export const ASK_BATTERY = Uint8Array.of(0x11, 0x8c);

/** Rate and range of one module, as written and as read back. */
export function configOf(chip: MotionChip, module: number, rate_hz: number): readonly [number, number] {
  const rate = chip.rateBytes.get(rate_hz) ?? 0x28;
  return [rate, module === ACCEL ? chip.accelRange : chip.gyroRange];
}

export function startCommands(chip: MotionChip, rate_hz: number, gyro: boolean): readonly Uint8Array[] {
  const modules = gyro ? [ACCEL, GYRO] : [ACCEL];
  const packed = (module: number): number => (module === ACCEL ? chip.accelPacked : chip.gyroPacked);
  const each = (bytes: (module: number) => readonly number[]): Uint8Array[] =>
    modules.map((module) => Uint8Array.from(bytes(module)));
  return [
    ...each((module) => [module, CONFIG, ...configOf(chip, module, rate_hz)]),
    ...each((module) => [module, packed(module), 1]),
    ...each((module) => [module, 0x02, 0x01, 0x00]),
    // Last and together, so that both streams begin in the same connection event.
    ...each((module) => [module, 0x01, 0x01]),
  ];
}

/**
 * Everything that could still be sending from a session before: both chips' streams and sensor fusion
 * keep running when the link is lost (node-metawear issue 46).
 */
export const STOP_COMMANDS: readonly Uint8Array[] = [
  '03 01 00',
  '13 01 00',
  '19 01 00',
  '03 02 00 01',
  '13 02 00 01',
  '19 03 00 7f',
  '03 04 00',
  '03 1c 00',
  '03 05 00',
  '13 05 00',
  '13 07 00',
  '13 04 00',
  '19 07 00',
  '19 0a 00',
].map(fromHex);

/** Asks for a connection interval of 7.5-15 ms, no latency, 4 s time-out: three samples come every 30 ms. */
export const FAST_LINK = fromHex('11 09 06 00 0c 00 00 00 90 01');

/** Green, 50 ms in every 500, ten times; then play. */
export const BLINK: readonly Uint8Array[] = [
  fromHex('02 03 00 02 1f 00 00 00 32 00 00 00 f4 01 00 00 0a'),
  fromHex('02 01 01'),
];
