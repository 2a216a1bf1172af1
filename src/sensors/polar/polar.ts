import { words } from '../../words/index.ts';
import { BATTERY_SERVICE, readBatteryLevel } from '../common/battery-service.ts';
import { MALFORMED, NOTHING } from '../common/decoded.ts';
import { nearestRate } from '../common/rates.ts';
import type { Decoded, DriverOptions, DriverSession, SensorDriver } from '../driver.ts';
import type { Features } from './answers.ts';
import { MEASUREMENT } from './control.ts';
import { readPolarFrame } from './frames.ts';
import { PMD_DATA, PMD_SERVICE, polarDelay_s, polarSetup, polarTeardown, type Streams } from './setup.ts';
import { createPolarStreams } from './streams.ts';

/**
 * Polar's PMD service: Verity Sense, and OH1 and H10, which it decodes but which do not suit a bar.
 *
 * Timing: nanoseconds of the sensor's clock at each frame's last sample; acceleration and angular rate are
 * separate streams, joined on acceleration's times. A frame is sent only when it is full (about 65
 * samples), so the delay falls with the rate: SDK mode and 208 Hz are wanted for live feedback.
 * Quirks: streams and SDK mode outlive the connection, so they are stopped before and after; at 416 Hz
 * frames get lost when both streams run (polar-ble-sdk issues 467, 775); no streams in the charger.
 */
interface Model {
  readonly family: string;
  readonly title: string;
  readonly name: RegExp;
  readonly rates_hz: readonly number[];
  readonly accel_range_g: number;
  readonly gyro_range_dps: number | null;
  readonly unsuitable: string | null;
}

export const polarVeritySense = driverOf({
  family: 'polar-verity-sense',
  title: 'Polar Verity Sense',
  name: /^Polar Sense/i,
  rates_hz: [208, 416],
  accel_range_g: 16,
  gyro_range_dps: 2_000,
  unsuitable: null,
});

export const polarOh1 = driverOf({
  family: 'polar-oh1',
  title: 'Polar OH1',
  name: /^Polar OH1/i,
  rates_hz: [50],
  accel_range_g: 8,
  gyro_range_dps: null,
  unsuitable: words.drivers.polar.oh1,
});

export const polarH10 = driverOf({
  family: 'polar-h10',
  title: 'Polar H10',
  name: /^Polar H10/i,
  rates_hz: [50, 100, 200],
  accel_range_g: 8,
  gyro_range_dps: null,
  unsuitable: words.drivers.polar.h10,
});

function driverOf(model: Model): SensorDriver {
  return {
    family: model.family,
    title: model.title,
    recognise: ({ name }) => name !== null && model.name.test(name),
    services: [PMD_SERVICE, BATTERY_SERVICE],
    facts: {
      rates_hz: model.rates_hz,
      axes: model.gyro_range_dps === null ? 3 : 6,
      accel_range_g: model.accel_range_g,
      gyro_range_dps: model.gyro_range_dps,
      delivery_delay_s: polarDelay_s(Math.min(...model.rates_hz)),
      unsuitable: model.unsuitable,
    },
    open: (options) => open(model, options),
  };
}

function open(model: Model, options: DriverOptions): DriverSession {
  const rate_hz = nearestRate(model.rates_hz, options.rate_hz);
  let features: Features | null = null;
  // Until the setup says otherwise: what the model has, at the rate wished for.
  let streams: Streams = { rate_hz, accelFactor: 1, gyro: model.gyro_range_dps !== null, gyroFactor: 1 };
  let join = createPolarStreams(streams.rate_hz, streams.gyro);

  function decode(characteristic: string, bytes: Uint8Array, arrival_s: number): Decoded {
    if (characteristic !== PMD_DATA) return NOTHING;
    const isGyro = ((bytes[0] ?? 0) & 0x3f) === MEASUREMENT.gyro;
    const frame = readPolarFrame(bytes, isGyro ? streams.gyroFactor : streams.accelFactor);
    return frame === null ? MALFORMED : join.push(frame, arrival_s);
  }

  return {
    *setup() {
      const { streams: started, ...result } = yield* polarSetup(model, rate_hz, (found) => {
        features = found;
      });
      streams = started;
      join = createPolarStreams(streams.rate_hz, streams.gyro);
      return result;
    },
    decode,
    battery: readBatteryLevel,
    identify: () => null,
    teardown: () => polarTeardown(features),
  };
}
