import { words } from '../../words/index.ts';
import { BATTERY_SERVICE, readBatteryLevel } from '../common/battery-service.ts';
import { NOTHING } from '../common/decoded.ts';
import { request, subscribe, write } from '../common/gatt.ts';
import { nearestRate } from '../common/rates.ts';
import type { DriverOptions, DriverSession, GattPlan, SensorDriver, SetupResult } from '../driver.ts';
import { subscribeCommand, subscriptionAnswer, unsubscribeCommand } from './packets.ts';
import { ACC, createMovesenseSamples, IMU6, type MovesenseStream, PACKETS_PER_SECOND } from './samples.ts';

/**
 * Movesense (HR2, HR+, MD, Flash) with the GATT SensorData firmware.
 *
 * Timing: a whole-millisecond stamp of the packet's first sample; the rest follow at the rate. Loss shows as
 * a jump of that stamp. Clips at 8 g (the firmware's default; this protocol cannot change it).
 * Quirks: packets over 161 bytes come in two parts; subscriptions outlive a lost link for a while, so
 * ours is dropped before it is made; success may go unanswered except by data.
 */
const FAMILY = 'movesense';
const SERVICE = '3480225271854d5db431630e7050e8f0';
const COMMAND = '3480000171854d5db431630e7050e8f0';
const NOTIFY = '3480000271854d5db431630e7050e8f0';

const RATES_HZ = [52, 104, 208] as const;
const ACCEL_RANGE_G = 8;
const GYRO_RANGE_DPS = 2_000;
const DELIVERY_DELAY_S = 1 / PACKETS_PER_SECOND;

export const movesense: SensorDriver = {
  family: FAMILY,
  title: 'Movesense',
  // Not by the advertised fdf3 / fe06: those belong to the maker, whose watches carry them too.
  recognise: ({ name, services }) => /^Movesense\b/i.test(name ?? '') || services.includes(SERVICE),
  services: [SERVICE, BATTERY_SERVICE],
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
  let active: MovesenseStream = IMU6;
  const samples = createMovesenseSamples();

  function* tryStream(stream: MovesenseStream, rate: number): GattPlan<boolean> {
    active = stream;
    rate_hz = rate;
    yield write(COMMAND, unsubscribeCommand(stream.reference), true);
    const answer = yield request({
      characteristic: COMMAND,
      bytes: subscribeCommand(stream.reference, `${stream.path}${rate}`),
      response: true,
      reply_on: NOTIFY,
      matches: (notification) => subscriptionAnswer(notification, stream.reference) !== null,
    });
    return answer !== null && subscriptionAnswer(answer, stream.reference) === 'accepted';
  }

  function* setup(): GattPlan<SetupResult> {
    const asked = rate_hz;
    yield subscribe(NOTIFY);
    if (yield* tryStream(IMU6, asked)) return result([]);
    if (asked !== 104 && (yield* tryStream(IMU6, 104))) {
      return result([words.drivers.movesense.refusedRate(asked)]);
    }
    if (yield* tryStream(ACC, asked)) {
      return result([words.drivers.threeAxes('Movesense')]);
    }
    return {
      ...result([]),
      failure: words.drivers.movesense.refused,
    };
  }

  function result(warnings: readonly string[]): SetupResult {
    const sensor = {
      family: FAMILY,
      nominal_rate_hz: rate_hz,
      accel_range_g: ACCEL_RANGE_G,
      gyro_range_dps: active === IMU6 ? GYRO_RANGE_DPS : null,
      delivery_delay_s: DELIVERY_DELAY_S,
    };
    return { sensor, warnings };
  }

  return {
    setup,
    decode: (characteristic, bytes, arrival_s) =>
      characteristic === NOTIFY ? samples.push(bytes, active, rate_hz, arrival_s) : NOTHING,
    battery: readBatteryLevel,
    // The protocol has no way to write, so no way to light the LED.
    identify: () => null,
    *teardown() {
      yield write(COMMAND, unsubscribeCommand(active.reference), true);
    },
  };
}
