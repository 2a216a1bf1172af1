import { counted } from './locale.ts';

/** The Team screen. */
export const team = {
  title: 'Team',
  sub: 'work sets of the last twelve weeks; shares of the last four',
  groupLabel: 'Group',
  everybody: 'Everybody',
  noGroup: 'Without a group',
  look: (n: number) => (n === 0 ? 'Nobody needs a look' : `Needs a look: ${n}`),
  fine: (n: number) => `As usual: ${n}`,
  idle: (n: number) =>
    `${counted(n, { one: 'athlete', other: 'athletes' })} without a work set in twelve weeks.`,
  columns: {
    athlete: 'Athlete',
    why: 'Why',
    speed: 'Speed at usual load',
    last: 'Last session',
    half: 'Half reps',
    holds: 'Holds missed',
    drops: 'Dropped',
  },
  at: (mcv: string, load: string) => `${mcv} m/s at ${load}`,
  away: (days: number) => `No session for ${counted(days, { one: 'day', other: 'days' })}`,
  slower: (now: string, before: string, low: string, high: string) =>
    `Slower: ${now} m/s in the last two weeks, ${before} before (95 % interval of the fall ${low} to ${high})`,
  drops: (n: string, of: string) => `Drops the bar: ${n} of ${of} reps`,
  halfReps: (n: string, of: string) => `Half reps: ${n} of ${of}`,
  holds: (n: string, of: string) => `Holds missed: ${n} of ${of}`,
  share: (pct: string, of: string) => `${pct} of ${of}`,
  open: (name: string) => `History of ${name}`,
  empty: 'Nobody has a work set of the last twelve weeks',
  emptyText: 'Athletes appear here with their first set.',
};
