const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The Import screen. */
export const importing = {
  title: 'Import',
  drop: 'Drop files here, or anywhere on the page',
  dropText:
    'Recordings of a sensor, training histories, a list of athletes, or everything out of another Lockout. Two files of one recording go together.',
  choose: 'Choose files',
  accepted: 'What can be read',
  acceptedList: [
    'Recordings: Lockout, WitMotion, MetaBase, Movella DOT, Movesense, Polar Sensor Logger, phyphox, Sensor Logger, SensorLog, Apple watch, Physics Toolbox, Shimmer, AndroSensor; any other table once you say what its columns are.',
    'Training histories: Vitruve, GymAware, OpenBarbell, Strong, Hevy, FitNotes; any table with day, exercise, load and reps.',
    'Lists of athletes: Name, or First name and Last name; Body mass, Group, Birth year, Note.',
    'Everything out of a Lockout: everything.lockout.',
    'As .csv, .txt, .tsv, .json or .lockout, alone or in a .zip or .gz.',
  ],
  tooBig: (megabytes: number) =>
    `These files have more than ${megabytes} MB: too many to hand over here. Use the command line: lockout import FILE.`,
  tooMany: (most: number) =>
    `At most ${most} files belong to one recording. Hand over one recording after the other.`,
  /** Of a file that was pressed twice outside Lockout. */
  opened: {
    unreadable: 'This file could not be read. It may have been moved, or lie on a drive that is gone.',
    'too-big': 'This file is too big to be opened here. Use the command line: lockout import FILE.',
  },
  sending: (percent: string) => `Reading the files: ${percent} %`,
  looking: 'Looking at the files',
  analysing: (done: number, of: number) => `Measuring the reps: ${done} of ${counted(of, 'set', 'sets')}`,
  calledOff: 'The import was called off. Nothing of it was stored.',
  cancel: 'Cancel',
  noFile: 'There is no file here. Choose it again.',
  noReps: 'There are no reps in this recording, so there is nothing to store.',
  nobodyNew: 'Everybody on this list is there already.',
  running: 'A set is running. End it, then undo the import.',
  before: (file: string, day: string) => `The same file was imported on ${day} (${file}).`,
  store: 'Import',
  another: 'Import something else',
  whose: 'Athlete',
  lift: 'Lift',
  load: (unit: string) => `Load, ${unit}`,
  when: 'When',
  counts: 'Let it count in trends, ranges, the profile and bests',
  history: {
    title: (tool: string) => `Training history of ${tool}`,
    counts: (fresh: number, reps: number, there: number, refused: number) =>
      `${counted(fresh, 'new set', 'new sets')} with ${counted(reps, 'rep', 'reps')}; ${there} there already; ${counted(refused, 'row', 'rows')} refused`,
    kept: 'These sets have no signal. They are kept beside your own, with the name of the instrument, and are in no line, trend or best.',
    people: 'Athletes',
    lifter: 'The lifter of this file',
    asNew: (name: string) => `${name} (new)`,
    exercises: 'Exercises',
    ownName: 'None of these: keep its own name',
    sets: (count: number) => counted(count, 'set', 'sets'),
    dayFirst: 'Day first: 31/12/2026',
    monthFirst: 'Month first: 12/31/2026',
    units: 'Loads are in',
  },
  recording: {
    title: 'Recording',
    force: 'Length of the acceleration over time: 1 g at rest',
    set: (index: number, reps: number) => `Set ${index}: ${counted(reps, 'rep', 'reps')}`,
    rep: (mcv: string, rom: string) => `${mcv} m/s, ${rom} m`,
  },
  columns: {
    title: 'What are these columns?',
    text: 'No tool is known by this header. Choose what the columns are; the choice is remembered for the next file like it.',
    time: 'Time',
    timeUnit: 'Time is',
    accel: (axis: string) => `Acceleration ${axis}`,
    accelUnit: 'Acceleration in',
    gyro: (axis: string) => `Turning rate ${axis}`,
    gyroUnit: 'Turning rate in',
    none: 'not there',
    times: {
      t_s: 'seconds',
      t_ms: 'milliseconds',
      t_us: 'microseconds',
      timestamp_ms: 'milliseconds of arrival',
    },
    accels: { g: 'g', mg: 'mg', mps2: 'm/s²' },
    rates: { dps: '°/s', rads: 'rad/s', mdps: 'm°/s' },
    look: 'Show what that gives',
  },
  roster: {
    title: 'List of athletes',
    counts: (added: number, known: number) =>
      `${counted(added, 'athlete', 'athletes')} to add, ${known} there already`,
  },
  everything: {
    title: 'Everything out of a Lockout',
    text: 'It comes in beside what is here: athletes are found by their names, and what is here already stays as it is.',
  },
  refused: { title: 'This cannot be imported' },
  done: 'Imported',
  open: (id: number) => `Open set ${id}`,
  toHistory: 'To the history',
  toAthletes: 'To the athletes',
  undo: 'Undo this import',
  undoSure: 'Really undo',
  undone: (file: string) => `The import of ${file} is undone`,
  stored: ({
    sets,
    reps,
    athletes,
  }: {
    readonly sets: number;
    readonly reps: number;
    readonly athletes: number;
  }) =>
    [
      ...(sets > 0 ? [`${counted(sets, 'set', 'sets')} with ${counted(reps, 'rep', 'reps')}`] : []),
      ...(athletes > 0 ? [counted(athletes, 'new athlete', 'new athletes')] : []),
    ].join(', '),
  loaded: (athletes: number, sets: number) =>
    `${counted(athletes, 'new athlete', 'new athletes')}, ${counted(sets, 'set', 'sets')}`,
  list: 'Imports so far',
  none: 'Nothing was imported yet.',
  others: 'Other instruments',
  othersText: 'Measured or noted by other tools, without a signal: not in the numbers above.',
};
