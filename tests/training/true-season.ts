import { createRandom, type Random } from '../../src/recording/synthetic/random.ts';
import type { LiftedRep, LiftedSet } from '../../src/training/lifted.ts';

export const DAY_MS = 24 * 3600_000;
/** Monday 7 September 2026, six in the evening. */
export const FIRST_DAY = new Date(2026, 8, 7, 18).getTime();

/** An athlete of whom everything is known. Speeds are of the fastest rep at a load. */
export interface TrueAthlete {
  /** On the first day, kg. */
  readonly one_rep_max_kg: number;
  readonly velocity_at_1rm_mps: number;
  /** Speed lost from an empty bar of no weight to 1RM, m/s. */
  readonly fall_mps: number;
  /** Growth of the 1RM a week, as a share. */
  readonly weekly: number;
  /** How much a day's 1RM differs from the season's, as a share (1 sd). */
  readonly day_share: number;
  /** Above this load reps stop half way. */
  readonly half_reps_above_kg?: number;
  /** Above this load the lockout is not held. */
  readonly short_holds_above_kg?: number;
  /** Lets the bar fall in the last third of every set. */
  readonly drops?: boolean;
  /** Weeks, from 0, in which the 1RM is this share lower. */
  readonly decline?: { readonly from: number; readonly to: number; readonly share: number };
}

/** The hip thrust of people: 1RM velocity 0.25 +- 0.03 m/s, about 1 m/s at 40 %, days that differ by 1.5-2.5 %. */
export function someAthlete(seed: number): TrueAthlete {
  const random = createRandom(seed).fork('athlete');
  return {
    one_rep_max_kg: random.uniform(70, 190),
    velocity_at_1rm_mps: 0.25 + random.normal(0.03),
    fall_mps: random.uniform(1.1, 1.4),
    weekly: random.uniform(-0.002, 0.012),
    day_share: random.uniform(0.015, 0.025),
  };
}

/** The season's own 1RM of a week, without the day's. */
export function trueMax(athlete: TrueAthlete, weeks: number): number {
  const { decline } = athlete;
  const week = Math.floor(weeks);
  const down = decline && week >= decline.from && week <= decline.to ? decline.share : 0;
  return athlete.one_rep_max_kg * (1 + athlete.weekly * weeks) * (1 - down);
}

export interface SessionPlan {
  readonly days: number;
  readonly loads_kg: readonly number[];
  /** Change of this day's 1RM, as a share, instead of a drawn one. */
  readonly day?: number;
  readonly reps?: number;
}

/** Two sessions a week; three to four loads between a half and nine tenths of the first day's 1RM. */
export function plansOf(athlete: TrueAthlete, weeks: number, seed: number): SessionPlan[] {
  const random = createRandom(seed).fork('plans');
  return Array.from({ length: 2 * weeks }, (_, i) => {
    const shares = [0.55, 0.65, 0.75, 0.85].filter(() => random.chance(0.8));
    const loads_kg = (shares.length === 0 ? [0.7] : shares).map(
      (share) => Math.round((share * athlete.one_rep_max_kg + random.normal(2)) / 2.5) * 2.5,
    );
    return { days: Math.floor(i / 2) * 7 + (i % 2) * 3, loads_kg: [...new Set(loads_kg)] };
  });
}

/** How much the fastest rep of a set differs from the day's line, m/s (1 sd). */
const EFFORT_MPS = 0.015;

export function trainTrueSeason(
  athlete: TrueAthlete,
  plans: readonly SessionPlan[],
  seed: number,
): LiftedSet[] {
  const random = createRandom(seed).fork('season');
  return plans.flatMap((plan, session) => {
    const own = random.normal(athlete.day_share);
    const max_kg = trueMax(athlete, plan.days / 7) * (1 + (plan.day ?? own));
    return plan.loads_kg.map((load_kg, k): LiftedSet => {
      const fastest =
        athlete.velocity_at_1rm_mps + athlete.fall_mps * (1 - load_kg / max_kg) + random.normal(EFFORT_MPS);
      return {
        set_id: 10 * session + k + 1,
        session_id: session + 1,
        at_epoch_ms: FIRST_DAY + plan.days * DAY_MS + k * 240_000,
        load_kg,
        kind: 'work',
        goal_reps: 8,
        failed: load_kg > max_kg ? 1 : 0,
        reps: load_kg > max_kg ? [] : repsOf(athlete, load_kg, fastest, plan.reps ?? 8, random),
      };
    });
  });
}

function repsOf(
  athlete: TrueAthlete,
  load_kg: number,
  fastest: number,
  count: number,
  random: Random,
): LiftedRep[] {
  const best = random.integer(0, 1);
  return Array.from({ length: count }, (_, i) => {
    const sigma = random.uniform(0.008, 0.02);
    const half = load_kg > (athlete.half_reps_above_kg ?? Number.POSITIVE_INFINITY) && i % 2 === 1;
    const short = half || load_kg > (athlete.short_holds_above_kg ?? Number.POSITIVE_INFINITY);
    return {
      mcv_mps: fastest - 0.015 * Math.abs(i - best) + random.normal(sigma),
      mcv_sigma_mps: sigma,
      quality: 'good',
      range: half ? 'partial' : 'full',
      hold: short ? 'missed' : 'met',
      lowering: athlete.drops && i >= (2 / 3) * count ? 'dropped' : 'controlled',
    };
  });
}
