import type { SpeedPoint } from './line/points.ts';
import { repSd, type SpeedLine, speedAt } from './line/speed-line.ts';
import { tQuantile } from './line/student-t.ts';

/** The day's first work set beside what the line of the days before expected of it. */
export interface Readiness {
  readonly kind: 'faster' | 'usual' | 'slower';
  /** Distance from the line in standard deviations of such a set; negative: slower. */
  readonly sds: number;
  readonly load_kg: number;
  readonly mcv_mps: number;
  readonly expected_mps: number;
  /** Ends of what is called usual. */
  readonly low_mps: number;
  readonly high_mps: number;
}

/** Share of ordinary days to be called usual; of those left half are called slower and half faster without a reason. */
export const USUAL_DAYS = 0.9;

/** `line` is of days before `first`: a day that is part of its own measure looks more usual than it is. */
export function readiness(line: SpeedLine, first: SpeedPoint): Readiness {
  const { load_kg, mcv_mps } = first;
  const expected_mps = speedAt(line, load_kg);
  const sd = repSd(line, load_kg, first.sigma_mps);
  const width = tQuantile((1 + USUAL_DAYS) / 2, line.degrees) * sd;
  const sds = (mcv_mps - expected_mps) / sd;
  const kind =
    mcv_mps < expected_mps - width ? 'slower' : mcv_mps > expected_mps + width ? 'faster' : 'usual';
  return {
    kind,
    sds,
    load_kg,
    mcv_mps,
    expected_mps,
    low_mps: expected_mps - width,
    high_mps: expected_mps + width,
  };
}
