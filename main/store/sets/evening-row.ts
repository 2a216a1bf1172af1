import type { Rep } from '../../../src/reps/rep.ts';
import { outcomeOf, type RepOutcome } from '../../../src/training/outcome.ts';
import { fastestFull, slowestFull } from '../../../src/training/set-in-short.ts';

/**
 * What the reps of a set come to for who looks at five years of them in the evening, as columns of `sets`: asked of the
 * reps themselves it took six times as long as the sets.
 */
export interface EveningRow {
  /** Means over the reps that can be compared; null where none tells. */
  readonly compared_pcv_mps: number | null;
  readonly compared_power_w: number | null;
  readonly compared_hold_s: number | null;
  readonly compared_rom_m: number | null;
  readonly compared_lowering_s: number | null;
  /** Fastest and slowest full rep with a speed to be trusted, and the repeating sigma of the first. */
  readonly fastest_mcv_mps: number | null;
  readonly fastest_sigma_mps: number | null;
  readonly slowest_mcv_mps: number | null;
  /** What each rep counts as: one of LETTERS a rep. */
  readonly outcomes: string;
}

/** Also said by the step that fills them for older sets (schema). */
const LETTERS: Readonly<Record<RepOutcome, string>> = {
  half: 'h',
  short: 's',
  'missed-hold': 'm',
  dropped: 'd',
  full: 'f',
  unsure: 'u',
};
const OUTCOME_OF = new Map(
  Object.entries(LETTERS).map(([outcome, letter]) => [letter, outcome as RepOutcome]),
);

/** `reps` are those that count: without deleted and failed ones. */
export function eveningRow(reps: readonly Rep[]): EveningRow {
  // half the way is another movement: its numbers are told beside the others, not among them
  const compared = reps.filter(
    ({ verdict, quality }) => verdict.range !== 'partial' && quality !== 'unusable',
  );
  const mean = (of: (rep: Rep) => number | null | undefined): number | null => {
    const told = compared.flatMap((rep) => of(rep) ?? []);
    return told.length === 0 ? null : told.reduce((sum, value) => sum + value, 0) / told.length;
  };
  const measured = reps.map(({ mcv_mps, mcv_repeat_sigma_mps, mcv_sigma_mps, quality, verdict }) => ({
    ...{ mcv_mps, quality, range: verdict.range },
    mcv_sigma_mps: mcv_repeat_sigma_mps ?? mcv_sigma_mps,
  }));
  const fastest = fastestFull(measured);
  return {
    compared_pcv_mps: mean((rep) => rep.pcv_mps),
    compared_power_w: mean((rep) => rep.mean_power_w),
    compared_hold_s: mean((rep) => rep.lockout.hold_s),
    compared_rom_m: mean((rep) => rep.rom_m),
    compared_lowering_s: mean((rep) => rep.eccentric?.duration_s),
    fastest_mcv_mps: fastest?.mcv_mps ?? null,
    fastest_sigma_mps: fastest?.sigma_mps ?? null,
    slowest_mcv_mps: slowestFull(measured),
    outcomes: reps.map(({ verdict }) => LETTERS[outcomeOf(verdict)]).join(''),
  };
}

export const outcomesOfRow = ({ outcomes }: Pick<EveningRow, 'outcomes'>): RepOutcome[] =>
  Array.from(outcomes, (letter) => OUTCOME_OF.get(letter) ?? 'unsure');
