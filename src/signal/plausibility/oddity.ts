import type { AxisReading } from './axis-readings.ts';

/** What a signal cannot be, or what is odd about it. The words for it are in src/words. */
export type Oddity =
  /** At rest it does not read 1 g, because the numbers have another unit; null when no unit fits. */
  | { readonly kind: 'accel-unit'; readonly at_rest_g: number; readonly unit: AccelUnit | null }
  /** Gravity was taken out of the acceleration before it came here. */
  | { readonly kind: 'gravity-removed'; readonly at_rest_g: number }
  /** The time column cannot be right; its numbers are `factor` times as large as they should be, null when nothing fits. */
  | { readonly kind: 'time'; readonly step_s: number; readonly factor: number | null }
  /** At rest it reads a little more or less than 1 g: by its offset, which does no harm, or by its scale, which does. */
  | { readonly kind: 'accel-scale'; readonly at_rest_g: number }
  /** The gyroscope agrees with gravity only when its axes are read like this: they are. */
  | { readonly kind: 'gyro-turned'; readonly reading: AxisReading }
  /** The gyroscope gives one and the same number while the sensor moves: it is not used. */
  | { readonly kind: 'gyro-dead' }
  /** The gyroscope reads so many times too much, null when nothing fits: it is not used. */
  | { readonly kind: 'gyro-scale'; readonly times: number | null }
  /** What it says of the little that the bar turned does not agree with gravity: it may be off by this share of what it reads. */
  | { readonly kind: 'gyro-unsure'; readonly share: number };

/** The unit that fits; `g-as-mps2`: numbers in g that were called m/s2; counts: so many to 1 g. */
export type AccelUnit =
  | { readonly name: 'mps2' | 'g-as-mps2' | 'mg' | 'mg-as-mps2' }
  | { readonly name: 'counts'; readonly per_g: number };

const USELESS_GYRO: readonly Oddity['kind'][] = ['gyro-dead', 'gyro-scale'];
const HOPELESS: readonly Oddity['kind'][] = ['accel-unit', 'gravity-removed', 'time'];

/** No number can be told from such a signal. */
export const isHopeless = ({ kind }: Oddity): boolean => HOPELESS.includes(kind);

/** The recording is worth no more than its three axes of acceleration. */
export const isGyroUseless = (oddities: readonly Oddity[]): boolean =>
  oddities.some(({ kind }) => USELESS_GYRO.includes(kind));

/** By which share of its readings the gyroscope may be off; null where nothing speaks against it. */
export function gyroShareOf(oddities: readonly Oddity[]): number | null {
  for (const oddity of oddities) if (oddity.kind === 'gyro-unsure') return oddity.share;
  return null;
}

/** How the gyroscope's axes are to be read; null: as they are. */
export function readingOf(oddities: readonly Oddity[]): AxisReading | null {
  for (const oddity of oddities) if (oddity.kind === 'gyro-turned') return oddity.reading;
  return null;
}
