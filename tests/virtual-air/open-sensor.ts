import { BATTERY_LEVEL, BATTERY_SERVICE } from '../../src/sensors/common/battery-service.ts';
import { COMMAND, readCommand, type StreamSettings } from '../../src/sensors/open-profile/control.ts';
import {
  encodeAnswer,
  encodeDescription,
  encodeSamplePacket,
  samplesPerPacket,
} from '../../src/sensors/open-profile/encode.ts';
import {
  CONTROL,
  DESCRIPTION,
  PROFILE_VERSION,
  SAMPLES,
  SERVICE,
} from '../../src/sensors/open-profile/layout.ts';
import { counterFeed } from './feeds.ts';
import { createGattPeripheral, type GattPeripheral } from './gatt-server.ts';

const BATTERY_PERCENT = 64;
const ACCEL_LSB_G = 16 / 32768;
const GYRO_LSB_DPS = 2000 / 32768;
const US_PER_S = 1e6;

export interface OpenSensor extends GattPeripheral {
  /** Samples taken since the start command. */
  readonly taken: number;
  /** Times it was asked to show itself. */
  readonly shown: number;
}

/**
 * A home-made board with the open sensor profile: sample numbers, a microsecond clock that begins anew with
 * every start, battery and description in services of their own. Every sample says which one it is.
 */
export function createOpenSensor(address = 'c0:00:00:00:00:11'): OpenSensor {
  let timer: NodeJS.Timeout | null = null;
  let taken = 0;
  let counted = 0;
  let shown = 0;

  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const start = (settings: StreamSettings) => {
    stop();
    taken = 0;
    const period_us = US_PER_S / settings.rate_hz;
    const start_ms = performance.now();
    const count = samplesPerPacket(gatt.link?.mtu ?? 23, settings.rate_hz, true);
    const step = () => {
      const due_ms = start_ms + ((taken + count) * period_us) / 1000;
      timer = setTimeout(
        () => {
          gatt.notify(SAMPLES, packet(settings, period_us, count));
          taken += count;
          counted += count;
          step();
        },
        Math.max(0, due_ms - performance.now()),
      );
    };
    step();
  };
  const packet = (settings: StreamSettings, period_us: number, count: number) => {
    const frames = Array.from({ length: count }, (_, at) => counterFeed(counted + at));
    return Buffer.from(
      encodeSamplePacket({
        first_sample: taken,
        t_us: Math.round(taken * period_us),
        period_us,
        accel_range_g: settings.accel_range_g,
        gyro_range_dps: settings.gyro_range_dps,
        overflow: false,
        accel_g: Float64Array.from(
          frames.flatMap((words) => words.slice(0, 3)),
          (word) => word * ACCEL_LSB_G,
        ),
        gyro_dps: Float64Array.from(
          frames.flatMap((words) => words.slice(3, 6)),
          (word) => word * GYRO_LSB_DPS,
        ),
      }),
    );
  };
  const command = (bytes: Buffer) => {
    const asked = readCommand(bytes);
    if (!asked) return 0;
    if (asked.command === COMMAND.start && asked.settings) start(asked.settings);
    if (asked.command === COMMAND.stop) stop();
    if (asked.command === COMMAND.identify) shown += 1;
    gatt.notify(CONTROL, Buffer.from(encodeAnswer(asked.command, asked.tag, 0, asked.settings ?? undefined)));
    return 0;
  };

  const gatt = createGattPeripheral({
    name: 'Rack sensor',
    address,
    services: [
      {
        uuid: SERVICE,
        characteristics: [
          { uuid: SAMPLES, notify: true },
          { uuid: CONTROL, notify: true, write: command },
          {
            uuid: DESCRIPTION,
            read: () =>
              Buffer.from(
                encodeDescription({
                  version: PROFILE_VERSION,
                  gyro: true,
                  identify: true,
                  accel_range_g: 16,
                  gyro_range_dps: 2000,
                  delay_ms: 50,
                  rates_hz: [100, 200],
                }),
              ),
          },
        ],
      },
      {
        uuid: BATTERY_SERVICE,
        characteristics: [{ uuid: BATTERY_LEVEL, read: () => Buffer.from([BATTERY_PERCENT]) }],
      },
    ],
    onDisconnect: stop,
  });
  return Object.defineProperties(gatt as OpenSensor, {
    taken: { get: () => taken },
    shown: { get: () => shown },
  });
}
