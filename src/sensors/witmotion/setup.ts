import { words } from '../../words/index.ts';
import { persistently, request, subscribe, wait, write } from '../common/gatt.ts';
import type { Cure, GattPlan, SetupResult } from '../driver.ts';
import { createWitMotionParser, WITMOTION_ACCEL_RANGE_G, WITMOTION_GYRO_RANGE_DPS } from './frames.ts';
import {
  BANDWIDTH,
  bandwidthHz,
  batteryPercent,
  CONTENT_MOTION,
  REGISTER,
  rateCode,
  rateOfCode,
  readRegister,
  SIX_AXES,
  UNLOCK,
  writeRegister,
} from './registers.ts';

/** What is said to a WitMotion sensor: settings with read-back, battery, and the cure of held samples. */

export const WITMOTION_FAMILY = 'witmotion';
/** Arrival after motion: notifications come every 30-60 ms (measured on macOS and Android). */
export const WITMOTION_DELAY_S = 0.045;

/** Between commands. RGu0's driver leaves 100 ms, BarSpeed 300 ms; writes that come sooner get lost. */
const PAUSE_MS = 100;
const READ_TRIES = 2;
const CONFIGURE_TRIES = 2;

export interface WitMotionPort {
  readonly notify: string;
  readonly command: string;
}

interface Setting {
  readonly rate_hz: number;
  readonly bandwidth: number;
}

export function createWitMotionPlans(port: WitMotionPort, rate_hz: number) {
  const send = (bytes: Uint8Array) => write(port.command, bytes);

  /** The register's value; null when the sensor does not answer. */
  function* readWord(register: number): GattPlan<number | null> {
    let word: number | null = null;
    // One parser over the whole wait, so that an answer cut by a notification border is still seen.
    const answers = createWitMotionParser();
    const matches = (notification: Uint8Array): boolean => {
      const reply = answers.push(notification).replies.find((r) => r.register === register);
      if (reply) word = reply.words[0] ?? null;
      return reply !== undefined;
    };
    yield* persistently(
      () =>
        request({
          characteristic: port.command,
          bytes: readRegister(register),
          reply_on: port.notify,
          matches,
        }),
      READ_TRIES,
    );
    return word;
  }

  function* configure(setting: Setting): GattPlan<SetupResult> {
    let rate: number | null = null;
    let bandwidth: number | null = null;
    for (let attempt = 0; attempt < CONFIGURE_TRIES; attempt++) {
      yield send(UNLOCK);
      yield wait(PAUSE_MS);
      for (const [register, value] of [
        [REGISTER.content, CONTENT_MOTION],
        [REGISTER.axes, SIX_AXES],
        [REGISTER.bandwidth, setting.bandwidth],
        [REGISTER.rate, rateCode(setting.rate_hz)],
      ] as const) {
        yield send(writeRegister(register, value));
        yield wait(PAUSE_MS);
      }
      rate = yield* readWord(REGISTER.rate);
      if (rate === null) break;
      bandwidth = yield* readWord(REGISTER.bandwidth);
      if (rate === rateCode(setting.rate_hz) && bandwidth === setting.bandwidth) break;
    }
    return resultOf(setting, rate, bandwidth);
  }

  const cure = (title: string, setting: Setting): Cure => ({
    title,
    rate_hz: setting.rate_hz,
    plan: () => configure(setting),
  });

  return {
    *setup(): GattPlan<SetupResult> {
      yield subscribe(port.notify);
      return yield* configure({ rate_hz, bandwidth: BANDWIDTH.hz188 });
    },
    *battery(): GattPlan<number | null> {
      const centivolts = yield* readWord(REGISTER.battery);
      return centivolts === null ? null : batteryPercent(centivolts);
    },
    // The vendor asks for a filter above the output rate (JY901 issue 14); a faster output is the last resort.
    cures: [
      cure(words.drivers.witmotion.filter(256), { rate_hz, bandwidth: BANDWIDTH.hz256 }),
      cure(words.drivers.witmotion.rateAndFilter(200, 188), { rate_hz: 200, bandwidth: BANDWIDTH.hz188 }),
      cure(words.drivers.witmotion.rateAndFilter(200, 256), { rate_hz: 200, bandwidth: BANDWIDTH.hz256 }),
    ],
  };
}

function resultOf(asked: Setting, rate: number | null, bandwidth: number | null): SetupResult {
  const warnings: string[] = [];
  if (rate === null) {
    warnings.push(words.drivers.witmotion.unconfirmed);
  } else if (rate !== rateCode(asked.rate_hz)) {
    const kept = rateOfCode(rate);
    warnings.push(words.drivers.witmotion.otherRate(asked.rate_hz, kept));
  }
  if (rate !== null && bandwidth !== asked.bandwidth) {
    const kept = bandwidth === null ? null : bandwidthHz(bandwidth);
    warnings.push(words.drivers.witmotion.otherSmoothing(kept));
  }
  return {
    sensor: {
      family: WITMOTION_FAMILY,
      nominal_rate_hz: rate === null ? asked.rate_hz : rateOfCode(rate),
      accel_range_g: WITMOTION_ACCEL_RANGE_G,
      gyro_range_dps: WITMOTION_GYRO_RANGE_DPS,
      delivery_delay_s: WITMOTION_DELAY_S,
    },
    warnings,
  };
}
