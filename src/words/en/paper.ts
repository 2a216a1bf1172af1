import { whole } from './locale.ts';

/** The page that an athlete is handed. */
export const paper = {
  titles: {
    session: (date: string) => `Session of ${date}`,
    weeks: (date: string) => `Twelve weeks to ${date}`,
  },
  print: 'Print',
  back: 'Back to the history',
  technique: 'Reps at each load',
  trend: 'Speed over time',
  line: 'Speed at each load',
  said: 'In short',
  next: 'Next session',
  nextLoad: (load: string, reps: number) => `${load} × ${whole(reps)}`,
  max: (low: string, high: string) => `1RM today: ${low} to ${high} (95 % interval).`,
  noMax: '1RM: needs a line that can be trusted.',
  none: 'No work sets to show.',
  limits:
    'Measured by an accelerometer on the bar, not by a camera or a force plate. Velocity and range have an error of their own; intervals say how far a number can be trusted. A change marked “may be chance” is none. What each number means stands in Lockout under Help. This page says nothing about health.',
};
