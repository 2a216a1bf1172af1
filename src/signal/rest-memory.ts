import type { SensorRest } from './calibrate.ts';

/** Rests of ordinary training, one entry a position: plain data that can be stored and read back. */
export type RestMemory = readonly SensorRest[];

/** Rests whose gravity differs by less than this are one position, degrees; chosen here: nearer ones tell the fit little new. */
const SAME_POSITION_DEG = 12;
/** Rests that a position's average remembers; chosen here, because sensors drift with temperature and age. */
const LONGEST_WEIGHT = 10;
/** Most positions kept, the least seen giving way; chosen here: they surround the sensor at a spacing that serves the fit. */
const MOST_POSITIONS = 40;

/** A rest added: averaged into its position, or a position of its own. */
export function rememberRest(memory: RestMemory, rest: SensorRest): RestMemory {
  const at = memory.findIndex((known) => angle_deg(known, rest) < SAME_POSITION_DEG);
  const known = memory[at];
  if (known === undefined) {
    if (memory.length < MOST_POSITIONS) return [...memory, rest];
    const weakest = memory.reduce((least, entry) => (entry.weight < least.weight ? entry : least));
    return [...memory.filter((entry) => entry !== weakest), rest];
  }
  const share = 1 / (Math.min(known.weight, LONGEST_WEIGHT) + 1);
  const blend = (a: readonly number[], b: readonly number[]): [number, number, number] =>
    [0, 1, 2].map((i) => (a[i] as number) * (1 - share) + (b[i] as number) * share) as [
      number,
      number,
      number,
    ];
  const merged: SensorRest = {
    accel_g: blend(known.accel_g, rest.accel_g),
    gyro_dps: known.gyro_dps && rest.gyro_dps ? blend(known.gyro_dps, rest.gyro_dps) : rest.gyro_dps,
    weight: Math.min(known.weight, LONGEST_WEIGHT) + 1,
  };
  return memory.map((entry, i) => (i === at ? merged : entry));
}

/** What a store gives back, as far as it makes sense; anything else is forgotten. */
export function readRestMemory(stored: unknown): RestMemory {
  if (!Array.isArray(stored)) return [];
  return stored.filter(
    (entry): entry is SensorRest =>
      typeof entry === 'object' &&
      entry !== null &&
      isTriple(entry.accel_g) &&
      (entry.gyro_dps === null || isTriple(entry.gyro_dps)) &&
      Number.isFinite(entry.weight) &&
      entry.weight > 0,
  );
}

const isTriple = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 3 && value.every((number) => Number.isFinite(number));

/** Angle between the gravities of two rests. */
export function angle_deg(a: SensorRest, b: SensorRest): number {
  const dot = a.accel_g.reduce((sum, value, i) => sum + value * (b.accel_g[i] as number), 0);
  const cosine = dot / (Math.hypot(...a.accel_g) * Math.hypot(...b.accel_g));
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}
