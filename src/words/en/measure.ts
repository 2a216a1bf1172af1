import { counted, whole } from './locale.ts';

const LOADS = { one: 'load', other: 'loads' };

/** Measuring a load-velocity profile, and those that were kept. */
export const measure = {
  title: (athlete: string, lift: string) => `Profile of ${athlete}, ${lift}`,
  back: 'Back to the profile',

  rising: 'Rising loads',
  how: 'Two or three full reps at each load, lightest first, each rep as fast as possible; three minutes between loads. Stop where a rep is no longer clean: what was lifted until then counts.',
  loads: (unit: string) => `Loads to lift, ${unit}`,
  loadsHint: 'From the line or the usual loads, rounded to the plates there are. Change them as you like.',
  notLoads: 'Two to eight loads, with spaces between them.',
  begin: (loads: number) => `Begin with ${counted(loads, LOADS)}`,
  twoOnly: 'Two loads only',
  twoHint: 'Two loads are quick and say less: such a line cannot show that a rep was off.',

  steps: 'Steps',
  lifted: (done: number, of: number) => `${whole(done)} of ${counted(of, LOADS)} lifted`,
  done: (mps: string) => `${mps} m/s`,
  next: 'next',
  later: 'to lift',
  inVain: 'no full rep was measured: lift it again',
  lift: (load: string) => `Lift ${load} at the station`,
  keep: 'Keep this profile',
  stop: 'Stop measuring',
  resumes: 'You can leave this page: sets at these loads are ticked off until the end of the day.',

  typedTitle: 'Velocities from elsewhere',
  typedText: 'Two loads or more that another instrument measured. They are marked as typed.',
  typedLoad: (n: number, unit: string) => `Load ${whole(n)}, ${unit}`,
  typedSpeed: (n: number) => `Mean velocity ${whole(n)}, m/s`,
  instrument: 'Instrument',
  another: 'Another load',
  keepTyped: 'Keep the typed profile',

  kept: 'Measured profiles',
  none: 'None yet. A profile of four or five rising loads shows later what has changed since.',
  measure: 'Measure a profile',
  goOn: (done: number, of: number) => `Go on measuring: ${whole(done)} of ${whole(of)}`,
  columns: {
    day: 'Day',
    loads: 'Loads',
    max: '1RM then',
    speed: 'Speed then and now',
    instrument: 'Measured by',
    belief: 'Can it be trusted?',
  },
  range: (loads: number, from: string, to: string) => `${whole(loads)}: ${from} to ${to}`,
  maxRange: (low: string, high: string) => `${low} to ${high}`,
  atThen: (load: string, mps: string) => `At ${load}: ${mps} m/s.`,
  since: (mps: string, change: string, give: string) =>
    `Now ${mps} m/s, ${change} ± ${give} (95 %): more than chance.`,
  sinceChance: (mps: string, change: string, give: string) =>
    `Now ${mps} m/s, ${change} ± ${give} (95 %): may be chance.`,
  typed: 'typed in',
  typedFrom: (instrument: string) => `typed in, ${instrument}`,
  believed: 'Yes.',
  remove: 'Delete',
  removeReally: 'Delete for good',

  stationLine: (done: number, of: number) => `Profile: ${whole(done)} of ${counted(of, LOADS)} lifted.`,
  stationNext: (load: string) => `Next ${load}`,
  stationAll: 'All loads are lifted: keep the profile',
};
