import { viewOf } from '../common/bytes.ts';
import { ACCEL, GYRO } from './commands.ts';

/** MetaMotion's samples: `[module][register]`, then one or three int16 triplets. No time, no counter. */
const HEADER_BYTES = 2;
const SAMPLE_BYTES = 6;

/** Data registers; configuration and answers of the same modules have others. */
const ACCEL_REGISTERS = [0x04, 0x05, 0x1c];
const GYRO_REGISTERS = [0x04, 0x05, 0x07];

export interface MotionData {
  readonly quantity: 'accel' | 'gyro';
  /** Interleaved x, y, z in sensor counts. */
  readonly counts: Float64Array;
}

/** null for a notification that holds no samples; `torn` for one whose length does not fit. */
export function readMotionData(bytes: Uint8Array): MotionData | 'torn' | null {
  const [module, register = 0] = bytes;
  const isAccel = module === ACCEL && ACCEL_REGISTERS.includes(register);
  const isGyro = module === GYRO && GYRO_REGISTERS.includes(register);
  if (!isAccel && !isGyro) return null;
  const samples = (bytes.length - HEADER_BYTES) / SAMPLE_BYTES;
  if (samples !== 1 && samples !== 3) return 'torn';
  const view = viewOf(bytes);
  const counts = Float64Array.from({ length: 3 * samples }, (_, i) =>
    view.getInt16(HEADER_BYTES + 2 * i, true),
  );
  return { quantity: isAccel ? 'accel' : 'gyro', counts };
}

const FULL_SCALE = 32_768;
/** Both chips: 16.4 counts per deg/s at 2000 deg/s, twice as many at each narrower range (Bosch data sheets). */
const GYRO_COUNTS_AT_2000 = 16.4;

export const gPerCount = (range_g: number): number => range_g / FULL_SCALE;
export const dpsPerCount = (range_dps: number): number => range_dps / 2_000 / GYRO_COUNTS_AT_2000;
