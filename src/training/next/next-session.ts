import type { GoalProfile } from '../../lifts/goals.ts';
import type { LiftedSet } from '../lifted.ts';
import { speedPoints } from '../line/points.ts';
import { repSd, type SpeedLine, speedAt } from '../line/speed-line.ts';
import { inShort } from '../set-in-short.ts';
import {
  addALittle,
  aimForSpeed,
  comeBackLighter,
  moreRepsFirst,
  proveItAgain,
  stayAfterASlowDay,
  stayTwoWeeks,
  stayWhileSpeedFallsTooFar,
  weighLessAfterFailedAttempts,
} from './load-rules.ts';
import { loadable, type Plates } from './loadable.ts';
import type { Situation, Suggestion } from './situation.ts';
import { fixHoldFirst, fixRangeFirst, lowerItFirst } from './technique-rules.ts';
import { worksOf } from './work.ts';

/** In this order; the first that has something to say says it. Range, hold and lowering come before load. */
const RULES: readonly ((situation: Situation) => Suggestion | null)[] = [
  fixRangeFirst,
  fixHoldFirst,
  lowerItFirst,
  weighLessAfterFailedAttempts,
  comeBackLighter,
  stayAfterASlowDay,
  aimForSpeed,
  moreRepsFirst,
  proveItAgain,
  stayTwoWeeks,
  stayWhileSpeedFallsTooFar,
  addALittle,
];

export interface NextSessionQuestion {
  readonly now_epoch_ms: number;
  readonly sets: readonly LiftedSet[];
  readonly goal: GoalProfile;
  readonly plates: Plates;
  /** null when there is none that can be believed. */
  readonly line: SpeedLine | null;
}

/** What to lift next time (docs/training.md); null before the first work set with a load. */
export function nextSession({
  now_epoch_ms,
  sets,
  goal,
  plates,
  line,
}: NextSessionQuestion): Suggestion | null {
  const works = worksOf(sets);
  const [last] = works;
  if (!last) return null;
  const lately = sets.filter(({ session_id }) => session_id === last.session_id);
  const point = speedPoints(lately.map(inShort)).find(({ load_kg }) => load_kg === last.load_kg);
  const above_mps = line && point ? point.mcv_mps - speedAt(line, point.load_kg) : null;
  const situation: Situation = {
    now_epoch_ms,
    works,
    last,
    goal,
    loads_kg: loadable(plates),
    line,
    above_line:
      line && point && above_mps !== null
        ? { mps: above_mps, sds: above_mps / repSd(line, point.load_kg, point.sigma_mps) }
        : null,
  };
  for (const rule of RULES) {
    const suggestion = rule(situation);
    if (suggestion) return suggestion;
  }
  return null;
}
