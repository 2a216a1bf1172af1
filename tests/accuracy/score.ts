import type { Truth } from '../../src/recording/synthetic/true-rep.ts';
import type { Quality, Rep } from '../../src/reps/rep.ts';
import { type Answer, answersOf } from './answers.ts';
import { matchReps } from './match.ts';

/** found - true of one rep; null where one side has no number. */
export interface RepErrors {
  readonly mcv_mps: number | null;
  readonly mcv_sigma_mps: number | null;
  readonly pcv_mps: number | null;
  readonly mpv_mps: number | null;
  readonly rom_m: number | null;
  readonly rom_sigma_m: number | null;
  /** Against an instrument: with what not knowing where the sensor sits adds. */
  readonly stated: { readonly mcv_mps: number | null; readonly rom_m: number | null };
  readonly hold_s: number | null;
  readonly hold_sigma_s: number | null;
  readonly eccentric_s: number | null;
  readonly start_s: number;
  readonly true_ratio: number;
  readonly range: string;
  readonly quality: Quality;
  readonly answers: readonly Answer[];
}

export interface SetScore {
  readonly seed: number;
  readonly reps: number;
  readonly missed: number;
  readonly phantom: number;
  readonly failed: number;
  readonly failedFound: number;
  readonly errors: readonly RepErrors[];
}

const minus = (found: number | null, truth: number | null): number | null =>
  found === null || truth === null ? null : found - truth;

export function scoreReps(
  seed: number,
  truth: Truth,
  found: readonly Rep[],
  failed: readonly Rep[],
): SetScore {
  const { pairs, missed, phantom } = matchReps(truth.reps, found);
  return {
    seed,
    reps: truth.reps.length,
    missed: missed.length,
    phantom: phantom.length,
    failed: truth.failed.length,
    failedFound: matchReps(truth.failed, failed).pairs.length,
    errors: pairs.map(({ truth: t, found: f }) => ({
      mcv_mps: minus(f.mcv_mps, t.mcv_mps),
      mcv_sigma_mps: f.mcv_repeat_sigma_mps,
      pcv_mps: minus(f.pcv_mps, t.pcv_mps),
      mpv_mps: minus(f.mpv_mps, t.mpv_mps),
      rom_m: minus(f.rom_m, t.rom_m),
      rom_sigma_m: f.rom_repeat_sigma_m,
      stated: { mcv_mps: f.mcv_sigma_mps, rom_m: f.rom_sigma_m },
      hold_s: minus(f.lockout.hold_s, t.lockout.hold_s),
      hold_sigma_s: f.lockout.hold_sigma_s,
      eccentric_s: minus(f.eccentric?.duration_s ?? null, t.eccentric?.duration_s ?? null),
      start_s: f.concentric.start_s - t.concentric.start_s,
      true_ratio: t.rom_m / truth.reference_rom_m,
      range: f.verdict.range,
      quality: f.quality,
      answers: answersOf(t, f, truth.reference_rom_m),
    })),
  };
}

/** A set is exact when every rep was found once and nothing else. */
export const isExact = (score: SetScore): boolean => score.missed === 0 && score.phantom === 0;

/** Beyond both an error of a number called good is a lie: so many sigmas, and m/s or m. */
const SILENT = { sigmas: 3, mcv_mps: 0.05, rom_m: 0.03 };

const off = (error: number | null, sigma: number | null, matters: number): boolean =>
  Math.abs(error ?? 0) > Math.max(matters, SILENT.sigmas * (sigma ?? 0));

/** Called good, and off by more than three of its own sigmas and by more than matters. */
export const isSilentlyWrong = (e: RepErrors): boolean =>
  e.quality === 'good' &&
  (off(e.mcv_mps, e.mcv_sigma_mps, SILENT.mcv_mps) || off(e.rom_m, e.rom_sigma_m, SILENT.rom_m));

/** The same by the sigma against an instrument, for sensors that are not on the bar. */
export const isBeyondStated = (e: RepErrors): boolean =>
  e.quality === 'good' &&
  (off(e.mcv_mps, e.stated.mcv_mps, SILENT.mcv_mps) || off(e.rom_m, e.stated.rom_m, SILENT.rom_m));
