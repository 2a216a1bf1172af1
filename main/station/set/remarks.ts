import type { Remark } from '../../../src/contract/live-set.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { Goal, Targets } from '../../../src/contract/setup.ts';
import { rangeLimit } from '../../../src/lifts/range-limit.ts';
import type { Rep } from '../../../src/reps/rep.ts';
import { words } from '../../../src/words/index.ts';

/** One sentence on a rep: the worst thing about it, else that it was good. Range comes before everything. */
export function remarkOn(rep: Rep, targets: Targets, goal: Goal): Remark {
  const { index, verdict, lockout, eccentric } = rep;
  const ratio = verdict.range_ratio;
  const say = words.says.rep;
  if (verdict.flags.includes('failed')) return { tone: 'partial', text: say.failed };
  if (verdict.lowering === 'dropped')
    return { tone: 'dropped', text: say.dropped(index, eccentric?.peak_mps ?? 0) };
  if (verdict.range === 'partial')
    return { tone: 'partial', text: say.partial(index, ratio, rangeLimit(ratio, targets)) };
  if (verdict.flags.includes('over-extended')) return { tone: 'over', text: say.overExtended(index) };
  if (verdict.range === 'short')
    return { tone: 'short', text: say.short(index, ratio, rangeLimit(ratio, targets)) };
  if (verdict.hold === 'no-lockout') return { tone: 'warning', text: say.noLockout(index) };
  if (verdict.hold === 'missed')
    return { tone: 'warning', text: say.missedHold(index, lockout.hold_s, targets.hold_s ?? 0) };
  if (verdict.flags.includes('floor-rest')) return { tone: 'warning', text: say.floorRest(index) };
  if (verdict.lowering === 'fast')
    return { tone: 'warning', text: say.fast(index, eccentric?.duration_s ?? 0, targets.eccentric_s ?? 0) };
  if (verdict.flags.includes('unsteady')) return { tone: 'warning', text: say.unsteady(index) };
  const target = explosiveRemark(rep, goal);
  if (target !== null) return { tone: 'warning', text: target };
  if (verdict.range === 'full') return { tone: 'full', text: say.full(index, lockout.hold_s) };
  if (ratio === null) return { tone: 'info', text: say.noReference(index, rep.rom_m, lockout.hold_s) };
  return { tone: 'unsure', text: say.unsure(index) };
}

/** Nothing once the goal is behind: who goes on counts for themselves. */
function spokenToGo(to_go: number | 'stop' | null): string | null {
  const say = words.says.speak;
  if (to_go === 'stop') return say.stop;
  if (to_go === null || to_go < 0) return null;
  return to_go === 0 ? say.done : say.toGo(to_go);
}

/** Good as far as anybody can tell: there is no full range to hold it against. */
const isUnranged = ({ verdict }: Rep): boolean =>
  verdict.range_ratio === null && verdict.range === 'unsure' && verdict.lowering !== 'dropped';

/** Explosive mode: a rep slower or weaker than asked. */
function explosiveRemark(rep: Rep, goal: Goal): string | null {
  const { index, mcv_mps, mean_power_w } = rep;
  if (goal.velocity_mps !== null && mcv_mps !== null && mcv_mps < goal.velocity_mps)
    return words.says.rep.slow(index, mcv_mps, goal.velocity_mps);
  if (goal.power_w !== null && mean_power_w !== null && mean_power_w < goal.power_w)
    return words.says.rep.weak(index, mean_power_w, goal.power_w);
  return null;
}

/** What the station says aloud about a rep and of those to come, as far as the coach wants it; null for nothing. */
export function spokenRep(rep: Rep, wish: Settings['speak'], to_go: number | 'stop' | null): string | null {
  const { verdict } = rep;
  const judged =
    verdict.lowering === 'dropped'
      ? words.says.speak.verdict.dropped
      : verdict.range === 'full' && verdict.hold === 'missed'
        ? words.says.speak.verdict.missed
        : verdict.range === 'unsure' && verdict.hold === 'no-lockout'
          ? words.says.speak.verdict['no-lockout']
          : words.says.speak.verdict[verdict.range];
  const parts = [
    wish.rep_number ? words.says.speak.rep(rep.index) : null,
    wish.velocity && rep.mcv_mps !== null ? words.says.speak.velocity(rep.mcv_mps) : null,
    wish.verdict && !isUnranged(rep) ? judged : null,
    wish.to_go ? spokenToGo(to_go) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
