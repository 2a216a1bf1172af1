import { counted, HALF_REPS } from './locale.ts';

export const range = { full: 'Full', short: 'Short', partial: 'Half rep', unsure: 'Unsure' };

/** Within a sentence. */
export const rangeInLine = { full: 'full', short: 'short', partial: 'half rep', unsure: 'unsure' };

export const rangeCount = {
  full: (n: number) => `${n} full`,
  short: (n: number) => `${n} short`,
  partial: (n: number) => counted(n, HALF_REPS),
  unsure: (n: number) => `${n} not judged`,
};

export const hold = { missed: 'hold missed', 'no-lockout': 'no lockout' };

export const lowering = { controlled: 'lowered with control', fast: 'lowered fast', dropped: 'dropped' };

export const flags = {
  'over-extended': 'over-extended',
  'floor-rest': 'rested on the floor',
  unsteady: 'unsteady path',
  pulsed: 'pulsed at lockout',
  failed: 'failed',
};

/** Why a number is not `good`, by the code the core gives it (signal/recording-facts.ts, reps/quality.ts). */
export const reasons = {
  gap: 'gap',
  clipping: 'clipping',
  'low rate': 'low rate',
  '3-axis only': '3-axis only',
  'scale unsure': 'scale unsure',
  'gyroscope unsure': 'gyroscope unsure',
  'sensor place unsure': 'the sensor turns with the lift: say what it sits on',
  'too slow to measure': 'too slow to measure',
  'no rest before the set': 'no rest before the set',
  'start not recorded': 'start not recorded',
  'end not recorded': 'end not recorded',
  uncertain: 'uncertain',
  'counted by hand': 'counted by hand',
} as Readonly<Record<string, string>>;
