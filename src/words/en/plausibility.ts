import { hundredths, plain, tenths, whole } from './locale.ts';

const asRead = (value: number): string =>
  value >= 20 ? whole(value) : value >= 2 ? tenths(value) : hundredths(value);

/** What a signal cannot be, and what is odd about it. */
export const plausibility = {
  accelUnit: {
    mps2: (at_rest: number) =>
      `At rest it reads ${asRead(at_rest)} g: these numbers are m/s2 and not g. Name the columns ax_mps2, ay_mps2, az_mps2.`,
    'g-as-mps2': (at_rest: number) =>
      `At rest it reads ${asRead(at_rest)} g: these numbers are g and not m/s2. Name the columns ax_g, ay_g, az_g.`,
    mg: (at_rest: number) =>
      `At rest it reads ${asRead(at_rest)} g: these numbers are thousandths of a g (mg). Divide them by 1000.`,
    'mg-as-mps2': (at_rest: number) =>
      `At rest it reads ${asRead(at_rest)} g: these numbers are thousandths of a g (mg) and not m/s2. Divide them by 1000 and name the columns ax_g, ay_g, az_g.`,
    counts: (at_rest: number, per_g: number) =>
      `At rest it reads ${asRead(at_rest)} g: these are raw counts of the sensor, about ${plain(per_g)} to 1 g. Divide them by ${plain(per_g)}.`,
    none: (at_rest: number) =>
      `At rest it reads ${asRead(at_rest)} g where gravity is 1 g: the unit or the sensor's range is wrong.`,
  },
  gravityRemoved: (at_rest: number) =>
    `At rest it reads ${asRead(at_rest)} g: gravity was removed. Export the acceleration with gravity ("total", "raw" or "including g", not "linear", "user" or "free").`,
  time: {
    tooLarge: (step_s: number, factor: number) =>
      `The time column gives one reading every ${asRead(step_s)} s: its numbers are ${plain(factor)} times too large, as milliseconds taken for seconds are.`,
    tooSmall: (step_s: number, factor: number) =>
      `The time column gives ${whole(1 / step_s)} readings a second: its numbers are ${plain(factor)} times too small, as seconds taken for milliseconds are.`,
    slow: (step_s: number) =>
      `The time column gives one reading every ${asRead(step_s)} s: too few to follow a bar. Check its unit.`,
    fast: 'The time column gives more readings a second than any sensor does. Check its unit.',
  },
  accelScale: (at_rest: number) =>
    `At rest it reads ${hundredths(at_rest)} g instead of 1 g, so speeds and ranges may be off by as much. Calibrate the sensor.`,
  gyro: {
    negated: 'The gyroscope reads the wrong way round: turned round.',
    signs: 'One axis of the gyroscope or the accelerometer reads the wrong way round: turned round.',
    swapped: 'Axes of the gyroscope and the accelerometer are swapped: put right.',
    dps: 'The gyroscope reads degrees per second where radians were said: put right.',
    rads: 'The gyroscope reads radians per second where degrees were said: put right.',
    dead: 'The gyroscope gives the same number whatever the bar does: measured without it.',
    scale: (times: number) =>
      `The gyroscope reads about ${times < 1 ? hundredths(times) : tenths(times)} times what the bar turns: measured without it.`,
    disagrees:
      'Gyroscope and accelerometer disagree about how the bar turns: measured without the gyroscope.',
    unsure:
      'Gyroscope and accelerometer do not agree about the little that the bar turned, so speeds and ranges are less sure.',
  },
  placeUnsure:
    'The sensor turns with the lift, as one on a belt or off the sleeve does, and nobody said what it sits on: ranges may be some cm off.',
  noneMeasured: 'No rep could be measured.',
  movedWithoutRep: 'The bar moved, but no rep was found.',
};
