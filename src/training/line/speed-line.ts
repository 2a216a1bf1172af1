import type { DayPoint } from './day-model.ts';
import type { SpeedPoint } from './points.ts';
import { type Expected, robustFit } from './robust-fit.ts';
import { tQuantile } from './student-t.ts';

/** Mean velocity as a straight line of the load, as it stands on the day of its newest point. */
export interface SpeedLine {
  readonly at_zero_mps: number;
  /** Negative: heavier is slower. */
  readonly per_kg_mps: number;
  /** Of at_zero and per_kg: their variances and what they have in common. */
  readonly covariance: readonly [zero: number, both: number, per_kg: number];
  /** How much a whole day lifts or lowers all speeds, and a rep differs within its day, m/s (1 sd). */
  readonly day_sd_mps: number;
  readonly scatter_sd_mps: number;
  /** Change of all speeds a week, m/s. */
  readonly weekly_mps: number;
  /** Degrees of freedom of every band. */
  readonly degrees: number;
  /** Share of the points' differences that the line explains. */
  readonly r2: number;
  readonly points: readonly SpeedPoint[];
}

/** Expected day-to-day sd, m/s: 1RM varies by 2-3 % from day to day (Banyard 2017, squat), which is 0.02 m/s at the loads people train with. It counts as much as `worth` days would. */
const DAY: Expected = { sd: 0.02, worth: 4 };
/** Expected difference of the fastest rep from its day's line beyond its own sigma, m/s; chosen here below the day's. */
const SCATTER: Expected = { sd: 0.015, worth: 4 };
/** Expected size of a week's change, m/s (1 sd); chosen here: about 1 % of 1RM. Without it a line of six weeks would show the athlete of three weeks ago. */
const WEEKLY_MPS = 0.01;
/** Huber's limit, sd: 95 % of least squares' precision where the data are clean (Huber 1964). */
const HUBER = 1.345;
const WEEK_MS = 7 * 24 * 3600_000;

/** null with fewer than two loads: nothing to draw a line through. Sessions are days. */
export function speedLine(points: readonly SpeedPoint[]): SpeedLine | null {
  const loads = points.map(({ load_kg }) => load_kg);
  const newest_ms = Math.max(...points.map(({ at_epoch_ms }) => at_epoch_ms));
  if (new Set(loads).size < 2) return null;
  // loads are counted from their middle, so that slope and height of the line are told apart well
  const middle_kg = mean(loads);
  const weeks = (point: SpeedPoint): number => (point.at_epoch_ms - newest_ms) / WEEK_MS;
  const rows = points.map(
    (point): DayPoint => ({
      x: [1, point.load_kg - middle_kg, weeks(point)],
      y: point.mcv_mps,
      sigma: point.sigma_mps,
      day: point.session_id,
    }),
  );
  const { beta, covariance, spread } = robustFit(rows, {
    day: DAY,
    scatter: SCATTER,
    precision: [0, 0, 1 / WEEKLY_MPS ** 2],
    limit: HUBER,
  });
  const [height = 0, per_kg_mps = 0, weekly_mps = 0] = beta;
  const of = (i: number, j: number): number => covariance[i]?.[j] ?? 0;
  const at_zero_mps = height - per_kg_mps * middle_kg;
  const speeds = points.map((point) => point.mcv_mps - weekly_mps * weeks(point));
  const rest = points.map(({ load_kg }, i) => (speeds[i] ?? 0) - at_zero_mps - per_kg_mps * load_kg);
  const around = mean(speeds);
  return {
    at_zero_mps,
    per_kg_mps,
    covariance: [
      of(0, 0) - 2 * middle_kg * of(0, 1) + middle_kg ** 2 * of(1, 1),
      of(0, 1) - middle_kg * of(1, 1),
      of(1, 1),
    ],
    day_sd_mps: spread.day,
    scatter_sd_mps: spread.scatter,
    weekly_mps,
    degrees: new Set(points.map(({ session_id }) => session_id)).size - 1 + DAY.worth + SCATTER.worth,
    r2: 1 - squares(rest) / squares(speeds.map((speed) => speed - around)),
    points,
  };
}

export const speedAt = (line: SpeedLine, load_kg: number): number =>
  line.at_zero_mps + line.per_kg_mps * load_kg;

/** Where the line itself may be, 1 sd, m/s. */
export function lineSd(line: SpeedLine, load_kg: number): number {
  const [zero, both, per_kg] = line.covariance;
  return Math.sqrt(zero + 2 * load_kg * both + load_kg ** 2 * per_kg);
}

/** Where the fastest rep of another day may be, 1 sd, m/s; `sigma_mps` is its own. */
export const repSd = (line: SpeedLine, load_kg: number, sigma_mps = 0): number =>
  Math.hypot(lineSd(line, load_kg), line.day_sd_mps, line.scatter_sd_mps, sigma_mps);

/** How many sd an interval reaches to each side that holds the truth with `level`, 0 to 1. */
export const reach = (line: SpeedLine, level: number): number => tQuantile((1 + level) / 2, line.degrees);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const squares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value ** 2, 0);
