import type { TrueRep } from '../../src/recording/synthetic/true-rep.ts';
import type { Rep } from '../../src/reps/rep.ts';

/** Yes-or-no questions a coach asks about a rep, where the truth leaves no doubt about the answer. */
export const QUESTIONS = ['hold met', 'dropped', 'over-extended', 'floor contact'] as const;
export type Question = (typeof QUESTIONS)[number];
export interface Answer {
  readonly question: Question;
  readonly truth: boolean;
  /** null: the product would not say. */
  readonly said: boolean | null;
}

/** Truths this near to the line are nobody's fault. */
const HOLD_S = { line: 1, doubt: 0.1 };
const DROPPED_MPS = { line: 1, doubt: 0.1 };
const OVER_EXTENDED_M = { line: 0.02, doubt: 0.01 };

export function answersOf(truth: TrueRep, found: Rep, reference_rom_m: number): Answer[] {
  const answers: Answer[] = [];
  const ask = (
    question: Question,
    value: number | null,
    limit: { line: number; doubt: number },
    said: boolean | null,
  ): void => {
    if (value === null || Math.abs(value - limit.line) <= limit.doubt) return;
    answers.push({ question, truth: value > limit.line, said });
  };
  const { hold, lowering, flags } = found.verdict;
  ask('hold met', truth.lockout.hold_s, HOLD_S, hold === null || hold === 'unsure' ? null : hold === 'met');
  ask(
    'dropped',
    truth.eccentric?.peak_mps ?? null,
    DROPPED_MPS,
    lowering === null ? null : lowering === 'dropped',
  );
  ask('over-extended', truth.rom_m - reference_rom_m, OVER_EXTENDED_M, flags.includes('over-extended'));
  if (truth.bottom.floor_contact !== null)
    answers.push({
      question: 'floor contact',
      truth: truth.bottom.floor_contact,
      said: found.bottom.floor_contact,
    });
  return answers;
}

export interface Tally {
  readonly yes: number;
  readonly yes_right: number;
  readonly no: number;
  readonly no_right: number;
  readonly unsaid: number;
}

export function tally(answers: readonly Answer[], question: Question): Tally {
  const asked = answers.filter((answer) => answer.question === question);
  const count = (truth: boolean, said: boolean | null): number =>
    asked.filter((a) => a.truth === truth && a.said === said).length;
  return {
    yes: asked.filter((a) => a.truth).length,
    yes_right: count(true, true),
    no: asked.filter((a) => !a.truth).length,
    no_right: count(false, false),
    unsaid: asked.filter((a) => a.said === null).length,
  };
}
