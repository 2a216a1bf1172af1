import { counted, whole } from './locale.ts';

/** Trends and comparisons of the History screen. */
export const trend = {
  title: 'Over time',
  sub: 'one value a session and load; select a point to open its set',
  metricLabel: 'Measure',
  metrics: {
    velocity: 'Velocity',
    peak: 'Peak velocity',
    power: 'Power',
    hold: 'Hold',
    range: 'Range',
    lowering: 'Lowering',
    tonnage: 'Tonnage',
  },
  metricNames: {
    velocity: 'Mean velocity',
    peak: 'Mean of the peak velocities',
    power: 'Mean power',
    hold: 'Mean hold',
    range: 'Mean range of motion',
    lowering: 'Mean lowering time',
    tonnage: 'Load times reps of a set',
  },
  loadLabel: 'Load',
  axis: (metric: string, unit: string) => `${metric}, ${unit}`,
  directions: {
    up: (change: string, since: string, low: string, high: string) =>
      `up by ${change} since ${since} (95 % interval ${low} to ${high}): more than chance`,
    down: (change: string, since: string, low: string, high: string) =>
      `down by ${change} since ${since} (95 % interval ${low} to ${high}): more than chance`,
    none: (change: string, since: string, low: string, high: string) =>
      `${change} since ${since} (95 % interval ${low} to ${high}): may be chance`,
  },
  at: (load: string, what: string) => `At ${load}: ${what}.`,
  few: (load: string, sessions: number, least: number) =>
    `At ${load}: ${counted(sessions, { one: 'session', other: 'sessions' })}; a trend needs ${whole(least)}.`,
  bandNote: 'Line and band: straight line through the sessions, 95 %.',
  gap: (from: string, to: string) =>
    from === to ? `no training, week of ${from}` : `no training, weeks of ${from} to ${to}`,
  gaps: (list: string) => `Weeks without training, by their Monday: ${list}.`,
  gapRange: (from: string, to: string) => `${from} to ${to}`,
  tableTitle: 'Change at each load',
  columns: {
    load: 'Load',
    sessions: 'Sessions',
    first: 'First',
    last: 'Last',
    change: 'Change',
    interval: '95 % interval',
  },
  interval: (low: string, high: string) => `${low} to ${high}`,
  compare: 'Compare with',
  compareKinds: {
    nobody: 'Nothing',
    period: 'Another period',
    athlete: 'Another athlete',
    side: 'The other side',
  },
  comparedTable: 'The two in numbers',
  comparedColumns: {
    who: 'Who',
    sessions: 'Sessions',
    first: 'First',
    last: 'Last',
    mean: 'Mean',
    change: 'Change',
  },
  comparedPeriod: (from: string, to: string) => `${from} to ${to}`,
  compared: (a: string, b: string, load: string, va: string, vb: string) =>
    `At ${load}: ${a} ${va}, ${b} ${vb}.`,
  difference: (change: string, low: string, high: string) =>
    `Difference ${change} (95 % interval ${low} to ${high}), more than chance.`,
  noDifference: (change: string, low: string, high: string) =>
    `Difference ${change} (95 % interval ${low} to ${high}), may be chance.`,
  fewToCompare: 'Each needs two sessions at the same load to say more.',
  noCommon: 'No load was lifted by both.',
  from: 'From',
  to: 'To',
};
