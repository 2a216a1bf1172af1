import { counted, REPS, whole } from './locale.ts';

const POINTS = { one: 'point', other: 'points' };

/** What the Profile screen and the station say about training: about loads and speed, never about health. */
export const training = {
  next: 'Next session',
  nextLoad: (load: string, reps: number) => `${load} × ${whole(reps)}`,
  noNext: 'A suggestion needs a work set with a load.',
  rules: {
    'range-first': 'Range first. Finish every rep before adding weight.',
    'hold-first': 'Hold first. Pause at lockout on every rep before adding weight.',
    'lower-it-first': 'Lowering first. Bring the bar down under control before adding weight.',
    'after-a-failed-attempt': 'A little lighter: the last session had an attempt without lockout.',
    'after-a-break': 'A tenth lighter after three weeks or more without this lift.',
    'after-a-slow-day': 'The same again: the last session was slower than usual.',
    'speed-for-power': 'Towards the load of the power speed on the line below.',
    'more-reps-first': 'The same load, one rep more.',
    'prove-it-again': 'The same again: a new load comes after two sessions with all reps full and held.',
    'two-weeks-at-a-load': 'The same again: less than two weeks at this load.',
    'speed-fell-too-far': 'The same again: speed fell further within the set than its goal allows.',
    'add-a-little': 'Add a little.',
  },
  largeStep: 'This step is larger than the 2.5 kg (5 lb) advised: the plates allow no smaller one.',
  clean: (load: string) => `${load} was still clean.`,
  noClean: 'No lighter load was clean lately: a tenth lighter.',
  work: (when: string, load: string, parts: string) => `${when}, ${load}: ${parts}`,
  bestSet: (reps: number) => `best set ${counted(reps, REPS)}`,
  halfReps: (n: string, of: string) => `half reps ${n} of ${of}`,
  shortReps: (n: string, of: string) => `short ${n} of ${of}`,
  holdsMet: (n: string, of: string) => `holds met ${n} of ${of}`,
  dropped: (n: string, of: string) => `dropped ${n} of ${of}`,
  loss: (pct: string) => `speed fell by ${pct}`,
  failed: (n: number) => counted(n, { one: 'failed attempt', other: 'failed attempts' }),
  above: (mps: string) => `Last time ${mps} m/s from the line.`,

  max: '1RM today',
  maxRange: (low: string, high: string) => `${low} to ${high}`,
  maxHow: (mps: string, sd: string) => `95 % interval, at ${mps} ± ${sd} m/s`,
  maxUsual: 'The lift’s published velocity of 1RM.',
  maxOwn: 'The athlete’s own velocity of 1RM, from a heavy set.',
  maxErrors:
    'To compare: published errors are 9.8 % for lines of many people, 3 to 4 % for a line of one’s own. Carrying the line on to zero velocity varies twice as much and is not used.',
  noMax: 'needs a line that can be trusted',
  noVelocity: 'No velocity of 1RM is published for this lift.',

  ready: 'Today',
  readyKinds: { faster: 'Faster than usual', usual: 'As usual', slower: 'Slower than usual' },
  readyHow: (mps: string, load: string, low: string, high: string) =>
    `${mps} m/s at ${load}; usual is ${low} to ${high}`,
  readySds: (sds: string) => `${sds} SD from the line`,
  noReady: 'no work set to compare today',
  percentTile: 'Speed at 80 %',
  percentAt: (load: string) => `at about ${load}`,

  line: 'Speed at each load',
  lineSub: (points: number, sessions: number) =>
    `${counted(points, POINTS)} of ${counted(sessions, { one: 'session', other: 'sessions' })} in six weeks; the fastest full rep of each load`,
  noLine: 'A line needs full reps at two loads or more.',
  believed: 'This line can be trusted.',
  careful: 'Trust this line with care:',
  doubts: {
    'few-points': (points: number, least: number) =>
      `It has ${counted(points, POINTS)}; ${whole(least)} or more are needed.`,
    narrow: (from: string, to: string, share: string) =>
      `The loads lie close together: ${from} to ${to} is ${share} of the 1RM; 20 % or more are needed.`,
    loose: (share: string) => `It explains only ${share} of the differences between points.`,
    'one-point': (load: string, share: string) =>
      `It hangs on one point: without the set at ${load} the 1RM would change by ${share}.`,
    'far-from-1rm': (load: string, share: string) =>
      `The heaviest load, ${load}, is only ${share} of the 1RM.`,
    'not-falling': () => 'It does not clearly get slower as the load grows.',
  },
  bestNext: (load: string, share: string) =>
    `The set that would help most: ${load}, as fast as possible. It would make the 1RM about ${share} surer.`,
  axisLoad: (unit: string) => `Load, ${unit}`,
  axisSpeed: 'Mean velocity, m/s',
  point: (when: string, load: string, mps: string) => `${when}: ${mps} m/s at ${load}. Opens the set.`,
  bands:
    'The line stands for the newest session. Inner band: where the line may be. Outer band: the fastest rep of another day. Both 95 %.',
  oldPoints: 'Faded points are older than six weeks and do not count.',
  zones: { strength: 'strength', hypertrophy: 'hypertrophy', power: 'power', light: 'light' },
  tableTitle: 'Loads and speeds',
  columns: { share: '% of 1RM', load: 'Load', speed: 'm/s', zone: 'Zone' },
  pointsTitle: 'Points of the line',
  pointColumns: { when: 'Session', load: 'Load', speed: 'Fastest, m/s', sigma: '±' },
  spread: (day: string, week: string) =>
    `Days differ by ${day} m/s. Over these weeks speed has changed by ${week} m/s a week.`,

  reserve: 'Reps in reserve',
  reserveAt: (mps: string, reps: string, sd: string) => `${mps} m/s: ${reps} left, ± ${sd}`,
  reserveFrom: (sets: number) =>
    `From ${counted(sets, { one: 'set', other: 'sets' })} to failure of this athlete.`,
  noReserve: (sets: number) =>
    `Needs ${counted(sets, { one: 'set', other: 'sets' })} that end in a failed attempt. General tables err too much to be shown.`,

  volume: 'This week',
  noVolume: 'No work sets this week.',
  muscleColumns: { muscle: 'Muscle', prime: 'Hard sets', assisting: 'Helping' },
  gluteSets: (sets: number, low: number, high: number) =>
    `Glutes: ${counted(sets, { one: 'hard set', other: 'hard sets' })} this week; coaches advise ${whole(low)} to ${whole(high)} for those who put them first.`,
  restUntil: (hours: number, when: string) =>
    `Coaches leave ${whole(hours)} hours between sessions of a lift; for this one that is until ${when}.`,
};
