import { concat, startsWith } from '../common/bytes.ts';
import { MEASUREMENT, type Measurement, type PolarSettings, readSettings } from './control.ts';

/** What Polar's control point says: answers to commands, and the features a read of it lists. */
const ANSWER = 0xf0;
const FEATURES = 0x0f;
const HEADER_BYTES = 5;

export interface PolarAnswer {
  readonly operation: number;
  readonly measurement: number;
  readonly status: number;
  readonly settings: PolarSettings;
}

/** Collects one answer, which may go on in further indications of `[more][bytes]`. */
export function createAnswerReader(operation: number, measurement: Measurement) {
  let whole: Uint8Array | null = null;
  let more = false;

  return {
    /** True when the answer is complete. */
    push(indication: Uint8Array): boolean {
      if (!more) {
        if (!startsWith(indication, ANSWER, operation, measurement) || indication.length < 4) return false;
        whole = indication.slice();
        more = (indication[4] ?? 0) !== 0;
      } else if (whole !== null) {
        whole = concat(whole, indication.subarray(1));
        more = (indication[0] ?? 0) !== 0;
      }
      return !more;
    },
    answer(): PolarAnswer | null {
      if (whole === null || more) return null;
      const settings = readSettings(whole.subarray(HEADER_BYTES));
      return { operation, measurement, status: whole[3] ?? 0, settings };
    },
  };
}

export interface Features {
  readonly accel: boolean;
  readonly gyro: boolean;
  readonly sdkMode: boolean;
}

/** What a read of the control point says the sensor can measure; null when it says something else. */
export function readFeatures(bytes: Uint8Array): Features | null {
  if (!startsWith(bytes, FEATURES) || bytes.length < 3) return null;
  const bit = (n: number): boolean => (((bytes[1 + (n >> 3)] ?? 0) >> (n & 7)) & 1) === 1;
  return { accel: bit(MEASUREMENT.accel), gyro: bit(MEASUREMENT.gyro), sdkMode: bit(MEASUREMENT.sdkMode) };
}
