const rows = (count: number): string => (count === 1 ? 'One row' : `${count} rows`);

/** Training histories of other tools, and what can be wrong with them. */
export const histories = {
  tools: {
    vitruve: 'Vitruve',
    gymAware: 'GymAware',
    openBarbell: 'OpenBarbell',
    strong: 'Strong',
    hevy: 'Hevy',
    fitNotes: 'FitNotes',
    other: 'another tool',
  },
  whichIsDay: (example: string) =>
    `Is "${example}" written with the day or the month first? The file does not tell. Say which.`,
  mixedDates:
    'Some dates have the day first and some the month, so none can be trusted. Say which comes first.',
  noDate: (written: string) => `"${written}" is not a date.`,
  noSuchDay: (written: string) => `there is no such day or time as "${written}".`,
  inFuture: (written: string) => `"${written}" has not come yet.`,
  noExercise: 'no exercise is named.',
  noReps: (written: string) => `${written} is no number of reps.`,
  noLoad: (written: string) => `"${written}" is no load between 0 and 1000 kg.`,
  unitUnknown:
    'The file does not say whether loads are kg or lb; they are read as kg. Say so if they are lb.',
  unreadUnit: (column: string) => `${column} is in a unit that is not known here and was left out.`,
  whose: 'The file does not say whose sets they are. Choose the athlete.',
  isItThem: (written: string, near: string) =>
    `${written} is not on the list of athletes, but ${near} is. Say whether they are the same person.`,
  nothingNew: (there: number) =>
    there === 0
      ? 'There is no set in this file that can be imported.'
      : `Nothing new: all ${there} sets of this file are there already.`,
  lowered: (count: number) => `${rows(count)} about lowering, rest or notes left out.`,
  withoutReps: (count: number) => `${rows(count)} without reps left out, such as runs and planks.`,
  doubled: (count: number) => `${rows(count)} there twice, read once.`,
  impossibleNumbers: (count: number) =>
    count === 1
      ? 'One speed, range or time that no bar can have was left empty.'
      : `${count} speeds, ranges or times that no bar can have were left empty.`,
};
