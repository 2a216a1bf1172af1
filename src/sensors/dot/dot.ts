import { words } from '../../words/index.ts';
import { percentOf } from '../common/battery-service.ts';
import { NOTHING } from '../common/decoded.ts';
import { read, request, subscribe, wait, write } from '../common/gatt.ts';
import { nearestRate } from '../common/rates.ts';
import type { DriverOptions, DriverSession, GattPlan, SensorDriver, SetupResult } from '../driver.ts';
import {
  type DotMode,
  dotIdentifyCommand,
  isTruncated,
  MODE,
  measurementCommand,
  rateOfControl,
  setRateCommand,
} from './payloads.ts';
import { createDotSamples } from './samples.ts';

/**
 * Movella / Xsens DOT.
 *
 * Timing: microseconds of the sensor's clock, one sample a notification, 60 Hz at most. Mode 19 is used: its
 * velocity increments come from 800 Hz, so nothing of the movement falls between two samples. Clips at 16 g.
 * Quirks: on an MTU of 23 every packet is cut to 20 bytes; streaming goes on after a lost link, so it is
 * stopped first; notifications must be on before the start command.
 */
const FAMILY = 'movella-dot';
/** A 16-bit number on the vendor's own base UUID. */
const onBase = (role: string): string => `1517${role}494711e98646d663bd873d93`;
/** Rate and identification are written here. */
const DEVICE_CONTROL = onBase('1002');
/** Measuring is started and stopped here. */
const MEASUREMENT_CONTROL = onBase('2001');
/** Samples of the modes used here, of 21 to 40 bytes, are notified by this one. */
const MEDIUM_PAYLOAD = onBase('2003');
/** Charge in percent, then whether it is being charged. */
const BATTERY = onBase('3001');
/** Xsens' number among Bluetooth companies, in its advertisements. */
const COMPANY = 0x0886;

/** Rates it streams at that are of use on a bar, Hz; it has slower ones, and 120 only for recording inside the sensor. */
const RATES_HZ = [30, 60] as const;
/** Range of the accelerometer, g; it has one only. */
const ACCEL_RANGE_G = 16;
/** Range of the gyroscope, deg/s; it has one only. */
const GYRO_RANGE_DPS = 2_000;
/** Age of a sample when it is sent, s: one interval at 60 Hz, because a packet tells what was gathered since the one before. */
const DELIVERY_DELAY_S = 1 / 60;
/** Pause between stop, settings and start, ms; chosen here. */
const PAUSE_MS = 100;

export const movellaDot: SensorDriver = {
  family: FAMILY,
  title: 'Movella DOT',
  recognise: ({ name, manufacturer_id }) =>
    /^(Xsens|Movella) DOT/i.test(name ?? '') || manufacturer_id === COMPANY,
  services: ['1000', '2000', '3000'].map(onBase),
  facts: {
    rates_hz: RATES_HZ,
    axes: 6,
    accel_range_g: ACCEL_RANGE_G,
    gyro_range_dps: GYRO_RANGE_DPS,
    delivery_delay_s: DELIVERY_DELAY_S,
    unsuitable: null,
  },
  open,
};

function open(options: DriverOptions): DriverSession {
  let rate_hz = nearestRate(RATES_HZ, options.rate_hz);
  let mode: DotMode = MODE.delta;
  const samples = createDotSamples();

  const say = (start: boolean, which: DotMode) =>
    write(MEASUREMENT_CONTROL, measurementCommand(start, which), true);

  function* setup(): GattPlan<SetupResult> {
    const warnings: string[] = [];
    yield subscribe(MEDIUM_PAYLOAD);
    for (const which of [MODE.delta, MODE.rate]) yield say(false, which);
    yield wait(PAUSE_MS);
    yield write(DEVICE_CONTROL, setRateCommand(rate_hz), true);
    yield wait(PAUSE_MS);
    const control = yield read(DEVICE_CONTROL);
    const kept = control && rateOfControl(control);
    if (kept && kept !== rate_hz) {
      warnings.push(words.drivers.runsAt(kept, rate_hz));
      rate_hz = kept;
    }
    const first = yield* firstPacket();
    const sensor = {
      family: FAMILY,
      nominal_rate_hz: rate_hz,
      accel_range_g: ACCEL_RANGE_G,
      gyro_range_dps: GYRO_RANGE_DPS,
      delivery_delay_s: DELIVERY_DELAY_S,
    };
    if (first === null) {
      return {
        sensor,
        warnings,
        failure: words.drivers.dot.silent,
      };
    }
    if (isTruncated(first, mode)) {
      return { sensor, warnings, failure: words.drivers.dot.fewBytes };
    }
    return { sensor, warnings };
  }

  /** Starts the stream; firmware without increments gets asked for momentary values. */
  function* firstPacket(): GattPlan<Uint8Array | null> {
    for (const which of [MODE.delta, MODE.rate]) {
      mode = which;
      const packet = yield request({
        characteristic: MEASUREMENT_CONTROL,
        bytes: measurementCommand(true, which),
        response: true,
        reply_on: MEDIUM_PAYLOAD,
        matches: () => true,
      });
      if (packet !== null) return packet;
      yield say(false, which);
    }
    return null;
  }

  return {
    setup,
    decode: (characteristic, bytes, arrival_s) =>
      characteristic === MEDIUM_PAYLOAD ? samples.push(bytes, mode, rate_hz, arrival_s) : NOTHING,
    *battery() {
      return percentOf(yield read(BATTERY));
    },
    *identify() {
      yield write(DEVICE_CONTROL, dotIdentifyCommand(), true);
    },
    *teardown() {
      yield say(false, mode);
    },
  };
}
