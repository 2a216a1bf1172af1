// What still breaks a rule of the house. The lists only get shorter: whoever mends an entry takes its line out,
// and the house test fails until it is out.

export const STILL_LONG: readonly string[] = ['src/reps/live/motion/bar-motion.ts'];

export const STILL_MISSING: readonly string[] = [
  'src/reps/live/motion/bar-motion.ts <- signal-notes',
  'src/reps/live/remeasure/describe-live-rep.ts <- signal-notes',
  'src/reps/live/remeasure/refine-rep.ts <- signal-notes',
];
