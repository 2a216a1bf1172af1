import { words } from '../../words/index.ts';
import { percentOf } from '../common/battery-service.ts';
import { startsWith } from '../common/bytes.ts';
import { arrivedAt, batchOf, MALFORMED, NOTHING } from '../common/decoded.ts';
import { persistently, request, subscribe, wait, write } from '../common/gatt.ts';
import { nearestRate } from '../common/rates.ts';
import type {
  Decoded,
  DriverOptions,
  DriverSession,
  GattPlan,
  SensorDriver,
  SetupResult,
} from '../driver.ts';
import {
  ACCEL,
  ASK_BATTERY,
  askConfig,
  askModule,
  BLINK,
  configOf,
  FAST_LINK,
  GYRO,
  METAMOTION_ACCEL_RANGE_G,
  METAMOTION_GYRO_RANGE_DPS,
  METAMOTION_RATES_HZ,
  MOTION_CHIPS,
  type MotionChip,
  STOP_COMMANDS,
  startCommands,
} from './commands.ts';
import { dpsPerCount, gPerCount, readMotionData } from './data.ts';
import { createSamplePairs } from './pairs.ts';

/**
 * MbientLab MetaMotionR / RL / C (BMI160) and MetaMotionS (BMI270).
 *
 * Timing: none of its own; three samples a notification, acceleration and angular rate in separate ones
 * that are paired by order. Clips at 16 g. Quirks: streams and fusion outlive the connection, so leftovers
 * are stopped first; slow connection intervals starve the stream, so a fast one is asked for.
 */
const FAMILY = 'metamotion';
const onBase = (role: string): string => `326a${role}85cb9195d9dd464cfbbae75a`;
const SERVICE = onBase('9000');
const COMMAND = onBase('9001');
const NOTIFY = onBase('9006');

/** Three samples at 100 Hz. */
const DELIVERY_DELAY_S = 0.03;
/** The link takes about this long to change its interval. */
const LINK_CHANGE_MS = 500;
const TRIES = 2;

export const metamotion: SensorDriver = {
  family: FAMILY,
  title: 'MbientLab MetaMotion',
  recognise: ({ name, services }) => services.includes(SERVICE) || /^Meta(Wear|Motion)/i.test(name ?? ''),
  services: [SERVICE],
  facts: {
    rates_hz: METAMOTION_RATES_HZ,
    axes: 6,
    accel_range_g: METAMOTION_ACCEL_RANGE_G,
    gyro_range_dps: METAMOTION_GYRO_RANGE_DPS,
    delivery_delay_s: DELIVERY_DELAY_S,
    unsuitable: null,
  },
  open,
};

function* ask(bytes: Uint8Array): GattPlan<Uint8Array | null> {
  const [module = 0, register = 0] = bytes;
  const matches = (reply: Uint8Array): boolean => startsWith(reply, module, register);
  return yield* persistently(
    () => request({ characteristic: COMMAND, bytes, reply_on: NOTIFY, matches }),
    TRIES,
  );
}

function* send(commands: readonly Uint8Array[]): GattPlan<void> {
  for (const bytes of commands) yield write(COMMAND, bytes);
}

function open(options: DriverOptions): DriverSession {
  const rate_hz = nearestRate(METAMOTION_RATES_HZ, options.rate_hz);
  const pairing = createSamplePairs();
  let withGyro = true;

  function* setup(): GattPlan<SetupResult> {
    yield subscribe(NOTIFY);
    yield* send(STOP_COMMANDS);
    const accel = yield* ask(askModule(ACCEL));
    const gyro = yield* ask(askModule(GYRO));
    const chip = MOTION_CHIPS.find(({ accelKind }) => accelKind === accel?.[2]);
    withGyro = gyro?.[2] !== undefined && gyro[2] === chip?.gyroKind;
    const sensor = {
      family: FAMILY,
      nominal_rate_hz: rate_hz,
      accel_range_g: METAMOTION_ACCEL_RANGE_G,
      gyro_range_dps: withGyro ? METAMOTION_GYRO_RANGE_DPS : null,
      delivery_delay_s: DELIVERY_DELAY_S,
    };
    const warnings: string[] = [];
    if (accel === null) return { sensor, warnings, failure: words.drivers.metamotion.silent };
    if (chip === undefined) {
      return {
        sensor,
        warnings,
        failure: words.drivers.metamotion.olderChip,
      };
    }
    if (!withGyro) {
      warnings.push(words.drivers.threeAxes('MetaMotion'));
    }
    yield* send([FAST_LINK]);
    yield wait(LINK_CHANGE_MS);
    yield* send(startCommands(chip, rate_hz, withGyro));
    if (!(yield* isConfigured(chip))) {
      warnings.push(words.drivers.metamotion.otherSettings);
    }
    return { sensor, warnings };
  }

  /** False when the sensor says that it runs otherwise than asked; older firmware does not say. */
  function* isConfigured(chip: MotionChip): GattPlan<boolean> {
    for (const module of withGyro ? [ACCEL, GYRO] : [ACCEL]) {
      const reply = yield* ask(askConfig(module));
      const [rate, range] = configOf(chip, module, rate_hz);
      if (reply !== null && reply.length >= 4 && (reply[2] !== rate || reply[3] !== range)) return false;
    }
    return true;
  }

  function decode(characteristic: string, bytes: Uint8Array, arrival_s: number): Decoded {
    if (characteristic !== NOTIFY) return NOTHING;
    if (startsWith(bytes, ...ASK_BATTERY))
      return { ...NOTHING, battery_percent: percentOf(bytes.subarray(2)) };
    const data = readMotionData(bytes);
    if (data === 'torn') return MALFORMED;
    if (data === null) return NOTHING;
    const scale =
      data.quantity === 'accel'
        ? gPerCount(METAMOTION_ACCEL_RANGE_G)
        : dpsPerCount(METAMOTION_GYRO_RANGE_DPS);
    const values = data.counts.map((count) => count * scale);
    if (withGyro) return { ...NOTHING, ...pairing.push(data.quantity, values, arrival_s) };
    if (data.quantity === 'gyro') return NOTHING;
    return { ...NOTHING, batch: batchOf('arrival', arrivedAt(arrival_s, values.length / 3), values, null) };
  }

  return {
    setup,
    decode,
    *battery() {
      const reply = yield* ask(ASK_BATTERY);
      return reply === null ? null : percentOf(reply.subarray(2));
    },
    identify: () => send(BLINK),
    teardown: () => send(STOP_COMMANDS),
  };
}
