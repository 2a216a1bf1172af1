import { grammarOf } from '../grammar.ts';

/** For Intl: numbers, dates, lists. */
export const locale = 'en';

/** A number that a sentence gets as a string is formatted already; the others go through these. */
export const { whole, tenths, hundredths, plain, beside, counted } = grammarOf(locale);

/** What is counted in many places; the rest stands where it is counted. */
export const REPS = { one: 'rep', other: 'reps' };
export const HALF_REPS = { one: 'half rep', other: 'half reps' };
