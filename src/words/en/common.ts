import { counted, REPS } from './locale.ts';

/** What many screens share, one by one; what stands in groups is in the file of its theme. */
export const common = {
  close: 'Close',
  cancel: 'Cancel',
  apply: 'Apply',
  skipToContent: 'Skip to content',
  navigation: 'Screens',
  loading: 'One moment',
  nothing: '–',
  units: { mps: 'm/s', s: 's', kg: 'kg', lb: 'lb', w: 'W', hz: 'Hz', cm: 'cm', percent: '%' },
  reps: (n: number) => counted(n, REPS),
  sets: (n: number) => counted(n, { one: 'set', other: 'sets' }),
  outOf: (n: string, all: string) => `${n} of ${all}`,
  /** Behind a number that stands larger. */
  ofAll: (all: string) => `of ${all}`,
  badges: {
    simulated: 'Simulated',
    replay: 'Replay',
    replayed: 'Replayed',
    notCounted: 'Replayed, counts nowhere',
  },
  /** Any list that is searched by typing. */
  picker: { none: 'Nothing matches', create: (name: string) => `New: ${name}` },
};
