import { words } from '../../words/index.ts';
import { read, request, subscribe } from '../common/gatt.ts';
import { nearestRate } from '../common/rates.ts';
import type { GattPlan, SetupResult } from '../driver.ts';
import { createAnswerReader, type Features, type PolarAnswer, readFeatures } from './answers.ts';
import {
  type Choice,
  command,
  factorOf,
  MEASUREMENT,
  type Measurement,
  OPERATION,
  type PolarSettings,
  polarStartCommand,
  polarStatusWords,
  rangesOf,
  ratesOf,
  STATUS,
} from './control.ts';

/** What is said to a Polar sensor: leftovers stopped, SDK mode, settings asked and echoed, both streams started. */

const onPolarBase = (role: string): string => `fb005c${role}02e7f3871cad8acd2d8df0c8`;
export const PMD_SERVICE = onPolarBase('80');
export const PMD_CONTROL = onPolarBase('81');
export const PMD_DATA = onPolarBase('82');

/** Samples that fill one frame: real ones hold 58-60, issue 317 reports 71. A frame is sent when it is full. */
const FRAME_SAMPLES = 65;
export const polarDelay_s = (rate_hz: number): number => FRAME_SAMPLES / rate_hz;

/** Later than this a tone no longer belongs to the rep that caused it, s. */
const LIVE_DELAY_S = 0.5;

export interface Streams {
  readonly rate_hz: number;
  readonly accelFactor: number;
  readonly gyro: boolean;
  readonly gyroFactor: number;
}

export interface PolarResult extends SetupResult {
  readonly streams: Streams;
}

interface Started {
  readonly choice: Choice;
  readonly factor: number;
}

function* ask(operation: number, measurement: Measurement, bytes: Uint8Array): GattPlan<PolarAnswer | null> {
  const reader = createAnswerReader(operation, measurement);
  yield request({
    characteristic: PMD_CONTROL,
    bytes,
    response: true,
    reply_on: PMD_CONTROL,
    matches: (indication) => reader.push(indication),
  });
  return reader.answer();
}

const say = (operation: number, measurement: Measurement): GattPlan<PolarAnswer | null> =>
  ask(operation, measurement, command(operation, measurement));

export function* polarTeardown(features: Features | null): GattPlan<void> {
  yield* say(OPERATION.stop, MEASUREMENT.accel);
  if (features?.gyro !== false) yield* say(OPERATION.stop, MEASUREMENT.gyro);
  // Left on, SDK mode drains the battery. It can be left only when nothing streams.
  if (features?.sdkMode !== false) yield* say(OPERATION.stop, MEASUREMENT.sdkMode);
}

function* start(measurement: Measurement, rate_hz: number, sdk: boolean): GattPlan<Started | string> {
  let offer = sdk ? yield* say(OPERATION.sdkSettings, measurement) : null;
  if (offer?.status !== STATUS.done) offer = yield* say(OPERATION.settings, measurement);
  if (offer === null) return words.drivers.noAnswer;
  if (offer.status !== STATUS.done) return polarStatusWords(offer.status);
  const offered: PolarSettings = offer.settings;
  const choice = {
    rate_hz: nearestRate(ratesOf(offered), rate_hz),
    range: Math.max(0, ...rangesOf(offered)),
  };
  const answer = yield* ask(OPERATION.start, measurement, polarStartCommand(measurement, offered, choice));
  if (answer === null) return words.drivers.noAnswer;
  if (answer.status !== STATUS.done && answer.status !== STATUS.alreadyInState)
    return polarStatusWords(answer.status);
  return { choice, factor: factorOf(answer.settings) };
}

export interface PolarModel {
  readonly family: string;
  readonly accel_range_g: number;
  readonly rates_hz: readonly number[];
}

/** `known` is called with the sensor's features before anything is started, for the teardown. */
export function* polarSetup(
  model: PolarModel,
  wish_hz: number,
  known: (features: Features) => void,
): GattPlan<PolarResult> {
  yield subscribe(PMD_CONTROL);
  yield subscribe(PMD_DATA);
  const bytes = yield read(PMD_CONTROL);
  const features = (bytes && readFeatures(bytes)) ?? { accel: true, gyro: true, sdkMode: true };
  known(features);
  yield* polarTeardown(features);

  const warnings: string[] = [];
  let sdk = false;
  if (features.sdkMode) {
    const status = (yield* say(OPERATION.start, MEASUREMENT.sdkMode))?.status;
    sdk = status === STATUS.done || status === STATUS.alreadyInState;
  }
  const accel = yield* start(MEASUREMENT.accel, wish_hz, sdk);
  const rate_hz = typeof accel === 'string' ? nearestRate(model.rates_hz, wish_hz) : accel.choice.rate_hz;
  const gyro =
    features.gyro && typeof accel !== 'string'
      ? yield* start(MEASUREMENT.gyro, rate_hz, sdk)
      : words.drivers.polar.noGyro;
  const joins = typeof gyro !== 'string';

  const delay_s = polarDelay_s(rate_hz);
  if (delay_s > LIVE_DELAY_S) {
    warnings.push(words.drivers.polar.late(rate_hz, delay_s));
  }
  if (!joins && typeof accel !== 'string') {
    warnings.push(words.drivers.noGyro(gyro));
  }
  const result = {
    sensor: {
      family: model.family,
      nominal_rate_hz: rate_hz,
      accel_range_g:
        typeof accel === 'string' || accel.choice.range === 0 ? model.accel_range_g : accel.choice.range,
      gyro_range_dps: joins && gyro.choice.range > 0 ? gyro.choice.range : null,
      delivery_delay_s: delay_s,
    },
    warnings,
    streams: {
      rate_hz,
      accelFactor: typeof accel === 'string' ? 1 : accel.factor,
      gyro: joins,
      gyroFactor: joins ? gyro.factor : 1,
    },
  };
  return typeof accel === 'string' ? { ...result, failure: words.drivers.notStarted(accel) } : result;
}
