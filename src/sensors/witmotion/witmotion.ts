import { arrivedAt, batchOf, NOTHING } from '../common/decoded.ts';
import { nothingToDo } from '../common/gatt.ts';
import { nearestRate } from '../common/rates.ts';
import type { Decoded, DriverOptions, DriverSession, SensorDriver } from '../driver.ts';
import { createWitMotionParser, WITMOTION_ACCEL_RANGE_G, WITMOTION_GYRO_RANGE_DPS } from './frames.ts';
import { batteryPercent, REGISTER, WITMOTION_RATES_HZ } from './registers.ts';
import { createWitMotionPlans, WITMOTION_DELAY_S, WITMOTION_FAMILY } from './setup.ts';

/** WitMotion's base ends 9a34fb, one digit off the Bluetooth SIG's, so these UUIDs are never shortened. */
const onWitBase = (short: string): string => `0000${short}00001000800000805f9a34fb`;

/** Characteristics in order of trust: the vendor's, clones on the SIG base, and FFF0 as one iOS app lists it. */
const PORTS = [
  { service: onWitBase('ffe5'), notify: onWitBase('ffe4'), command: onWitBase('ffe9') },
  { service: 'ffe5', notify: 'ffe4', command: 'ffe9' },
  { service: onWitBase('fff0'), notify: onWitBase('fff1'), command: onWitBase('fff2') },
] as const;

/**
 * WitMotion WT901BLE67/68, WT9011DCL-BT50, (B)WT901BLECL5.0.
 *
 * Timing: none of its own; a sample's time is its arrival (4 frames a notification at 100 Hz, 8 at 200).
 * Clips at 16 g. Quirks: writes are ignored without a word when locked; some units repeat every sample
 * (held-samples.ts, `cures`); the rate drifts up to 0.7 % from nominal; angular rate below a threshold
 * reads exactly 0. Settings are not saved to the sensor's flash: they are written at every connection.
 */
export const witmotion: SensorDriver = {
  family: WITMOTION_FAMILY,
  title: 'WitMotion WT901 / WT9011',
  recognise({ name, services }) {
    if (name !== null && /^(B?WT\d|WitMotion)/i.test(name)) return true;
    // The short ffe5 is left out: any cheap serial gadget advertises it.
    return services.includes(PORTS[0].service);
  },
  services: PORTS.map((port) => port.service),
  facts: {
    rates_hz: WITMOTION_RATES_HZ,
    axes: 6,
    accel_range_g: WITMOTION_ACCEL_RANGE_G,
    gyro_range_dps: WITMOTION_GYRO_RANGE_DPS,
    delivery_delay_s: WITMOTION_DELAY_S,
    unsuitable: null,
  },
  open,
};

function open(options: DriverOptions): DriverSession {
  const port = PORTS.find(({ notify }) => options.characteristics?.includes(notify)) ?? PORTS[0];
  const plans = createWitMotionPlans(port, nearestRate(WITMOTION_RATES_HZ, options.rate_hz));
  const parser = createWitMotionParser();

  function decode(characteristic: string, bytes: Uint8Array, arrival_s: number): Decoded {
    if (characteristic !== port.notify) return NOTHING;
    const { accel_g, gyro_dps, replies, skipped } = parser.push(bytes);
    const count = accel_g.length / 3;
    const battery = replies.find((reply) => reply.register === REGISTER.battery);
    return {
      batch: count > 0 ? batchOf('arrival', arrivedAt(arrival_s, count), accel_g, gyro_dps) : null,
      battery_percent: battery ? batteryPercent(battery.words[0] ?? 0) : null,
      lost: 0,
      malformed: skipped,
    };
  }

  return {
    setup: plans.setup,
    decode,
    battery: plans.battery,
    identify: () => null,
    // The stream runs while notifications are on and ends with the connection.
    teardown: nothingToDo,
    cures: plans.cures,
  };
}
