import { readFileSync } from 'node:fs';
import { seededRandom } from './air.ts';

/** What the sensor measured at its n-th sample, as the nine words of a WitMotion frame. */
export type Feed = (sample: number) => readonly number[];

const ACCEL_LSB_G = 16 / 32768;
const GYRO_LSB_DPS = 2000 / 32768;
const COUNTER_SIZE = 32768;

/** Every sample says which one it is (in the x rate), so that loss, order and repetition can be seen at the far end. */
export const counterFeed: Feed = (sample) => [0, 0, 2048, sample % COUNTER_SIZE, 0, 0, 0, 0, 0];

/** Which sample this was, from the decoded x rate. */
export const counterOf = (gyro_x_dps: number) => Math.round(gyro_x_dps / GYRO_LSB_DPS) % COUNTER_SIZE;

export interface Motion {
  readonly accel_g: ArrayLike<number>;
  readonly gyro_dps: ArrayLike<number> | null;
}

/** Lying still, with the noise a sensor has. */
export function stillFeed(seed = 7): Feed {
  const random = seededRandom(seed);
  const noise = () => Math.round((random() - 0.5) * 4);
  return () => [noise(), noise(), 2048 + noise(), 0, 0, 0, 0, 0, 0];
}

/** Still for `lead` samples, then a motion sampled at the sensor's rate, then still for ever. */
export function motionFeed(motion: Motion, lead = 0): Feed {
  const rest = stillFeed();
  const samples = Math.floor(motion.accel_g.length / 3);
  return (sample) => {
    const at = sample - lead;
    if (at < 0 || at >= samples) return rest(sample);
    const axis = (values: ArrayLike<number> | null, index: number, lsb: number) =>
      (values?.[3 * at + index] ?? 0) / lsb;
    return [
      ...[0, 1, 2].map((index) => axis(motion.accel_g, index, ACCEL_LSB_G)),
      ...[0, 1, 2].map((index) => axis(motion.gyro_dps, index, GYRO_LSB_DPS)),
      0,
      0,
      0,
    ];
  };
}

/** The frames of a recording of raw notifications (JSON lines with `hex`), over and over. */
export function notificationFeed(file: string): Feed {
  const bytes = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"t"'))
    .map((line) => Buffer.from((JSON.parse(line) as { hex: string }).hex, 'hex'));
  const frames: number[][] = [];
  for (const notification of bytes) {
    for (let at = 0; at + 20 <= notification.length; at += 20) {
      if (notification.readUInt16BE(at) !== 0x5561) continue;
      frames.push(Array.from({ length: 9 }, (_, word) => notification.readInt16LE(at + 2 + 2 * word)));
    }
  }
  if (frames.length === 0) throw new Error(`${file} holds no WitMotion frames`);
  return (sample) => frames[sample % frames.length] ?? [];
}
