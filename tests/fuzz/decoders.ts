import type { Random } from '../../src/recording/synthetic/random.ts';
import type { SensorDriver } from '../../src/sensors/driver.ts';
import { sensorDrivers } from '../../src/sensors/index.ts';
import { doorOf, honest, realPackets, SAMPLES_PER_BYTE } from '../sensors/doors.ts';
import { mangle, someBytes } from './mangle.ts';
import { pure, type Target } from './target.ts';

const RATES = [0, 1, 50, 100, 200, 1000] as const;

/** A connection whose notifications are nothing, begin rightly, or are real ones with some bytes changed. */
function connection(driver: SensorDriver, random: Random): void {
  const door = doorOf(driver.family);
  const real = realPackets(driver.family);
  const session = driver.open({ rate_hz: random.pick(RATES) });
  const last = { t_s: Number.NEGATIVE_INFINITY };
  let [samples, bytes] = [0, 0];
  for (let i = random.integer(1, 8); i > 0; i--) {
    const kind = random.unit();
    const [first = [], ...others] = door.heads;
    const packet =
      kind < 0.2
        ? someBytes(random, 260)
        : kind < 0.5 || real.length === 0
          ? Uint8Array.from([...random.pick([first, ...others]), ...someBytes(random, 240)])
          : mangle(random, real[random.integer(0, real.length - 1)] ?? new Uint8Array());
    bytes += packet.length;
    samples += honest(session.decode(door.on, packet, 10 - i), last);
  }
  if (samples > bytes * SAMPLES_PER_BYTE + 1) throw new Error(`${samples} samples of ${bytes} bytes`);
}

export const DECODERS: readonly Target[] = sensorDrivers.map((driver) =>
  pure(`decoder ${driver.family}`, 0.7 / sensorDrivers.length, (random) => connection(driver, random)),
);
