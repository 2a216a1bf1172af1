/** What each number means, as the numbers are computed (docs/definitions.md); the Help screen shows them. */
export const definitions: readonly (readonly [string, string])[] = [
  [
    'Rep',
    'One rise of the bar of at least 5 cm that reaches 0.08 m/s and is not interrupted by a fall of 2 cm. Unracking, racking, walking are not reps.',
  ],
  [
    'Mean velocity (MCV)',
    'Rise from the start of the concentric to its end, divided by its duration, m/s. The hold never counts into it.',
  ],
  ['Peak velocity (PCV)', 'The highest upward velocity in the concentric, m/s.'],
  [
    'Mean propulsive velocity (MPV)',
    'Mean velocity until the bar first slows down faster than gravity alone would slow it; equal to MCV when it never does.',
  ],
  ['Time to peak', 'From the start of the concentric to its peak velocity, s.'],
  ['ROM', 'Range of motion: highest height of the rep minus the height at the start of its concentric.'],
  [
    'Full range',
    'The athlete’s own full rep for this lift, variation and bench: from a calibration, or learned from the best three reps of at least two earlier sets. Never from the set being judged.',
  ],
  [
    'Hold',
    'From the end of the concentric to the start of the eccentric, s. Trembling at the top does not end it.',
  ],
  [
    'Lowering',
    'Duration and speed of the way down. Controlled, fast (shorter than the target) or dropped (faster than 1.0 m/s).',
  ],
  [
    'Bottom',
    'From the end of the eccentric to the next concentric: on the floor, or hovering (constant tension).',
  ],
  ['Power', 'Load × (acceleration + gravity) × velocity, W. Only when a load is known.'],
  [
    'Velocity loss',
    'Fall of mean velocity from the best rep of the set to the last, %. Half reps and unusable reps are left out.',
  ],
  [
    'End of a set',
    'The bar rests at its bottom or in the rack for 8 s (a setting), or the key. A long hold never ends a set.',
  ],
  [
    '± behind a number',
    'One standard deviation of its error: two times out of three the truth is that near.',
  ],
  [
    'Quality',
    'Good, fair with its reason (gap, clipping, low rate, 3 axes only ...), or not usable: then the number is not shown.',
  ],
  ['–', 'Not seen, or cannot be told. Never zero.'],
];
