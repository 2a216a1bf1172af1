import type { OneRepMax } from './one-rep-max.ts';
import { type SpeedLine, speedAt, speedLine } from './speed-line.ts';

/** What speaks against a line, each with its number; words are the screens'. */
export type LineDoubt =
  | { readonly kind: 'few-points'; readonly points: number; readonly least: number }
  | { readonly kind: 'narrow'; readonly from_kg: number; readonly to_kg: number; readonly share: number }
  | { readonly kind: 'loose'; readonly r2: number }
  | { readonly kind: 'one-point'; readonly load_kg: number; readonly share: number }
  | { readonly kind: 'far-from-1rm'; readonly load_kg: number; readonly share: number }
  | { readonly kind: 'not-falling' };

/** Points below which a line is not drawn on; a line goes through any two. */
export const LEAST_POINTS = 4;
/** Share of 1RM that the loads are to spread over, below which small errors turn the line. */
const LEAST_SPREAD = 0.2;
/** Share of the differences a line is to explain; chosen here below the 0.88-0.94 of pooled published lines. */
const LEAST_R2 = 0.8;
/** Change of the 1RM, as a share, when one point is left out, from which the line hangs on it; chosen here as the published error of individual lines (3-4 %). */
const ONE_POINT_SHARE = 0.04;
/** Heaviest load, as a share of 1RM, below which 1RM is a long way off the points; chosen here. */
const NEAR_SHARE = 0.7;

/** Worst first; empty when the line can be believed. */
export function lineDoubts(line: SpeedLine, max: OneRepMax | null, velocity_mps: number): LineDoubt[] {
  const { points } = line;
  const loads = points.map(({ load_kg }) => load_kg);
  const [from_kg, to_kg] = [Math.min(...loads), Math.max(...loads)];
  const doubts: LineDoubt[] = [];
  if (points.length < LEAST_POINTS)
    doubts.push({ kind: 'few-points', points: points.length, least: LEAST_POINTS });
  if (max === null) return [...doubts, { kind: 'not-falling' }];
  const share = (to_kg - from_kg) / max.middle_kg;
  if (share < LEAST_SPREAD) doubts.push({ kind: 'narrow', from_kg, to_kg, share });
  if (line.r2 < LEAST_R2) doubts.push({ kind: 'loose', r2: line.r2 });
  const heaviest = to_kg / max.middle_kg;
  if (heaviest < NEAR_SHARE) doubts.push({ kind: 'far-from-1rm', load_kg: to_kg, share: heaviest });
  const leans = mostLeaning(line, velocity_mps);
  if (leans && leans.share > ONE_POINT_SHARE) doubts.push(leans);
  return doubts;
}

/** The point without which the load at `velocity_mps` changes most. */
function mostLeaning(
  line: SpeedLine,
  velocity_mps: number,
): Extract<LineDoubt, { kind: 'one-point' }> | null {
  const loadAt = (of: SpeedLine): number => (velocity_mps - of.at_zero_mps) / of.per_kg_mps;
  const with_kg = loadAt(line);
  let most: Extract<LineDoubt, { kind: 'one-point' }> | null = null;
  for (const { load_kg, set_id } of farthestOut(line.points)) {
    const without = speedLine(line.points.filter((point) => point.set_id !== set_id));
    const share = without === null ? 1 : Math.min(1, Math.abs(loadAt(without) / with_kg - 1));
    if (share > (most?.share ?? 0)) most = { kind: 'one-point', load_kg, share };
  }
  return most;
}

/** Points a line is tried without: each trial is a line of its own, and a point that is nearer to the middle moves it less. */
const TRIED = 3 * LEAST_POINTS;
/** Of more points the outermost at both ends: chosen here, two at each end are no longer one point. */
const MANY_TRIED = 3;

/** All of them where they are few; of many those that are farthest from the middle of the loads. */
function farthestOut(points: SpeedLine['points']): SpeedLine['points'] {
  const middle_kg = points.reduce((sum, { load_kg }) => sum + load_kg, 0) / points.length;
  const out = (load_kg: number): number => Math.abs(load_kg - middle_kg);
  return points.length <= TRIED
    ? points
    : points.toSorted((a, b) => out(b.load_kg) - out(a.load_kg)).slice(0, MANY_TRIED);
}

/** A set that would make the 1RM surer than any other, and how much narrower its interval would be, as a share. */
export interface BestNextSet {
  readonly load_kg: number;
  readonly narrower: number;
}

/** Heaviest set to be asked for, as a share of 1RM: chosen here, for it is lifted for a line, not for a record. */
const HEAVIEST_ASKED = 0.9;
const LIGHTEST_ASKED = 0.4;

/** Among `loads_kg`, by what one more point on another day would take off the variance of the line at 1RM. */
export function bestNextSet(
  line: SpeedLine,
  max: OneRepMax,
  loads_kg: readonly number[],
): BestNextSet | null {
  const new_variance = line.day_sd_mps ** 2 + line.scatter_sd_mps ** 2;
  const [zero, both, per_kg] = line.covariance;
  const common = (a: number, b: number): number => zero + (a + b) * both + a * b * per_kg;
  const at = max.middle_kg;
  const before = common(at, at);
  let best: BestNextSet | null = null;
  for (const load_kg of loads_kg) {
    if (load_kg < LIGHTEST_ASKED * at || load_kg > HEAVIEST_ASKED * at) continue;
    const taken = common(at, load_kg) ** 2 / (common(load_kg, load_kg) + new_variance);
    const narrower = 1 - Math.sqrt((before - taken) / before);
    if (narrower > (best?.narrower ?? 0)) best = { load_kg, narrower };
  }
  return best;
}

/** Velocities of the line at shares of 1RM, with the load each belongs to: which velocity is 80 %. */
export const percentTable = (
  line: SpeedLine,
  max: OneRepMax,
): { readonly percent: number; readonly load_kg: number; readonly mcv_mps: number }[] =>
  PERCENTS.map((percent) => {
    const load_kg = (percent / 100) * max.middle_kg;
    return { percent, load_kg, mcv_mps: speedAt(line, load_kg) };
  });

const PERCENTS = [50, 60, 70, 80, 90] as const;
