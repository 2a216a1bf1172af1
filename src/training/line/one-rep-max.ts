import type { VelocityAt1rm } from '../../lifts/profile.ts';
import { reach, type SpeedLine } from './speed-line.ts';

/** The load of one repetition maximum today, as an interval: nobody knows it to the kilogram. */
export interface OneRepMax {
  readonly low_kg: number;
  readonly high_kg: number;
  /** Where the line meets the velocity of 1RM. A ruler for percentages, never shown as the 1RM. */
  readonly middle_kg: number;
}

/** Share of intervals that are to hold the true 1RM. */
export const ONE_REP_MAX_LEVEL = 0.95;

/**
 * Loads at which the line cannot be told from the velocity of 1RM, by Fieller's theorem (1954): it carries what is
 * uncertain in the line, in that velocity and in the day. Where the line is carried on to zero velocity instead,
 * results vary twice as much (CV 8.2-8.6 against 3.6-5.0 %, Hughes 2018), so that is not done. null when the
 * line does not fall clearly enough to tell. What was lifted in full over the line's days is a lower bound.
 */
export function oneRepMax(line: SpeedLine, at_1rm: VelocityAt1rm): OneRepMax | null {
  const [zero, both, per_kg] = line.covariance;
  const slope = line.per_kg_mps;
  const height = line.at_zero_mps - at_1rm.value;
  const t2 = reach(line, ONE_REP_MAX_LEVEL) ** 2;
  // (height + slope kg)^2 = t2 (variance of the line at kg + velocity's + day's)
  const a = slope ** 2 - t2 * per_kg;
  const b = 2 * (height * slope - t2 * both);
  const c = height ** 2 - t2 * (zero + at_1rm.sd ** 2 + line.day_sd_mps ** 2);
  const root = b ** 2 - 4 * a * c;
  if (slope >= 0 || a <= 0 || root < 0) return null;
  const lifted_kg = Math.max(...line.points.map(({ load_kg }) => load_kg));
  const [low_kg, high_kg] = [-1, 1].map((sign) => (-b + sign * Math.sqrt(root)) / (2 * a)) as [
    number,
    number,
  ];
  if (high_kg <= 0) return null;
  return {
    low_kg: Math.max(low_kg, lifted_kg),
    high_kg: Math.max(high_kg, lifted_kg),
    middle_kg: Math.max(-height / slope, lifted_kg),
  };
}
