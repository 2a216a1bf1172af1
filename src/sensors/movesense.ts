import { BATTERY_SERVICE, readBatteryLevel } from './battery-service.ts';
import { batchOf, isCredible, joined, MALFORMED, NOTHING, STANDARD_GRAVITY_MPS2 } from './decoded.ts';
import { createDeviceClock, evenTimes } from './device-clock.ts';
import type { Decoded, DriverOptions, DriverSession, GattPlan, SensorDriver, SetupResult } from './driver.ts';
import { request, subscribe, write } from './gatt.ts';
import {
  createAssembler,
  payloadBytes,
  readArrays,
  subscribeCommand,
  subscriptionAnswer,
  unsubscribeCommand,
} from './movesense-packets.ts';
import { nearestRate } from './rates.ts';

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
/** A packet holds the samples of 1/13 s (4 at 52 Hz, 8 at 104 Hz by real packets; 16 at 208 Hz derived). */
const PACKETS_PER_SECOND = 13;
const DELIVERY_DELAY_S = 1 / PACKETS_PER_SECOND;

/** References are ours to choose; each names what is subscribed under it. */
const IMU6 = { reference: 0x63, quantities: 2, path: '/Meas/IMU6/' } as const;
const ACC = { reference: 0x64, quantities: 1, path: '/Meas/Acc/' } as const;
type Stream = typeof IMU6 | typeof ACC;
const streamOf = (reference: number | undefined): Stream | null =>
  [IMU6, ACC].find((stream) => stream.reference === reference) ?? null;

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
  let active: Stream = IMU6;
  const clock = createDeviceClock({ tick_s: 1e-3, bits: 32 });
  let next_s: number | null = null;
  let last_s = Number.NEGATIVE_INFINITY;
  const assembler = createAssembler(
    (reference) => payloadBytes(rate_hz / PACKETS_PER_SECOND, streamOf(reference)?.quantities ?? 1),
    (payload) => readArrays(payload, active.quantities) !== null,
  );

  function* tryStream(stream: Stream, rate: number): GattPlan<boolean> {
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
      return result([`The sensor refused ${asked} Hz and runs at 104 Hz.`]);
    }
    if (yield* tryStream(ACC, asked)) {
      return result(['This Movesense gives no angular rate; bar speed is less certain with three axes.']);
    }
    return {
      ...result([]),
      failure:
        'The Movesense refused to send motion. It needs firmware with the GATT SensorData protocol; the maker’s app installs it.',
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

  function samplesOf(payload: Uint8Array, stream: Stream, arrival_s: number): Decoded {
    const read = readArrays(payload, stream.quantities);
    if (read === null) return MALFORMED;
    const accel_g = (read.arrays[0] ?? new Float64Array(0)).map((a) => a / STANDARD_GRAVITY_MPS2);
    const gyro_dps = read.arrays[1] ?? null;
    if (!isCredible(accel_g, gyro_dps)) return MALFORMED;
    const first_s = clock.advance(read.timestamp_ms, arrival_s);
    if (first_s === null || first_s <= last_s) return MALFORMED;
    const count = accel_g.length / 3;
    const period_s = 1 / rate_hz;
    // Losses come by whole packets, and the true rate is within a few percent of nominal.
    const packetsLost = next_s === null ? 0 : Math.round((first_s - next_s) / (count * period_s));
    next_s = first_s + count * period_s;
    last_s = next_s - period_s;
    const batch = batchOf('device', evenTimes(first_s, count, period_s), accel_g, gyro_dps);
    return { ...NOTHING, batch, lost: Math.max(0, packetsLost) * count };
  }

  function decode(characteristic: string, bytes: Uint8Array, arrival_s: number): Decoded {
    const stream = streamOf(bytes[1]);
    if (characteristic !== NOTIFY || stream !== active) return NOTHING;
    const { payloads, malformed } = assembler.push(bytes);
    return payloads.reduce<Decoded>((all, payload) => joined(all, samplesOf(payload, stream, arrival_s)), {
      ...NOTHING,
      malformed,
    });
  }

  return {
    setup,
    decode,
    battery: readBatteryLevel,
    // The protocol has no way to write, so no way to light the LED.
    identify: () => null,
    *teardown() {
      yield write(COMMAND, unsubscribeCommand(active.reference), true);
    },
  };
}
