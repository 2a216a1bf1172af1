import type { OneRepMax } from './one-rep-max.ts';
import { type SpeedLine, speedAt } from './speed-line.ts';

export const TRAINING_ZONES = ['strength', 'hypertrophy', 'power', 'light'] as const;
export type TrainingZone = (typeof TRAINING_ZONES)[number];

/** A stretch of the line that one kind of training uses. */
export interface ZoneOnLine {
  readonly zone: TrainingZone;
  readonly from_kg: number;
  readonly to_kg: number;
  readonly slow_mps: number;
  readonly fast_mps: number;
}

/** Shares of 1RM: strength and hypertrophy as coaches' tables of 3-6 and 8-12 reps have them; light below. */
const SHARES: Readonly<Record<Exclude<TrainingZone, 'power'>, readonly [number, number]>> = {
  strength: [0.8, 0.95],
  hypertrophy: [0.6, 0.8],
  light: [0.3, 0.5],
};
/** Mean velocity of most power in the hip thrust and how much it differs between people, m/s (Loturco 2020). */
const MOST_POWER = { value: 0.92, sd: 0.04 };

/** `power` only where a velocity of most power is published: the hip thrust. */
export function zonesOf(line: SpeedLine, max: OneRepMax, most_power: boolean): ZoneOnLine[] {
  const between = (zone: TrainingZone, from_kg: number, to_kg: number): ZoneOnLine => ({
    zone,
    from_kg,
    to_kg,
    slow_mps: speedAt(line, to_kg),
    fast_mps: speedAt(line, from_kg),
  });
  const loadAt = (mps: number): number => (mps - line.at_zero_mps) / line.per_kg_mps;
  return TRAINING_ZONES.flatMap((zone) => {
    if (zone !== 'power') {
      const [from, to] = SHARES[zone];
      return [between(zone, from * max.middle_kg, to * max.middle_kg)];
    }
    const from_kg = loadAt(MOST_POWER.value + MOST_POWER.sd);
    const to_kg = loadAt(MOST_POWER.value - MOST_POWER.sd);
    return most_power && from_kg > 0 ? [between(zone, from_kg, to_kg)] : [];
  });
}
