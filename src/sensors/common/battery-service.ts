import type { GattPlan } from '../driver.ts';
import { read } from './gatt.ts';

/** The Bluetooth SIG's battery service: one byte, percent. */
export const BATTERY_SERVICE = '180f';
export const BATTERY_LEVEL = '2a19';

export function percentOf(level: Uint8Array | null): number | null {
  const percent = level?.[0];
  return percent === undefined || percent > 100 ? null : percent;
}

export function* readBatteryLevel(): GattPlan<number | null> {
  return percentOf(yield read(BATTERY_LEVEL));
}
