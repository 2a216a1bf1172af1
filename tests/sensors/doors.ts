import type { Decoded } from '../../src/sensors/driver.ts';
import { SAMPLES } from '../../src/sensors/open-profile/layout.ts';
import { PMD_DATA } from '../../src/sensors/polar/setup.ts';
import { vectors } from './vectors.ts';

/** Where a family's samples arrive, and how its packets begin, so that random bytes get past the door. */
export interface SensorDoor {
  readonly on: string;
  readonly heads: readonly (readonly number[])[];
  /** How the ids of its vectors begin. */
  readonly vectors: string;
}

const DOORS: Readonly<Record<string, SensorDoor>> = {
  witmotion: {
    on: '0000ffe400001000800000805f9a34fb',
    heads: [
      [0x55, 0x61],
      [0x55, 0x71],
    ],
    vectors: 'wit',
  },
  movesense: {
    on: '3480000271854d5db431630e7050e8f0',
    heads: [
      [2, 0x63],
      [3, 0x63],
      [1, 0x63],
    ],
    vectors: 'mvs',
  },
  'open-profile': {
    on: SAMPLES,
    heads: [
      [1, 1, 2, 16, 20, 16],
      [1, 0, 1, 8, 0, 16],
    ],
    vectors: 'none',
  },
  'polar-verity-sense': {
    on: PMD_DATA,
    heads: [2, 5].flatMap((t) => [0x80, 0x81].map((f) => [t, 0, 0, 0, 0, 1, 0, 0, 0, f])),
    vectors: 'polar',
  },
  'polar-oh1': { on: PMD_DATA, heads: [[2, 9, 0, 0, 0, 0, 0, 0, 0, 1]], vectors: 'polar' },
  'polar-h10': { on: PMD_DATA, heads: [[2, 9, 0, 0, 0, 0, 0, 0, 0, 2]], vectors: 'polar' },
  metamotion: {
    on: '326a900685cb9195d9dd464cfbbae75a',
    heads: [
      [3, 0x1c],
      [0x13, 7],
      [3, 5],
      [0x13, 5],
      [0x11, 0x8c],
    ],
    vectors: 'mm',
  },
  'movella-dot': { on: '15172003494711e98646d663bd873d93', heads: [[0, 0, 1, 0]], vectors: 'dot' },
};

/** More samples than any family packs into so many bytes (one bit a delta) would be allocation without bound. */
export const SAMPLES_PER_BYTE = 8 / 3;

export function doorOf(family: string): SensorDoor {
  const door = DOORS[family];
  if (!door) throw new Error(`no door for ${family}`);
  return door;
}

/** Documented notifications of a family; none of one without. */
export const realPackets = (family: string): readonly Uint8Array[] =>
  vectors.filter((v) => v.id.startsWith(doorOf(family).vectors)).map((v) => v.bytes);

const isCount = (n: number): boolean => Number.isInteger(n) && n >= 0;

/** Checks one answer against what a decoder promises; returns its number of samples. */
export function honest({ batch, battery_percent, lost, malformed }: Decoded, last: { t_s: number }): number {
  if (!isCount(lost) || !isCount(malformed)) throw new Error(`lost ${lost}, malformed ${malformed}`);
  if (battery_percent !== null && !(battery_percent >= 0 && battery_percent <= 100))
    throw new Error(`a battery of ${battery_percent} %`);
  if (batch === null) return 0;
  const { count, t_s, accel_g, gyro_dps } = batch;
  if (!(count > 0) || t_s.length !== count || accel_g.length !== 3 * count)
    throw new Error(`${count} samples with ${t_s.length} times and ${accel_g.length} accelerations`);
  if (gyro_dps && gyro_dps.length !== 3 * count)
    throw new Error(`${gyro_dps.length} rates of ${count} samples`);
  for (const numbers of [t_s, accel_g, gyro_dps ?? []]) {
    for (const value of numbers) if (!Number.isFinite(value)) throw new Error(`${value} among the samples`);
  }
  for (const t of t_s) {
    const forward = batch.clock === 'device' ? t > last.t_s : t >= last.t_s;
    if (!forward) throw new Error(`time runs back from ${last.t_s} to ${t}`);
    last.t_s = t;
  }
  return count;
}
