import type { Targets } from '../lifts/lift.ts';
import { countHolds } from '../reps/measure/count-holds.ts';
import { velocityLoss } from '../reps/measure/velocity-loss.ts';
import type { Rep } from '../reps/rep.ts';
import { words } from '../words/index.ts';

/** About the load, never about health. */
export interface LiftAdvice {
  readonly kind: 'too-heavy' | 'ready-for-more' | 'range-first';
  readonly text: string;
  /** What it rests on, one observation each. */
  readonly evidence: readonly string[];
}

export interface AdviceContext {
  readonly targets: Targets;
  readonly goal?: { readonly reps: number | null; readonly velocity_loss_pct: number | null };
}

/** Fewest judged reps that say anything about a load; chosen here: with two, one bad rep is half the set. */
const LEAST_REPS = 3;
/** Share of missed holds above which a load is too heavy: coaches call it so when most reps cannot be paused at the top. */
const MOST = 0.5;
/** Share of partial reps above which range comes before load; chosen here: a third of a set is no accident. */
const PARTIAL_SHARE = 0.3;
/** Share of full, held reps from which a lifter is ready for more; chosen here: one miss in a set of ten is allowed. */
const CLEAN_SHARE = 0.9;
/** Velocity loss that still shows room for more load, %; chosen here below the 20 % at which a strength set stops. */
const EASY_LOSS_PCT = 15;

/**
 * What a finished set says about its load. Range and hold come before velocity: a load is suggested only when
 * technique is there, as coaches advise. null when the set says nothing clear.
 */
export function liftAdvice(
  reps: readonly Rep[],
  failed: readonly Rep[],
  context: AdviceContext,
): LiftAdvice | null {
  const usable = reps.filter((rep) => rep.quality !== 'unusable');
  if (usable.length + failed.length < LEAST_REPS) return null;
  const holds = countHolds(usable);
  const ranges = countRanges(usable);
  const loss = velocityLoss(usable);
  return (
    tooHeavy(holds, failed.length, context) ??
    rangeFirst(ranges) ??
    readyForMore(usable, holds, ranges, loss, context)
  );
}

type Holds = ReturnType<typeof countHolds>;

/** Unsure reps count for neither side. */
function countRanges(reps: readonly Rep[]): { full: number; partial: number; of: number } {
  const judged = reps.filter((rep) => rep.verdict.range !== 'unsure');
  const count = (range: Rep['verdict']['range']): number =>
    judged.filter((rep) => rep.verdict.range === range).length;
  return { full: count('full'), partial: count('partial'), of: judged.length };
}

function tooHeavy(holds: Holds, failed: number, { targets }: AdviceContext): LiftAdvice | null {
  const missed = holds.judged - holds.met;
  const evidence: string[] = [];
  if (holds.judged >= LEAST_REPS && missed > MOST * holds.judged) {
    evidence.push(words.advice.shortHolds(missed, holds.judged, targets.hold_s ?? 0));
  }
  if (failed > 0) evidence.push(words.advice.failed(failed));
  if (evidence.length === 0) return null;
  return {
    kind: 'too-heavy',
    text: words.advice.tooHeavy,
    evidence,
  };
}

function rangeFirst(ranges: { full: number; partial: number; of: number }): LiftAdvice | null {
  if (ranges.of < LEAST_REPS || ranges.partial < PARTIAL_SHARE * ranges.of) return null;
  return {
    kind: 'range-first',
    text: words.advice.rangeFirst,
    evidence: [words.advice.halfReps(ranges.partial, ranges.of)],
  };
}

function readyForMore(
  reps: readonly Rep[],
  holds: Holds,
  ranges: { full: number; of: number },
  loss: number | null,
  { targets, goal }: AdviceContext,
): LiftAdvice | null {
  if (ranges.of < LEAST_REPS || ranges.full < CLEAN_SHARE * ranges.of) return null;
  if (targets.hold_s !== null && (holds.judged < LEAST_REPS || holds.met < CLEAN_SHARE * holds.judged))
    return null;
  if (goal?.reps != null && reps.length < goal.reps) return null;
  const limit =
    goal?.velocity_loss_pct == null ? EASY_LOSS_PCT : Math.min(EASY_LOSS_PCT, goal.velocity_loss_pct / 2);
  if (loss === null || loss > limit) return null;
  if (reps.some((rep) => rep.verdict.lowering === 'dropped')) return null;
  const evidence = [words.advice.fullReps(ranges.full, ranges.of)];
  if (targets.hold_s !== null)
    evidence.push(words.advice.holdsReached(holds.met, holds.judged, targets.hold_s));
  evidence.push(words.advice.littleLoss(loss));
  return {
    kind: 'ready-for-more',
    text: words.advice.readyForMore,
    evidence,
  };
}
