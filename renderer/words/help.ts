/** The Help screen. The definitions are those the numbers are computed by (docs/measurement.md). */
export const help = {
  title: 'Help',
  contents: 'On this page',
  start: {
    title: 'From nothing to the first judged rep',
    steps: [
      'Sensors: switch your sensor on, search, connect. Or start the simulated sensor.',
      'Clip it to the bar, right inside the collar, tight.',
      'Station: choose athlete, lift and load (A, L, W). Nothing has to be started: the station is armed.',
      'Lie still for a second, then lift. The set begins with the first rep and ends when the bar rests.',
      'Calibrate the lift once (C): three slow full reps. From then on half reps are told from full ones.',
    ],
  },
  setup: { title: 'Set-up for the lift', cues: 'Cues', clip: 'Where to clip the sensor' },
  verdicts: {
    title: 'Verdicts',
    text: 'Each has its own shape and word, so that colour is never needed.',
    full: 'At least 85 % of the athlete’s own full range.',
    short: 'Between 70 and 85 % of it.',
    partial: 'Under 70 %: a half rep.',
    unsure: 'Too close to call, or no full range is known yet.',
    dropped: 'Came down faster than 1.0 m/s.',
    over: 'Higher than the calibrated lockout by more than 2 cm and more than the doubt.',
    failed: 'Rose at least 5 cm and came down without lockout. Not counted.',
    provisional: 'Settles when the rep is over.',
    words: { dropped: 'Dropped', over: 'Over-extended', failed: 'Failed', provisional: 'In progress' },
  },
  numbers: {
    title: 'What each number means',
    list: [
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
    ] as readonly (readonly [string, string])[],
  },
  keys: {
    title: 'Keys',
    text: 'One key per common action: a remote or a barcode scanner can press any of them.',
  },
  sensors: {
    title: 'Sensors',
    family: 'Family',
    rates: 'Rate',
    note: 'Worth knowing',
    list: [
      [
        'WitMotion WT901BLE, WT9011DCL',
        '10 to 200 Hz',
        'No sequence numbers: losses are told from the rate.',
      ],
      ['Movesense', '52, 104, 208 Hz', 'Own clock: losses are known exactly.'],
      [
        'Lockout open profile (XIAO, Nano 33, ESP32)',
        '50 to 400 Hz',
        'For boards you build yourself; own clock and sequence numbers.',
      ],
      [
        'Polar Verity Sense',
        '208, 416 Hz',
        'SDK mode. The OH1 and H10 are recognised and do not suit a bar.',
      ],
      ['MbientLab MetaMotion', '50, 100 Hz', 'Sends in packets: a little more delay.'],
      ['Movella (Xsens) DOT', '30, 60 Hz', 'Integrates inside the sensor; good at impacts.'],
    ] as readonly (readonly [string, string, string])[],
  },
  limits: {
    title: 'Honest limits',
    list: [
      'A sensor measures where it is clipped. Clip it where the bar moves straight; a lever arm adds error.',
      'Without a second of rest before the first rep, velocity and range are less certain, and the quality says so.',
      '3-axis sensors cannot tell a turning bar from a moving one: mean velocity is fair at best.',
      'Lockout judges movement, not health. It gives no medical advice.',
    ],
  },
} as const;
