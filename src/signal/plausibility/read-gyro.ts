import type { Frame } from '../frame.ts';
import type { AxisReading } from './axis-readings.ts';

/** Angular rates as they should have been read, in place. */
export function readRates(rates: Float64Array, { matrix: m }: AxisReading): void {
  for (let j = 0; j < rates.length; j += 3) {
    const x = rates[j] as number;
    const y = rates[j + 1] as number;
    const z = rates[j + 2] as number;
    for (let row = 0; row < 3; row++)
      rates[j + row] =
        (m[3 * row] as number) * x + (m[3 * row + 1] as number) * y + (m[3 * row + 2] as number) * z;
  }
}

/** The same for one frame. */
export function readFrame(f: Frame, { matrix: m }: AxisReading): void {
  const { gx, gy, gz } = f;
  f.gx = (m[0] as number) * gx + (m[1] as number) * gy + (m[2] as number) * gz;
  f.gy = (m[3] as number) * gx + (m[4] as number) * gy + (m[5] as number) * gz;
  f.gz = (m[6] as number) * gx + (m[7] as number) * gy + (m[8] as number) * gz;
}
