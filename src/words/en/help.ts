import { definitions } from './definitions.ts';
import { tenths, whole } from './locale.ts';

const percent = (ratio: number): string => `${whole(ratio * 100)} %`;

/** The Help screen. */
export const help = {
  title: 'Help',
  contents: 'On this page',
  start: {
    title: 'From the box to your first rep',
    steps: [
      'Sensors: switch your sensor on, search, connect. Or start the simulated sensor.',
      'Clip it to the bar, right inside the collar, tight.',
      'Station: choose athlete, lift and load (A, L, W). There is nothing to start: the station is always ready.',
      'Lie still for a second, then lift. The set starts with the first rep and ends when the bar rests.',
      'Calibrate the lift once (C): three slow full reps. From then on the station can tell half reps from full ones.',
    ],
  },
  setup: { title: 'Set-up for the lift', cues: 'Cues', clip: 'Where to clip the sensor' },
  verdicts: {
    title: 'Verdicts',
    text: 'Each has its own shape and word, so you never have to rely on colour.',
    full: (full_ratio: number) => `At least ${percent(full_ratio)} of the athlete’s own full range.`,
    short: (partial_ratio: number, full_ratio: number) =>
      `Between ${whole(partial_ratio * 100)} and ${percent(full_ratio)} of it.`,
    partial: (partial_ratio: number) => `Under ${percent(partial_ratio)}: a half rep.`,
    unsure: 'Too close to call, or no full range is known yet.',
    dropped: (dropped_mps: number | null) =>
      dropped_mps === null
        ? 'Not judged for this lift.'
        : `Came down faster than ${tenths(dropped_mps)} m/s.`,
    over: 'Higher than the calibrated lockout by more than 2 cm, and by more than the measurement could be off.',
    failed: 'Rose at least 5 cm and came down without lockout. Not counted.',
    provisional: 'Becomes final when the rep is over.',
    words: { dropped: 'Dropped', over: 'Over-extended', failed: 'Failed', provisional: 'In progress' },
  },
  numbers: { title: 'What each number means', list: definitions },
  keys: {
    title: 'Keys',
    text: 'One key for every common action, so a remote or a barcode scanner can press it too.',
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
        'Does not number its samples: losses are worked out from the rate.',
      ],
      ['Movesense', '52, 104, 208 Hz', 'Has its own clock, so losses are known exactly.'],
      [
        'Lockout open profile (XIAO, Nano 33, ESP32)',
        '50 to 400 Hz',
        'For boards you build yourself. Own clock, numbered samples.',
      ],
      [
        'Polar Verity Sense',
        '208, 416 Hz',
        'SDK mode. The OH1 and H10 are recognised and do not suit a bar.',
      ],
      ['MbientLab MetaMotion', '50, 100 Hz', 'Sends in packets: a little more delay.'],
      ['Movella (Xsens) DOT', '30, 60 Hz', 'Adds up motion inside the sensor, which helps with impacts.'],
    ] as readonly (readonly [string, string, string])[],
  },
  files: { title: 'Files that can be imported' },
  limits: {
    title: 'What it cannot do',
    list: [
      'A sensor measures where it is clipped. Clip it close to the bar: the further out it sits, the larger the error. If it has to sit further out, twist the resting bar quickly back and forth a few times in the ten seconds before the set; the error is then measured and removed.',
      'Keep the bar still for a second before the first rep. Without that, velocity and range are less certain, and the quality says so.',
      '3-axis sensors cannot tell a rotating bar from a moving one: the quality of mean velocity is fair at best.',
      'Lockout judges movement, not health. It gives no medical advice.',
    ],
  },
};
