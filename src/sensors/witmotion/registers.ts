/**
 * WitMotion's registers, written as `FF AA register low high`. A write counts only within about
 * ten seconds of the unlock, and the firmware says nothing when it ignored one: read back.
 * Sources: RGu0/WT901 docs/protocol.md and tests/test_commands.py (MIT), vendor manual.
 */
export const REGISTER = {
  rate: 0x03,
  bandwidth: 0x1f,
  axes: 0x24,
  battery: 0x64,
  content: 0x96,
} as const;

export function writeRegister(register: number, value: number): Uint8Array {
  return Uint8Array.of(0xff, 0xaa, register, value & 0xff, (value >> 8) & 0xff);
}

export const UNLOCK = Uint8Array.of(0xff, 0xaa, 0x69, 0x88, 0xb5);
export const readRegister = (register: number): Uint8Array => writeRegister(0x27, register);

/** Fusion without magnetometer: iron plates bend the earth's field. Our own attitude uses neither, but its angle is then sane. */
export const SIX_AXES = 1;
/** `55 61` carries acceleration, angular rate and angle; other contents use the same frame type. */
export const CONTENT_MOTION = 0;

/** Rate register: Hz -> code. Slower codes exist (0.2-5 Hz) and are of no use on a bar. */
const RATE_CODES = new Map([
  [10, 0x06],
  [20, 0x07],
  [50, 0x08],
  [100, 0x09],
  [200, 0x0b],
]);
export const WITMOTION_RATES_HZ: readonly number[] = [...RATE_CODES.keys()];

export const rateCode = (rate_hz: number): number => RATE_CODES.get(rate_hz) ?? 0x09;

/** Hz that a code read back stands for; null for a code this family does not define. */
export function rateOfCode(code: number): number | null {
  for (const [rate_hz, known] of RATE_CODES) if (known === code) return rate_hz;
  return [0.2, 0.5, 1, 2, 5][code - 1] ?? null;
}

/** Low-pass filter inside the sensor: register value -> corner frequency, Hz. */
export const BANDWIDTH = { hz256: 0x00, hz188: 0x01 } as const;
const BANDWIDTH_HZ: readonly number[] = [256, 188, 98, 42, 20, 10, 5];
export const bandwidthHz = (code: number): number | null => BANDWIDTH_HZ[code] ?? null;

/** Cell voltage (hundredths of a volt) -> charge, the vendor app's steps. */
const BATTERY_STEPS: readonly (readonly [number, number])[] = [
  [396, 100],
  [393, 90],
  [387, 75],
  [382, 60],
  [379, 50],
  [377, 40],
  [373, 30],
  [370, 20],
  [368, 15],
  [350, 10],
  [340, 5],
];

/** Charge in percent; null while the register reads 0, as it does for half a second after a save. */
export function batteryPercent(centivolts: number): number | null {
  if (centivolts <= 0) return null;
  return BATTERY_STEPS.find(([least]) => centivolts >= least)?.[1] ?? 0;
}
