/** What each number means, as the numbers are computed (docs/definitions.md); the Help screen shows them. */
export const definitions: readonly (readonly [string, string])[] = [
  [
    'Rep',
    'One rise of the bar of at least 5 cm that reaches 0.08 m/s and is not interrupted by a fall of 2 cm. Unracking, racking and walking do not count.',
  ],
  [
    'Mean velocity (MCV)',
    'How far the bar rises in the concentric, divided by how long that takes, m/s. The hold is not included.',
  ],
  ['Peak velocity (PCV)', 'The highest upward velocity in the concentric, m/s.'],
  [
    'Mean propulsive velocity (MPV)',
    'Mean velocity up to the moment the bar first slows down faster than gravity alone would slow it; the same as MCV if it never does.',
  ],
  ['Time to peak', 'From the start of the concentric to its peak velocity, s.'],
  ['ROM', 'Range of motion: highest height of the rep minus the height at the start of its concentric.'],
  [
    'Full range',
    'The athlete’s own full rep for this lift, variation and bench: from a calibration, or learned from the best three reps of at least two earlier sets. Never from the set being judged.',
  ],
  [
    'Hold',
    'From the end of the concentric to the start of the eccentric, s. Shaking at the top does not end it.',
  ],
  [
    'Lowering',
    'Duration and speed of the way down. Controlled, fast (shorter than the target) or dropped (faster than the lift’s limit).',
  ],
  [
    'Bottom',
    'From the end of the eccentric to the next concentric: on the floor, or hovering (constant tension).',
  ],
  ['Power', 'Load × (acceleration + gravity) × velocity, W. Only when a load is known.'],
  [
    'Velocity loss',
    'How far mean velocity has dropped from the best rep of the set to the last, %. Half reps and reps that could not be measured are left out.',
  ],
  [
    'End of a set',
    'When the bar has rested at the bottom or in the rack for as long as Settings say, or when you press the key. A long hold never ends a set.',
  ],
  [
    '± after a number',
    'One standard deviation of its error: two times out of three the true value is that close.',
  ],
  [
    'Quality',
    'Good; fair, with the reason (gap, clipping, low rate, 3 axes only ...); or not usable, and then the number is not shown.',
  ],
  ['–', 'Not seen, or not known. It never means zero.'],
];
