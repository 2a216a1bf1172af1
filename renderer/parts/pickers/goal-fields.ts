import type { GoalPatch } from '../../../src/contract/goal-patch.ts';
import type { Setup } from '../../../src/contract/setup.ts';
import { formatTyped } from '../../format/format.ts';

/** The goal as typed; an empty field is not judged. */
export interface GoalFields {
  readonly reps: string;
  readonly hold: string;
  readonly loss: string;
  readonly eccentric: string;
  readonly velocity: string;
  readonly power: string;
  readonly tension: boolean;
}

const typed = (value: number | null): string => (value === null ? '' : formatTyped(value));

export const goalFields = ({ goal, targets }: Setup): GoalFields => ({
  reps: typed(goal.reps),
  hold: typed(targets.hold_s),
  loss: typed(goal.velocity_loss_pct),
  eccentric: typed(targets.eccentric_s),
  velocity: typed(goal.velocity_mps),
  power: typed(goal.power_w),
  tension: targets.constant_tension,
});

/** What changed, as a request; null when something typed is no number. Changed goals are the coach's own. */
export function patchOf(setup: Setup, fields: GoalFields): GoalPatch | null {
  const before = goalFields(setup);
  const number = (name: keyof Omit<GoalFields, 'tension'>): number | null | undefined => {
    if (fields[name] === before[name]) return undefined;
    return fields[name].trim() === '' ? null : Number(fields[name].replace(',', '.'));
  };
  const goal = {
    reps: number('reps'),
    velocity_loss_pct: number('loss'),
    velocity_mps: number('velocity'),
    power_w: number('power'),
  };
  const targets = {
    hold_s: number('hold'),
    eccentric_s: number('eccentric'),
    constant_tension: fields.tension === before.tension ? undefined : fields.tension,
  };
  const changes = Object.entries({ ...goal, ...targets }).filter(([, value]) => value !== undefined);
  if (changes.some(([, value]) => Number.isNaN(value))) return null;
  const ownGoal = Object.values(goal).some((value) => value !== undefined);
  return { ...Object.fromEntries(changes), ...(ownGoal && { preset: 'custom' }) };
}
