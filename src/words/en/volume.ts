import { counted, whole } from './locale.ts';

const SETS = { one: 'hard set', other: 'hard sets' };

/** Volume, personal bests and search of the History screen. */
export const volume = {
  title: 'Hard sets by muscle and week',
  sub: 'work sets of all lifts; the first muscle of a lift counts, in brackets those it helps in',
  week: 'Week of',
  sets: 'Hard sets',
  tonnage: 'Tonnage',
  none: 'No work sets in this period.',
  thisWeek: (sets: number, low: number, high: number) =>
    `Glutes this week: ${counted(sets, SETS)}; coaches advise ${whole(low)} to ${whole(high)} for those who put them first.`,
  perWeek: (tonnage: string, weeks: number) =>
    `${tonnage} in ${counted(weeks, { one: 'week', other: 'weeks' })}.`,
  helping: (sets: string) => `(${sets})`,
  since: (days: number) =>
    days <= 0
      ? 'Last session of this lift: today.'
      : `Last session of this lift: ${counted(days, { one: 'day', other: 'days' })} ago.`,
  rest: (hours: number) => `Coaches leave ${whole(hours)} hours between sessions of a lift.`,
};

export const bests = {
  title: 'Personal bests',
  sub: 'full reps of work sets, of all time',
  heaviest: 'Heaviest full rep',
  strictest: 'Longest strict set',
  strictSet: (reps: string, load: string) => `${reps} × ${load}`,
  surest: '1RM, lower end',
  surestValue: (load: string) => `at least ${load}`,
  fastest: (load: string) => `Fastest at ${load}`,
  none: 'Bests appear with the first full rep at a load.',
  what: 'Best',
  value: 'Value',
  when: 'Set of',
};

export const search = {
  title: 'Search',
  label: 'Notes and names',
  hint: 'words of a note, or an athlete’s name',
  none: 'Nothing found.',
  found: (n: number) => counted(n, { one: 'set', other: 'sets' }),
};
