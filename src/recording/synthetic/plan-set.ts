import type { LiftWorld } from './lifter.ts';
import type { RepPlan } from './performance.ts';
import type { Random } from './random.ts';
import type { SetSpec } from './spec.ts';

/** Range of a half rep, as a share of the full one; chosen here, clearly below every limit of a partial. */
const HALF_SHARE = [0.35, 0.58] as const;
/** Range of a short rep, as a share of the full one; chosen here, in the middle between half and full. */
const SHORT_SHARE = [0.76, 0.79] as const;
/** Height of an over-extended lockout above the usual one, m; chosen here, above the 2 cm from which it is flagged. */
const OVER_EXTENSION_M = [0.03, 0.05] as const;
/** Height over the floor at which a bar is turned around, m; chosen here, within the hover that constant tension allows. */
const HOVER_M = [0.03, 0.05] as const;
/** How far a failed rep rises, as a share of the full range; chosen here, well short of the top. */
const FAIL_SHARE = [0.4, 0.75] as const;
/** Spread of range from rep to rep, 1 sigma, m; chosen here, 2 % of a hip thrust of 30 cm. */
const DEFAULT_ROM_SPREAD_M = 0.006;

const has = (list: readonly number[] | undefined, rep: number): boolean => list?.includes(rep) ?? false;

/** Every rep as the lifter means it. Heights: the bottom is 0 in concentric-first lifts, the top in the others. */
export function planSet(random: Random, world: LiftWorld, spec: SetSpec, rom_m: number): RepPlan[] {
  const reps = spec.reps ?? 8;
  const first_mps = spec.mcv_mps ?? random.uniform(world.mcv_mps[0], world.mcv_mps[1]);
  const fatigue = spec.fatigue ?? random.uniform(0.05, 0.3);
  const lowered_s = spec.lowering_s ?? random.uniform(world.lowering_s[0], world.lowering_s[1]);
  const bottom = spec.bottom ?? (world.first === 'concentric' && world.home === 'floor' ? 'floor' : 'hover');
  const hover_m = random.uniform(HOVER_M[0], HOVER_M[1]);
  const spread_m = spec.rom_spread_m ?? DEFAULT_ROM_SPREAD_M;
  const eccentricFirst = world.first === 'eccentric';
  const hold = (rep: number): number => {
    if (typeof spec.hold_s === 'number') return Math.max(0, spec.hold_s + random.normal(0.03));
    const given = spec.hold_s?.[Math.min(rep, spec.hold_s.length) - 1];
    return given ?? random.uniform(world.hold_s[0], world.hold_s[1]);
  };
  const lowering_s = (rep: number): number =>
    typeof lowered_s === 'number' ? lowered_s : (lowered_s[Math.min(rep, lowered_s.length) - 1] ?? 1);
  const bottomStay = (): number => {
    if (spec.bottom_s !== undefined) return Math.max(0, spec.bottom_s * random.uniform(0.8, 1.2));
    if (bottom === 'rebound') return 0;
    if (bottom === 'touch') return random.uniform(0, 0.12);
    return eccentricFirst ? random.uniform(0.05, 0.5) : random.uniform(0.3, 1.2);
  };
  const below_m = (rep: number): number => {
    const onFloor = bottom === 'floor' || bottom === 'touch' || has(spec.floor_rest_reps, rep);
    if (onFloor || world.home === 'hang') return 0;
    return Math.max(0, hover_m + random.normal(0.006));
  };

  const plans: RepPlan[] = [];
  const attempts = reps + (spec.failed_attempts ?? 0);
  for (let rep = 1; rep <= attempts; rep++) {
    const failed = rep > reps;
    const half = has(spec.half_reps, rep);
    const done = reps > 1 ? Math.min(1, (rep - 1) / (reps - 1)) : 0;
    const share = half
      ? random.uniform(HALF_SHARE[0], HALF_SHARE[1])
      : failed
        ? random.uniform(FAIL_SHARE[0], FAIL_SHARE[1])
        : has(spec.short_reps, rep)
          ? random.uniform(SHORT_SHARE[0], SHORT_SHARE[1])
          : 1;
    const range_m = share * rom_m + random.normal(half || failed ? 0 : spread_m);
    const over_m = has(spec.over_extended_reps, rep)
      ? random.uniform(OVER_EXTENSION_M[0], OVER_EXTENSION_M[1])
      : 0;
    const style = has(spec.floor_rest_reps, rep) ? 'floor' : bottom;
    const stay_s = failed ? random.uniform(0, 0.3) : hold(rep);
    plans.push({
      kind: failed ? 'failed' : half ? 'half' : 'full',
      // a failed squat rises part of the way from a full depth
      top_m: eccentricFirst ? (failed ? (share - 1) * rom_m : 0) : range_m + over_m,
      bottom_m: eccentricFirst
        ? failed
          ? -rom_m
          : -range_m
        : rep === attempts && world.home === 'floor'
          ? 0
          : below_m(rep),
      mcv_mps: first_mps * (1 - fatigue * done) * random.uniform(0.95, 1.05),
      hold_s: half && spec.hold_s === undefined ? random.uniform(0, 0.4) : stay_s,
      lowering_s: lowering_s(rep) * Math.max(0.5, Math.min(1, share)) * random.uniform(0.9, 1.1),
      bottom_s: bottomStay(),
      bottom:
        rep === attempts && !eccentricFirst && world.home === 'floor'
          ? 'floor'
          : eccentricFirst && failed
            ? 'floor'
            : style,
      dropped: has(spec.dropped_reps, rep),
      sag_m: Math.abs(random.normal(0.003)),
      steady: spec.raise_s !== undefined && !failed,
      pulses_m: spec.pulses_m?.[rep - 1] ?? [],
    });
  }
  const placed = spec.half_at === undefined ? plans : atOtherEnd(plans, eccentricFirst, spec.half_at);
  return spec.raise_s === undefined ? placed : placed.map((plan) => inTempo(plan, rom_m, spec.raise_s ?? 0));
}

/** Half reps at the end of the range they are not done at anyway: what comes before or after them moves. */
function atOtherEnd(plans: RepPlan[], eccentricFirst: boolean, at: 'bottom' | 'top'): RepPlan[] {
  if (eccentricFirst === (at === 'top')) return plans;
  const full = plans.filter((plan) => plan.kind === 'full');
  const low_m = Math.min(...full.map((plan) => plan.bottom_m));
  const high_m = Math.max(...full.map((plan) => plan.top_m));
  return plans.map((plan, k) => {
    const next = plans[k + 1];
    if (eccentricFirst) {
      return plan.kind === 'half' ? { ...plan, top_m: low_m + (0 - plan.bottom_m), bottom_m: low_m } : plan;
    }
    const top_m = plan.kind === 'half' ? high_m : plan.top_m;
    if (next?.kind !== 'half') return { ...plan, top_m };
    return { ...plan, top_m, bottom_m: high_m - next.top_m, bottom: 'rebound', bottom_s: 0.1 };
  });
}

/** The same pace in every rep: a half rep takes half as long. */
const inTempo = (plan: RepPlan, rom_m: number, raise_s: number): RepPlan => ({
  ...plan,
  mcv_mps: rom_m / raise_s,
});
