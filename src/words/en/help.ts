import { definitions } from './definitions.ts';

/** The Help screen. */
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
  numbers: { title: 'What each number means', list: definitions },
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
      'A sensor measures where it is clipped. Clip it close to the bar: a lever arm adds error. Twist the lying bar quickly back and forth a few times in the ten seconds before the set, and it is measured and taken out.',
      'Without a second of rest before the first rep, velocity and range are less certain, and the quality says so.',
      '3-axis sensors cannot tell a turning bar from a moving one: mean velocity is fair at best.',
      'Lockout judges movement, not health. It gives no medical advice.',
    ],
  },
};
