/** The screen on the wall. */
export const board = {
  here: 'This rack',
  phases: { idle: 'No sensor', ready: 'Ready', set: 'Lifting', done: 'Set done' },
  setNumber: (number: number) => `Set ${number}`,
  repsOf: (goal: string) => `of ${goal}`,
  holds: (met: string, judged: string) => `${met} of ${judged} holds`,
  stop: 'Stop',
  loss: (percent: string) => `${percent} slower`,
  waiting: 'No set yet.',
  silent: (ago: string) => `Not heard of for ${ago}`,
  leaders: 'Leaders today',
  leadersBy: {
    speed: 'Fastest for their load',
    clean: 'Clean reps',
    holds: 'Holds met',
  },
  noLeaders: {
    speed: 'Nobody yet: it takes work sets at different loads on earlier days.',
    clean: 'Nobody yet.',
    holds: 'Nobody yet.',
  },
  atShare: (velocity: string, share: string) => `${velocity} at ${share} of 1RM`,
  outOf: (count: string) => `of ${count}`,
  old: (ago: string) => `The station does not answer. This is from ${ago} ago.`,
  gymAway: (ago: string) => `The gym has been away for ${ago}: other racks are as they were.`,

  settings: 'Board on the wall',
  settingsHint: 'Open #/board, or /board on a paired screen. It shows who lifts now, and leaders of the day.',
  open: 'Open the board',
  names: 'Names',
  namesAs: { full: 'Whole', short: 'Anna B.', initials: 'A. B.' },
  lead: 'Leaders by',
};
