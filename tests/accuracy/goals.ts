import { type FieldResult, fieldTotals } from './field.ts';
import type { RungResult } from './table.ts';
import type { Confusion, LiveTotals, Totals } from './totals.ts';

/** One number that was asked for, and what it is. */
export interface Check {
  readonly rung: string;
  readonly what: string;
  readonly value: number;
  readonly least: number | null;
  readonly most: number | null;
}

/** Stated uncertainty is honest when this share of errors lies within two sigmas ... */
const COVERAGE = { least: 0.9, most: 0.99 };
/** ... and it is not simply large: median sigma against RMSE. */
const SIGMA_RATIO = 1.5;
const PCV_TO_MCV = 2;
const VERDICT_SHARE = 0.95;
const UNSURE_SHARE = 0.1;
const REP_DELAY_S = 0.25;
const HOLD_DELAY_S = 0.1;
const FALSE_HOLDS = 0.02;
const FIELD_FINAL = 0.02;
const FIELD_LIVE = 0.03;

export const met = ({ value, least, most }: Check): boolean =>
  (least === null || value >= least) && (most === null || value <= most);

type Limit = { least?: number; most?: number };
type Add = (what: string, value: number | null, limit: Limit) => void;

function collector(rung: string, into: Check[]): Add {
  return (what, value, { least = null, most = null }: { least?: number | null; most?: number | null }) => {
    if (value !== null && (least !== null || most !== null)) into.push({ rung, what, value, least, most });
  };
}

export function checkRung({ rung, goal, totals }: RungResult): Check[] {
  const checks: Check[] = [];
  const add = collector(rung, checks);
  const optional = (most: number | undefined): Limit => (most === undefined ? {} : { most });
  add(
    'sets counted exactly',
    totals.exact_share,
    goal?.exact_share === undefined ? {} : { least: goal.exact_share },
  );
  add('MCV RMSE, m/s', totals.mcv_rmse_mps, optional(goal?.mcv_rmse_mps));
  add(
    'PCV RMSE, m/s',
    totals.pcv_rmse_mps,
    goal?.mcv_rmse_mps === undefined ? {} : { most: PCV_TO_MCV * goal.mcv_rmse_mps },
  );
  add('ROM MAE, m', totals.rom_mae_m, optional(goal?.rom_mae_m));
  add('hold MAE, s', totals.hold_mae_s, optional(goal?.hold_mae_s));
  if (goal?.silent_share === undefined) addHonesty(add, totals);
  else if (totals.reps > 0)
    add('reps silently wrong', totals.beyond_stated / totals.reps, { most: goal.silent_share });
  if (rung === 'half-reps') addVerdicts(add, totals);
  if (totals.live !== null && totals.reps > 0) addLive(add, totals.live);
  return checks;
}

function addHonesty(add: Add, totals: Totals): void {
  add('MCV within 2 sigma', totals.mcv_coverage, COVERAGE);
  add('ROM within 2 sigma', totals.rom_coverage, COVERAGE);
  add('hold within 2 sigma', totals.hold_coverage, COVERAGE);
  add('MCV median sigma / RMSE', totals.mcv_sigma_ratio, { most: SIGMA_RATIO });
  add('ROM median sigma / RMSE', totals.rom_sigma_ratio, { most: SIGMA_RATIO });
}

const all = (c: Confusion): number => c.full + c.short + c.partial + c.unsure;

function addVerdicts(add: Add, { half, full }: Totals): void {
  const sure = all(half) - half.unsure;
  add('half reps called partial, of those judged', sure === 0 ? null : half.partial / sure, {
    least: VERDICT_SHARE,
  });
  add('full reps not called partial', all(full) === 0 ? null : 1 - full.partial / all(full), {
    least: VERDICT_SHARE,
  });
  const both = all(half) + all(full);
  add('unsure', both === 0 ? null : (half.unsure + full.unsure) / both, { most: UNSURE_SHARE });
}

function addLive(add: Add, live: LiveTotals): void {
  add('live: rep said after its concentric end, median s', live.rep_delay_median_s, { most: REP_DELAY_S });
  add('live: hold start said, median s', live.hold_delay_median_s, { most: HOLD_DELAY_S });
  add('live: sets ended early', live.early_ends, { most: 0 });
  add('live: false hold starts', live.false_hold_share, { most: FALSE_HOLDS });
}

export function checkField(results: readonly FieldResult[]): Check[] {
  const { reps, final, live } = fieldTotals(results);
  const checks: Check[] = [];
  const add = collector('field recordings', checks);
  add('final count error / reps', final / reps, { most: FIELD_FINAL });
  add('live count error / reps', live / reps, { most: FIELD_LIVE });
  return checks;
}
