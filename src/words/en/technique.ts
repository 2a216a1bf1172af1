import { counted, REPS } from './locale.ts';

/** The technique map of the History screen. */
export const technique = {
  title: 'Technique map',
  sub: 'Where reps are cut short, the hold is let go or the bar is dropped',
  axes: { rep: 'Rep of the set', week: 'Week of' },
  axesLabel: 'Across',
  axisLoad: (unit: string) => `Load, ${unit}`,
  outcomes: {
    full: 'as asked',
    short: 'short',
    half: 'half rep',
    'missed-hold': 'hold missed',
    dropped: 'dropped',
    unsure: 'not judged',
  },
  cell: (load: string, column: string, parts: string, reps: number) =>
    `${load}, ${column}: ${parts}, of ${counted(reps, REPS)}`,
  repColumn: (n: string) => `rep ${n}`,
  weekColumn: (date: string) => `week of ${date}`,
  part: (n: string, outcome: string) => `${n} ${outcome}`,
  share: (bad: string, of: string) => `${bad} of ${of}`,
  fromLoad: (load: string, there: string, before: string) =>
    `It goes wrong from ${load} up: ${there} reps, and ${before} below.`,
  everyLoad: (there: string) => `It goes wrong at every load: ${there} reps.`,
  noLoad: 'No load at which more than a fifth of the reps goes wrong.',
  fromRep: (rep: string, there: string, before: string) =>
    `There it begins with rep ${rep}: ${there} from it on, ${before} before it.`,
  everyRep: (there: string) => `There it begins with the first rep: ${there}.`,
  noRep: 'No rep of a set at which it begins.',
  worstWeek: (date: string, share: string) => `Worst in the week of ${date}: ${share} reps.`,
  noWeek: 'No week stands out.',
  mostly: (outcome: string, n: string, of: string) => `Mostly ${outcome}: ${n} of ${of}.`,
  judged: 'Reps that nobody could judge are in no share.',
  pressHint: 'Select a square to list its sets.',
  tableTitle: 'Technique by load',
  squaresTitle: 'Every square as a table',
  load: 'Load',
  reps: 'Reps',
  setsOf: (where: string) => `Sets: ${where}`,
  empty: 'No sets with a load in this period.',
};
