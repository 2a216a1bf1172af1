import { tenths, whole } from './locale.ts';

/** What a sensor's driver has to say of it; the names of families and makers stay with the drivers. */
export const drivers = {
  partly: 'The sensor did not accept all of its settings; what it sends is used as it comes.',
  repeats: (share_pct: number) =>
    `The sensor repeats its samples (${whole(share_pct)} % of them), so it measures slower than it sends. Every setting it has was tried.`,
  repeated: (cure: string) => `It repeated its samples; now set to ${cure}.`,
  runsAt: (kept_hz: number, asked_hz: number) =>
    `The sensor runs at ${kept_hz} Hz instead of ${asked_hz} Hz.`,
  threeAxes: (model: string | null) =>
    `This ${model ?? 'sensor'} gives no angular rate; bar speed is less certain with three axes.`,
  noGyro: (why: string) => `No angular rate (${why}); bar speed is less certain with three axes.`,
  notStarted: (why: string) => `The sensor did not start: ${why}.`,
  status: (code: number) => `status ${code}`,
  fewBytes: 'the connection carries too few bytes at a time',
  noAnswer: 'it does not answer',
  dot: {
    silent: 'The DOT does not send. Stop a recording in the maker’s app, then try again.',
    fewBytes:
      'This connection carries only 20 bytes at a time, too few for a DOT. Connect again; if that does not help, use another Bluetooth adapter.',
  },
  metamotion: {
    silent: 'The MetaMotion does not answer.',
    olderChip: 'This MetaWear board has an older motion chip that is not supported.',
    otherSettings:
      'The MetaMotion kept other settings than asked; its numbers may be scaled wrongly. Reset it.',
  },
  movesense: {
    refusedRate: (asked_hz: number) => `The sensor refused ${asked_hz} Hz and runs at 104 Hz.`,
    refused:
      'The Movesense refused to send motion. It needs firmware with the GATT SensorData protocol; the maker’s app installs it.',
  },
  openProfile: {
    noDescription: 'The sensor does not describe itself.',
    otherVersion: (version: number) =>
      `The sensor speaks version ${version} of the open profile, this station version 1.`,
    noStart: 'The sensor did not answer the start command.',
    unknownCommand: 'it does not know this command',
    notOffered: 'it does not offer this setting',
    busy: 'it is busy',
    chipSilent: 'its motion chip does not answer',
    batteryLow: 'its battery is too low',
  },
  polar: {
    wrongState: 'it is in a state that does not allow it',
    inCharger: 'it is in its charger',
    noGyro: 'it has none',
    late: (rate_hz: number, delay_s: number) =>
      `At ${rate_hz} Hz this sensor sends its samples ${tenths(delay_s)} s late: sounds and screen lag.`,
    oh1: 'The OH1 has no gyroscope, measures 50 times a second and sends more than a second late. It shows bar speed roughly and after the rep, not live.',
    h10: 'The H10 has no gyroscope and switches itself off 45 seconds after it loses skin contact, so it cannot stay on a bar.',
  },
  witmotion: {
    unconfirmed: 'The sensor did not confirm its settings. Its real rate is measured from the stream.',
    otherRate: (asked_hz: number, kept_hz: number | null) =>
      `The sensor ignored the wish for ${asked_hz} Hz and stays at ${kept_hz === null ? 'a rate of its own' : `${kept_hz} Hz`}. Set it in the maker's app, or update its firmware.`,
    otherSmoothing: (kept_hz: number | null) =>
      `The sensor kept its own smoothing${kept_hz === null ? '' : ` (${kept_hz} Hz)`}; fast movements may look slower than they are.`,
    filter: (filter_hz: number) => `${filter_hz} Hz filter`,
    rateAndFilter: (rate_hz: number, filter_hz: number) => `${rate_hz} Hz with a ${filter_hz} Hz filter`,
  },
  calibration: {
    tooFew: (seen: number, wanted: number) =>
      `${seen} of ${wanted} positions seen: leave the sensor still in others.`,
    notStill: 'The rests do not agree with each other: the sensor was moved. Do it again, hands off.',
    tooAlike: 'The positions were too alike: turn the sensor onto each of its six sides.',
  },
};
