import { tenths, whole } from './locale.ts';

/** What a sensor's driver has to say about it; the names of families and makers stay with the drivers. */
export const drivers = {
  partly: 'The sensor did not accept all of its settings; its data is used as it comes.',
  repeats: (share_pct: number) =>
    `The sensor repeats its samples (${whole(share_pct)} % of them): it measures less often than it sends. Every setting it has was tried.`,
  repeated: (cure: string) => `The sensor was repeating its samples; it is now set to ${cure}.`,
  runsAt: (kept_hz: number, asked_hz: number) =>
    `The sensor runs at ${kept_hz} Hz instead of ${asked_hz} Hz.`,
  threeAxes: (model: string | null) =>
    `This ${model ?? 'sensor'} does not measure rotation, so bar speed is less certain.`,
  noGyro: (why: string) => `No rotation (${why}), so bar speed is less certain.`,
  notStarted: (why: string) => `The sensor did not start: ${why}.`,
  status: (code: number) => `status ${code}`,
  fewBytes: 'the connection carries too few bytes at a time',
  noAnswer: 'it is not responding',
  dot: {
    silent: 'The DOT is not sending. Stop a recording in the maker’s app, then try again.',
    fewBytes:
      'This connection carries only 20 bytes at a time, too few for a DOT. Connect again; if that does not help, use another Bluetooth adapter.',
  },
  metamotion: {
    silent: 'The MetaMotion is not responding.',
    olderChip: 'This MetaWear board has an older motion chip that is not supported.',
    otherSettings: 'The MetaMotion did not take its settings, so its numbers may be wrong. Reset it.',
  },
  movesense: {
    refusedRate: (asked_hz: number) => `The sensor refused ${asked_hz} Hz and runs at 104 Hz.`,
    refused:
      'The Movesense refused to send motion. It needs firmware with the GATT SensorData protocol; the maker’s app installs it.',
  },
  openProfile: {
    noDescription: 'The sensor does not say what it can do.',
    otherVersion: (version: number) =>
      `The sensor uses version ${version} of the open profile; this station uses version 1.`,
    noStart: 'The sensor did not answer the start command.',
    unknownCommand: 'it does not know this command',
    notOffered: 'it does not offer this setting',
    busy: 'it is busy',
    chipSilent: 'its motion chip is not responding',
    batteryLow: 'its battery is too low',
  },
  polar: {
    wrongState: 'it cannot do that right now',
    inCharger: 'it is in its charger',
    noGyro: 'it has none',
    late: (rate_hz: number, delay_s: number) =>
      `At ${rate_hz} Hz this sensor sends its samples ${tenths(delay_s)} s late: sound and screen lag behind.`,
    oh1: 'The OH1 has no gyroscope, measures 50 times a second and sends more than a second late. Bar speed is rough and comes after the rep, not live.',
    h10: 'The H10 has no gyroscope and switches itself off 45 seconds after it loses skin contact, so it cannot stay on a bar.',
  },
  witmotion: {
    unconfirmed: 'The sensor did not confirm its settings. Its real rate is measured from the stream.',
    otherRate: (asked_hz: number, kept_hz: number | null) =>
      `The sensor ignored the request for ${asked_hz} Hz and stays at ${kept_hz === null ? 'a rate of its own' : `${kept_hz} Hz`}. Set it in the maker's app, or update its firmware.`,
    otherSmoothing: (kept_hz: number | null) =>
      `The sensor kept its own smoothing${kept_hz === null ? '' : ` (${kept_hz} Hz)`}; fast movements may look slower than they are.`,
    filter: (filter_hz: number) => `${filter_hz} Hz filter`,
    rateAndFilter: (rate_hz: number, filter_hz: number) => `${rate_hz} Hz with a ${filter_hz} Hz filter`,
  },
  calibration: {
    tooFew: (seen: number, wanted: number) =>
      `${seen} of ${wanted} positions seen: rest the sensor on its other sides too.`,
    notStill: 'The sensor was moved during the calibration. Try again, and keep your hands off it.',
    tooAlike: 'The positions were too similar: rest the sensor on each of its six sides.',
  },
};
