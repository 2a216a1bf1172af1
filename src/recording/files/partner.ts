import { words } from '../../words/index.ts';

interface Pair {
  /** Only this tool's; without, anybody's. */
  readonly tool?: string;
  readonly gyro: RegExp;
  readonly accel: RegExp;
  readonly names: readonly [gyro: string, accel: string];
}

/** Words by which tools tell the two files of a recording apart, the most particular first. */
const PAIRS: readonly Pair[] = [
  {
    tool: words.files.tools.sensorLogger,
    gyro: /gyroscope/i,
    accel: /totalacceleration/i,
    names: ['Gyroscope', 'TotalAcceleration'],
  },
  { gyro: /gyroscope/i, accel: /accelerometer/i, names: ['Gyroscope', 'Accelerometer'] },
  { gyro: /gyro|gyr(?![a-z])/i, accel: /acc(?![a-z])/i, names: ['GYRO', 'ACC'] },
];

/** What the file with the acceleration is called, going by that with the angular rate. */
export function accelFileOf(tool: string, file: string): string {
  const pair = pairOf(tool, file, 'gyro');
  return pair === undefined ? words.files.otherFile : rename(file, pair.gyro, pair.names[1]);
}

/** What the file with the angular rate is called; null when this file's name tells of no pair. */
export function gyroFileOf(tool: string, file: string): string | null {
  const pair = pairOf(tool, file, 'accel');
  return pair === undefined ? null : rename(file, pair.accel, pair.names[0]);
}

/** What the other file of the recording may be called, whichever tool wrote it; empty where a name tells of no pair. */
export const partnersOf = (file: string): string[] =>
  PAIRS.flatMap(({ gyro, accel, names }) => [
    ...(gyro.test(file) ? [rename(file, gyro, names[1])] : []),
    ...(accel.test(file) ? [rename(file, accel, names[0])] : []),
  ]);

/** A table of nobody's is called anything: its name tells nothing. */
const pairOf = (tool: string, file: string, which: 'gyro' | 'accel'): Pair | undefined =>
  tool === '' ? undefined : PAIRS.find((pair) => (pair.tool ?? tool) === tool && pair[which].test(file));

const rename = (file: string, from: RegExp, to: string): string =>
  file.replace(from, (found) => (found === found.toLowerCase() ? to.toLowerCase() : to));
