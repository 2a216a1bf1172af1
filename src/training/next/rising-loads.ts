import type { GoalProfile } from '../../lifts/goals.ts';
import { loadable, type Plates } from './loadable.ts';

/** What is known of an athlete before a profile is measured. */
export interface BeforeProfile {
  /** Where the line of now puts 1RM; null: nobody knows. */
  readonly max_kg: number | null;
  /** Heaviest work load of late; null: none. */
  readonly usual_kg: number | null;
  readonly goal: GoalProfile['id'];
  readonly plates: Plates;
}

/** Shares of 1RM: from light enough to be quick to near what the far end of the line is about, in even steps; chosen here. */
const OF_MAX = [0.45, 0.57, 0.69, 0.8];
/** The last of them, by goal: who lifts heavy is measured heavy, nobody so near to 1RM that the lift is a record. */
const HEAVIEST_OF_MAX = { strength: 0.9, hypertrophy: 0.85, power: 0.85, light: 0.85 } as const;
/** Where only the usual loads are known, shares of the heaviest: it is not gone beyond without a line. */
const OF_USUAL = [0.5, 0.65, 0.8, 0.9, 1];
/** Where nothing is known: from the empty bar in steps of a plate of 10 kg on each side; chosen here. */
const STEP_KG = 20;
const STEPS = 4;

/** Four or five rising loads to measure a profile with, of the plates there are; fewer where the plates are coarse. */
export function risingLoads({ max_kg, usual_kg, goal, plates }: BeforeProfile): number[] {
  const loads = loadable(plates);
  const asked =
    max_kg !== null
      ? [...OF_MAX, HEAVIEST_OF_MAX[goal]].map((share) => share * max_kg)
      : usual_kg !== null
        ? OF_USUAL.map((share) => share * usual_kg)
        : Array.from({ length: STEPS }, (_, step) => plates.bar_kg + step * STEP_KG);
  return [...new Set(asked.map((load_kg) => nearest(loads, load_kg)))];
}

const nearest = (loads: readonly number[], load_kg: number): number =>
  loads.reduce(
    (best, each) => (Math.abs(each - load_kg) < Math.abs(best - load_kg) ? each : best),
    loads[0] ?? load_kg,
  );
