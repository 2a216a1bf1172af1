import { words } from '../../words/index.ts';
import { BATTERY_SERVICE, readBatteryLevel } from '../common/battery-service.ts';
import { NOTHING } from '../common/decoded.ts';
import { persistently, read, request, subscribe } from '../common/gatt.ts';
import { nearestRate } from '../common/rates.ts';
import type { DriverOptions, DriverSession, GattPlan, SensorDriver, SetupResult } from '../driver.ts';
import {
  type ControlAnswer,
  controlStatusWords,
  type Description,
  readAnswer,
  readDescription,
} from './control.ts';
import { identifyCommand, startCommand, stopCommand } from './encode.ts';
import { CONTROL, DESCRIPTION, PROFILE_VERSION, SAMPLES, SERVICE } from './layout.ts';
import { createOpenProfileSamples } from './samples.ts';

/**
 * The Lockout open sensor profile (docs/sensor-profile.md) for home-made boards.
 *
 * Timing: microseconds of the sensor's clock at each packet's first sample, and a running sample number, so
 * that spacing, drift and every loss are known exactly. Range and clipping level are what the packet says.
 */
const FAMILY = 'open-profile';
/** Ranges wished for: a bar set down hard passes 8 g, a rolling one 1000 deg/s (21 field recordings). */
const WISHED_ACCEL_G = 16;
const WISHED_GYRO_DPS = 2_000;
const IDENTIFY_SECONDS = 5;
const TRIES = 2;
export const openProfile: SensorDriver = {
  family: FAMILY,
  title: 'Open sensor profile',
  recognise: ({ services }) => services.includes(SERVICE),
  services: [SERVICE, BATTERY_SERVICE],
  facts: {
    rates_hz: [50, 100, 200, 400],
    axes: 6,
    accel_range_g: WISHED_ACCEL_G,
    gyro_range_dps: WISHED_GYRO_DPS,
    delivery_delay_s: 0.05,
    unsuitable: null,
  },
  open,
};

function open(options: DriverOptions): DriverSession {
  const samples = createOpenProfileSamples();
  let tag = 0;

  function* ask(bytesFor: (tag: number) => Uint8Array): GattPlan<ControlAnswer | null> {
    tag = (tag + 1) & 0xff;
    const bytes = bytesFor(tag);
    const mine = (notification: Uint8Array): boolean => {
      const answer = readAnswer(notification);
      return answer?.command === bytes[0] && answer?.tag === bytes[1];
    };
    const step = () =>
      request({ characteristic: CONTROL, bytes, response: true, reply_on: CONTROL, matches: mine });
    const reply = yield* persistently(step, TRIES);
    return reply && readAnswer(reply);
  }

  function* setup(): GattPlan<SetupResult> {
    yield subscribe(SAMPLES);
    yield subscribe(CONTROL);
    const bytes = yield read(DESCRIPTION);
    const board = bytes && readDescription(bytes);
    if (!board || board.rates_hz.length === 0) return failed(words.drivers.openProfile.noDescription);
    if (board.version !== PROFILE_VERSION) {
      return failed(words.drivers.openProfile.otherVersion(board.version));
    }
    const wish = {
      rate_hz: nearestRate(board.rates_hz, options.rate_hz),
      accel_range_g: Math.min(WISHED_ACCEL_G, board.accel_range_g),
      gyro_range_dps: board.gyro ? Math.min(WISHED_GYRO_DPS, board.gyro_range_dps) : 0,
    };
    const answer = yield* ask((t) => startCommand(t, wish));
    if (answer === null) return failed(words.drivers.openProfile.noStart);
    if (answer.status !== 0) {
      return failed(words.drivers.notStarted(controlStatusWords(answer.status)));
    }
    const set = answer.settings ?? wish;
    const warnings: string[] = [];
    if (set.rate_hz !== wish.rate_hz) {
      warnings.push(words.drivers.runsAt(set.rate_hz, wish.rate_hz));
    }
    if (!board.gyro) {
      warnings.push(words.drivers.threeAxes(null));
    }
    return { sensor: infoOf(set, board), warnings };
  }

  return {
    setup,
    decode: (characteristic, bytes, arrival_s) =>
      characteristic === SAMPLES ? samples.push(bytes, arrival_s) : NOTHING,
    battery: readBatteryLevel,
    *identify() {
      yield* ask((t) => identifyCommand(t, IDENTIFY_SECONDS));
    },
    *teardown() {
      yield* ask(stopCommand);
    },
  };
}

function infoOf(
  set: { rate_hz: number; accel_range_g: number; gyro_range_dps: number },
  board: Description | null,
): SetupResult['sensor'] {
  return {
    family: FAMILY,
    nominal_rate_hz: set.rate_hz,
    accel_range_g: set.accel_range_g,
    gyro_range_dps: set.gyro_range_dps > 0 ? set.gyro_range_dps : null,
    delivery_delay_s: board === null ? openProfile.facts.delivery_delay_s : board.delay_ms / 1000,
  };
}

function failed(failure: string): SetupResult {
  const sensor = {
    ...infoOf({ rate_hz: 0, accel_range_g: WISHED_ACCEL_G, gyro_range_dps: WISHED_GYRO_DPS }, null),
    nominal_rate_hz: null,
  };
  return { sensor, warnings: [], failure };
}
