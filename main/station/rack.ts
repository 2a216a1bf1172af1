import { type RackState, REPS_ON_BOARD } from '../../src/contract/board.ts';
import type { StationState } from '../../src/contract/station.ts';

const PHASES: Readonly<Record<StationState['phase'], RackState['phase']>> = {
  'no-source': 'idle',
  waiting: 'idle',
  armed: 'ready',
  set: 'set',
  review: 'done',
};

/** What of the station the wall is told: who lifts what, and how. A set of somebody else than who is chosen now is over. */
export function rackOf({ phase, setup: chosen, set }: StationState): RackState {
  const shown = phase === 'set' || phase === 'review' ? set : null;
  const { athlete, lift, variation, side, load_kg, goal } = shown?.setup ?? chosen;
  const counted = shown?.reps.filter(({ deleted }) => !deleted) ?? [];
  return {
    phase: PHASES[phase],
    athlete: athlete.name,
    ...{ lift, variation, side, load_kg },
    set: shown && {
      number: shown.number,
      reps: counted.length,
      goal_reps: goal.reps,
      latest: counted.slice(-REPS_ON_BOARD).map(({ rep }, i) => ({
        number: Math.max(0, counted.length - REPS_ON_BOARD) + i + 1,
        mcv_mps: rep.quality === 'unusable' ? null : rep.mcv_mps,
        range: rep.verdict.range,
        hold: rep.verdict.hold,
        dropped: rep.verdict.lowering === 'dropped',
      })),
      holds_met: shown.holds_met,
      holds_judged: shown.holds_judged,
      velocity_loss_pct: shown.summary.velocity_loss_pct,
      loss_reached: shown.velocity_loss_reached,
    },
  };
}
