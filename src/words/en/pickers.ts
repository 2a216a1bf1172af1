export const presets = {
  strength: 'Strength',
  hypertrophy: 'Hypertrophy',
  light: 'Light',
  power: 'Power',
  custom: 'Custom',
};

export const presetHints = {
  strength: 'Few heavy reps, stop early',
  hypertrophy: 'Moderate loads, more fatigue',
  light: 'High reps, constant tension',
  power: 'Every rep fast',
  custom: 'Your own numbers',
} satisfies Record<keyof typeof presets, string>;

/** The pickers of the Station screen: load, goal. */
export const load = {
  title: 'Load',
  field: (unit: string) => `Load including the bar, ${unit}`,
  hint: 'The up and down arrows change it by the smallest pair of plates.',
  typedAs: (load: string) => `Typed as ${load}`,
  converted: (typed: string, shown: string) => `${typed} is ${shown}.`,
  unusual: (load: string, usual: string) =>
    `${load}, where ${usual} is usual? Press Enter again if it is right.`,
  none: 'No load',
  set: 'Load the bar',
};

export const goal = {
  title: 'Goal and targets',
  preset: 'Goal',
  reps: 'Reps',
  hold: 'Hold at lockout, s',
  velocityLoss: 'Stop at velocity loss, %',
  lowering: 'Lowering, at least, s',
  tension: 'Constant tension: no rest on the floor between reps',
  velocity: 'Mean velocity target, m/s',
  power: 'Mean power target, W',
  empty: 'Leave a field empty if it should not be judged.',
};
