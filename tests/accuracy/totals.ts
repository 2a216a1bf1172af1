import { QUESTIONS, type Question, type Tally, tally } from './answers.ts';
import type { LiveScore } from './live-score.ts';
import { isBeyondStated, isExact, isSilentlyWrong, type RepErrors, type SetScore } from './score.ts';
import { coverage, mean, meanAbsolute, present, quantile, rms } from './statistics.ts';
import type { YardstickErrors } from './strapdown.ts';

export interface ScoredSet {
  readonly final: SetScore | null;
  readonly live: LiveScore | null;
  readonly yardstick: readonly YardstickErrors[] | null;

  readonly error: string | null;
}

/** How often each verdict was given to reps of a known kind. */
export interface Confusion {
  readonly full: number;
  readonly short: number;
  readonly partial: number;
  readonly unsure: number;
}

export interface Totals {
  readonly sets: number;
  readonly reps: number;
  readonly crashed: number;
  readonly exact_share: number | null;
  readonly missed: number;
  readonly phantom: number;
  readonly failed: number;
  readonly failed_found: number;
  readonly without_mcv: number;
  /** Reps called good whose velocity or range is off by more than three stated sigmas and 0.05 m/s or 3 cm. */
  readonly silently_wrong: number;
  readonly beyond_stated: number;
  readonly mcv_rmse_mps: number | null;
  readonly mcv_bias_mps: number | null;
  readonly pcv_rmse_mps: number | null;
  readonly mpv_rmse_mps: number | null;
  readonly rom_mae_m: number | null;
  readonly rom_bias_m: number | null;
  readonly hold_mae_s: number | null;
  readonly eccentric_mae_s: number | null;
  readonly mcv_coverage: number | null;
  readonly mcv_sigma_ratio: number | null;
  readonly rom_coverage: number | null;
  readonly rom_sigma_ratio: number | null;
  readonly hold_coverage: number | null;
  /** What plain strapdown makes of the same samples when it is told the phases. */
  readonly yardstick_mcv_rmse_mps: number | null;
  readonly yardstick_rom_mae_m: number | null;
  /** Verdicts for true half reps (ratio <= 0.60) and true full reps (ratio >= 0.92). */
  readonly half: Confusion;
  readonly full: Confusion;
  readonly answers: Readonly<Record<Question, Tally>>;
  readonly live: LiveTotals | null;
}

export interface LiveTotals {
  readonly exact_share: number | null;
  readonly missed: number;
  readonly phantom: number;
  readonly mcv_rmse_mps: number | null;
  readonly rep_delay_median_s: number | null;
  readonly rep_delay_p95_s: number | null;
  readonly hold_delay_median_s: number | null;
  readonly hold_delay_p95_s: number | null;
  readonly false_hold_share: number | null;
  readonly early_ends: number;
  /** As of the end-of-set result. */
  readonly silently_wrong: number;
  readonly beyond_stated: number;
}

export const HALF_RATIO = 0.6;
export const FULL_RATIO = 0.92;

function confusion(errors: readonly RepErrors[], belongs: (ratio: number) => boolean): Confusion {
  const of = (range: string): number =>
    errors.filter((e) => belongs(e.true_ratio) && e.range === range).length;
  return { full: of('full'), short: of('short'), partial: of('partial'), unsure: of('unsure') };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function ratio(sigmas: readonly (number | null)[], rmse: number | null): number | null {
  const median = quantile(present(sigmas), 0.5);
  return median === null || rmse === null || rmse === 0 ? null : median / rmse;
}

export function total(sets: readonly ScoredSet[]): Totals {
  const finals = sets.flatMap(({ final }) => (final === null ? [] : [final]));
  const errors = finals.flatMap((score) => score.errors);
  const column = (
    key: Exclude<keyof RepErrors, 'range' | 'answers' | 'quality' | 'stated'>,
  ): (number | null)[] => errors.map((e) => e[key]);
  const mcv = column('mcv_mps');
  const rom = column('rom_m');
  const mcv_rmse_mps = rms(present(mcv));
  const answers = errors.flatMap((e) => e.answers);
  const known = sets.flatMap((set) => set.yardstick ?? []);
  const live = sets.flatMap((set) => (set.live === null ? [] : [set.live]));
  return {
    sets: sets.length,
    reps: sum(finals.map((score) => score.reps)),
    crashed: sets.filter((set) => set.error !== null).length,
    exact_share: mean(finals.map((score) => (isExact(score) ? 1 : 0))),
    missed: sum(finals.map((score) => score.missed)),
    phantom: sum(finals.map((score) => score.phantom)),
    failed: sum(finals.map((score) => score.failed)),
    failed_found: sum(finals.map((score) => score.failedFound)),
    silently_wrong: errors.filter(isSilentlyWrong).length,
    beyond_stated: errors.filter(isBeyondStated).length,
    without_mcv: mcv.filter((value) => value === null).length,
    mcv_rmse_mps,
    mcv_bias_mps: mean(present(mcv)),
    pcv_rmse_mps: rms(present(column('pcv_mps'))),
    mpv_rmse_mps: rms(present(column('mpv_mps'))),
    rom_mae_m: meanAbsolute(present(rom)),
    rom_bias_m: mean(present(rom)),
    hold_mae_s: meanAbsolute(present(column('hold_s'))),
    eccentric_mae_s: meanAbsolute(present(column('eccentric_s'))),
    mcv_coverage: coverage(mcv, column('mcv_sigma_mps')),
    mcv_sigma_ratio: ratio(column('mcv_sigma_mps'), mcv_rmse_mps),
    rom_coverage: coverage(rom, column('rom_sigma_m')),
    rom_sigma_ratio: ratio(column('rom_sigma_m'), rms(present(rom))),
    yardstick_mcv_rmse_mps: rms(known.map((e) => e.mcv_mps)),
    yardstick_rom_mae_m: meanAbsolute(known.map((e) => e.rom_m)),
    hold_coverage: coverage(column('hold_s'), column('hold_sigma_s')),
    half: confusion(errors, (r) => r <= HALF_RATIO),
    full: confusion(errors, (r) => r >= FULL_RATIO),
    answers: Object.fromEntries(QUESTIONS.map((q) => [q, tally(answers, q)])) as Record<Question, Tally>,
    live: live.length === 0 ? null : totalLive(live),
  };
}

function totalLive(sets: readonly LiveScore[]): LiveTotals {
  const repDelays = sets.flatMap((set) => set.repDelays_s);
  const holdDelays = sets.flatMap((set) => set.holdDelays_s);
  const starts = sum(sets.map((set) => set.holdStarts));
  return {
    exact_share: mean(sets.map((set) => (set.missed === 0 && set.phantom === 0 ? 1 : 0))),
    missed: sum(sets.map((set) => set.missed)),
    phantom: sum(sets.map((set) => set.phantom)),
    mcv_rmse_mps: rms(sets.flatMap((set) => set.mcvErrors_mps)),
    rep_delay_median_s: quantile(repDelays, 0.5),
    rep_delay_p95_s: quantile(repDelays, 0.95),
    hold_delay_median_s: quantile(holdDelays, 0.5),
    hold_delay_p95_s: quantile(holdDelays, 0.95),
    silently_wrong: sum(sets.map((set) => set.silentlyWrong)),
    beyond_stated: sum(sets.map((set) => set.beyondStated)),
    early_ends: sum(sets.map((set) => set.earlyEnds)),
    false_hold_share: starts === 0 ? null : sum(sets.map((set) => set.falseHoldStarts)) / starts,
  };
}
