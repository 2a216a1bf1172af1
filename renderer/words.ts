import type { SoundEvent } from '../src/contract/settings.ts';
import type { GoalPreset, LiftId, LinkPhase, Side, VariationId } from '../src/contract/station.ts';
import type { Action, KeyGroup } from './keys.ts';

/**
 * Every English text of the page, typed: a translation is another file of this shape. What the station
 * says in sentences (remarks, problems) arrives in words already.
 */
const lifts: Record<LiftId, string> = {
  'hip-thrust': 'Hip thrust',
  squat: 'Squat',
  deadlift: 'Deadlift',
  'romanian-deadlift': 'Romanian deadlift',
  'bench-press': 'Bench press',
  'overhead-press': 'Overhead press',
  row: 'Row',
  other: 'Other lift',
};
const variations: Record<VariationId, string> = {
  barbell: 'Barbell',
  bodyweight: 'Bodyweight',
  'single-leg': 'Single-leg',
  'b-stance': 'B-stance',
  banded: 'Banded',
  'smith-machine': 'Smith machine',
  dumbbell: 'Dumbbell',
  'kas-bridge': 'Kas bridge',
  'glute-bridge': 'Glute bridge',
};
const presets: Record<GoalPreset, string> = {
  strength: 'Strength',
  hypertrophy: 'Hypertrophy',
  light: 'Light',
  power: 'Power',
  custom: 'Custom',
};
const presetHints: Record<GoalPreset, string> = {
  strength: 'Few heavy reps, stop early',
  hypertrophy: 'Moderate loads, more fatigue',
  light: 'High reps, constant tension',
  power: 'Every rep fast',
  custom: 'Your own numbers',
};
const linkPhases: Record<LinkPhase, string> = {
  connecting: 'connecting',
  discovering: 'connecting',
  configuring: 'setting up',
  streaming: 'streaming',
  lost: 'link lost',
  reconnecting: 'reconnecting',
  ended: 'ended',
  failed: 'failed',
};
const soundNames: Record<SoundEvent, string> = {
  lockout: 'Lockout reached',
  tick: 'Hold runs',
  met: 'Hold met',
  partial: 'Half rep',
  dropped: 'Bar dropped',
  'velocity-loss': 'Stop: velocity loss',
  failed: 'Failed rep',
  'set-start': 'Set starts',
  'set-end': 'Set ends',
};
const soundHints: Record<SoundEvent, string> = {
  lockout: 'One steady tone when the top of the rep is reached.',
  tick: 'Short ticks that rise in pitch until the hold is met.',
  met: 'A bright two-note chime: the hold counts, go down.',
  partial: 'One low tone: the rep stopped short of your range.',
  dropped: 'A dry double click: lower it under control.',
  'velocity-loss': 'Three falling notes: this was the last rep.',
  failed: 'A low buzz that sinks.',
  'set-start': 'A soft rising fifth with the first rep.',
  'set-end': 'A soft falling fifth when the bar rests.',
};
const actionNames: Record<Action, string> = {
  station: 'Station',
  history: 'History',
  profile: 'Profile',
  athletes: 'Athletes',
  sensors: 'Sensors',
  settings: 'Settings',
  guide: 'Help',
  athlete: 'Athlete',
  lift: 'Lift and variation',
  load: 'Load',
  goal: 'Goal and targets',
  side: 'Side: left or right',
  warmUp: 'Warm-up or work set',
  nextSensor: 'Next sensor feeds the station',
  calibrate: 'Calibrate the lift',
  endSet: 'End the set',
  undo: 'Undo the last rep; again: bring it back',
  previousRep: 'Select the rep before',
  nextRep: 'Select the rep after',
  deleteRep: 'Delete the selected rep, or bring it back',
  nextSet: 'Leave the finished set',
  review: 'Review the finished set',
  relabelAthlete: 'The finished set was another athlete',
  relabelLift: 'The finished set was another lift',
  relabelLoad: 'The finished set had another load',
  kiosk: 'Full screen, nothing but the station',
  display: 'Open the read-out on a second display',
  sounds: 'All sounds',
  shortcuts: 'These keys',
};
const keyGroups: Record<KeyGroup, string> = {
  go: 'Go to',
  setup: 'Before a set',
  set: 'During and after a set',
  view: 'View',
};
const keyCaps: Record<string, string> = {
  Space: 'Space',
  PageDown: 'Page down',
  PageUp: 'Page up',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Backspace: '⌫',
  Enter: 'Enter',
  Escape: 'Esc',
};
const sides: Record<Side, string> = { left: 'Left', right: 'Right' };
const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const words = {
  /** For Intl: numbers, dates, lists. */
  locale: 'en',
  product: 'Lockout',
  close: 'Close',
  cancel: 'Cancel',
  apply: 'Apply',
  skipToContent: 'Skip to content',
  navigation: 'Screens',
  loading: 'One moment',
  nothing: '–',
  lifts,
  variations,
  sides,
  presets,
  presetHints,
  linkPhases,
  soundNames,
  soundHints,
  actionNames,
  keyGroups,
  keyCaps,
  units: { mps: 'm/s', s: 's', kg: 'kg', lb: 'lb', w: 'W', hz: 'Hz', cm: 'cm', percent: '%' },
  reps: (n: number) => plural(n, 'rep', 'reps'),
  sets: (n: number) => plural(n, 'set', 'sets'),
  of: 'of',
  range: { full: 'Full', short: 'Short', partial: 'Half rep', unsure: 'Unsure' },
  hold: { met: 'hold met', missed: 'hold missed', unsure: 'hold unsure' },
  lowering: { controlled: 'lowered with control', fast: 'lowered fast', dropped: 'dropped' },
  flags: {
    'over-extended': 'over-extended',
    'floor-rest': 'rested on the floor',
    unsteady: 'unsteady path',
    failed: 'failed',
  },
  connection: {
    unreachable: 'The station does not answer.',
    lost: 'Station not reachable',
    lostDetail: 'Is Lockout still running on this computer? Trying again by itself.',
    connecting: 'Reaching the station',
  },
  notFound: { title: 'There is no such screen', back: 'Back to the station' },
  shortcuts: {
    title: 'Keys',
    singleKeys: 'Single keys work (switch off for speech or switch input)',
  },
  sounds: {
    title: 'Sounds',
    off: 'Sound is off: press any key',
    elsewhere: 'Another window makes the sounds',
    intro: 'What you will hear under the bar. Each can be switched off in Settings.',
    play: 'Play',
    playAll: 'Play all in a row',
    playSet: 'Play a rep with a 1 s hold',
    volume: 'Volume',
    voice: 'Voice',
    voiceSample: 'Rep 3. 0 point 5 8. Full.',
    noVoice: 'This computer has no voice installed; everything is told by tones.',
    switchedOff: 'off in Settings',
    latency: (ms: number) => `Output delay of this computer: ${ms} ms, made up for.`,
  },
  picker: { none: 'Nothing matches', create: (name: string) => `New: ${name}` },
} as const;
