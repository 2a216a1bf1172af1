import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { joinFiles } from '../../src/recording/files/read-files.ts';
import { createSignalFile } from '../../src/recording/files/signal-file.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { G_MPS2, RAD_PER_DEG } from '../../src/recording/units.ts';

const { recording } = simulatedSet({ seed: 5, reps: 1 });
const N = recording.t_s.length;

interface Row {
  readonly t: number;
  readonly a: readonly number[];
  readonly w: readonly number[];
}
const rows: Row[] = Array.from({ length: N }, (_, i) => ({
  t: recording.t_s[i] as number,
  a: [...recording.accel_g.subarray(3 * i, 3 * i + 3)],
  w: [...(recording.gyro_dps as Float64Array).subarray(3 * i, 3 * i + 3)],
}));
const START_MS = 1_795_199_400_000;
const by = (values: readonly number[], factor: number): string[] =>
  values.map((value) => (value * factor).toFixed(6));
const iso = (t: number): string => new Date(START_MS + 1000 * t).toISOString().slice(0, 23);
const table = (header: string, row: (row: Row, i: number) => readonly (string | number)[], cell = ',') =>
  `${[header, ...rows.map((each, i) => row(each, i).join(cell))].join('\n')}\n`;

type Files = Readonly<Record<string, string | Uint8Array>>;
const metabaseEpoch = ({ t }: Row): string => (START_MS + 1000 * t).toFixed(0);

/** The simulated set as each tool would have written it. */
const TOOLS: Readonly<Record<string, Files>> = {
  'nobody by name, columns with their units': {
    'bar.csv': table(
      'Time (ms),acc x [m/s2],acc y [m/s2],acc z [m/s2],gyro_x (deg/s),gyro_y (deg/s),gyro_z (deg/s)',
      ({ t, a, w }) => [(1000 * t).toFixed(3), ...by(a, G_MPS2), ...by(w, 1)],
    ),
  },
  'WitMotion in English': {
    'data.txt': table(
      'time\tDeviceName\tChipTime()\tAccX(g)\tAccY(g)\tAccZ(g)\tAsX(°/s)\tAsY(°/s)\tAsZ(°/s)',
      ({ t, a, w }) => [iso(t), 'WT901(00:00)', 'null', ...by(a, 1), ...by(w, 1)],
      '\t',
    ).replaceAll('\n', '\r\n'),
  },
  'WitMotion in Chinese': {
    'data.csv': table(
      '时间,设备名称,加速度X(g),加速度Y(g),加速度Z(g),角速度X(°/s),角速度Y(°/s),角速度Z(°/s)',
      ({ t, a, w }) => [iso(t).replace('T', ' '), 'WT01', ...by(a, 1), ...by(w, 1)],
    ),
  },
  'MbientLab MetaBase, both files': {
    'bar_Accelerometer.csv': table(
      'epoch (ms),time (+01:00),elapsed (s),x-axis (g),y-axis (g),z-axis (g)',
      (row) => [metabaseEpoch(row), iso(row.t), row.t.toFixed(3), ...by(row.a, 1)],
    ),
    'bar_Gyroscope.csv': table(
      'epoc (ms),timestamp (+0100),elapsed (s),x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)',
      (row) => [metabaseEpoch(row), iso(row.t), row.t.toFixed(3), ...by(row.w, 1)],
    ),
  },
  'Movella DOT, its counter wrapping': {
    'dot.csv': `sep=,\nDeviceTag:,DOT-1,,\nOutputRate:,60Hz,,\n\n${table(
      'PacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z',
      ({ t, a, w }, i) => [i, Math.round(2 ** 32 - 1e6 + 1e6 * t) % 2 ** 32, ...by(a, G_MPS2), ...by(w, 1)],
    )}`,
  },
  'Movesense JSON': {
    'bar.json': JSON.stringify({
      data: Array.from({ length: Math.floor(N / 8) }, (_, k) => rows.slice(8 * k, 8 * k + 8)).map(
        (packet) => ({
          imu: {
            Timestamp: 1000 * (packet[0] as Row).t,
            ArrayAcc: packet.map(({ a: [x = 0, y = 0, z = 0] }) => ({
              x: x * G_MPS2,
              y: y * G_MPS2,
              z: z * G_MPS2,
            })),
            ArrayGyro: packet.map(({ w: [x, y, z] }) => ({ x, y, z })),
          },
        }),
      ),
    }),
  },
  'Polar Sensor Logger, both files': {
    'bar_GYRO.txt': table(
      'Phone timestamp;sensor timestamp [ns];X [dps];Y [dps];Z [dps] ',
      ({ t, w }) => [iso(t), `${Math.round(1e9 * t) + 599_616_000_000}`, ...by(w, 1)],
      ';',
    ),
    'bar_ACC.txt': table(
      'Phone timestamp;sensor timestamp [ns];X [mg];Y [mg];Z [mg]',
      ({ t, a }) => [iso(t), `${Math.round(1e9 * t) + 599_616_000_000}`, ...by(a, 1000)],
      ';',
    ),
  },
  'phyphox, zipped': {
    'bar.zip': zipSync({
      'Accelerometer.csv': strToU8(
        table(
          '"Time (s)","Acceleration x (m/s^2)","Acceleration y (m/s^2)","Acceleration z (m/s^2)"',
          ({ t, a }) => [t.toExponential(9), ...a.map((value) => (value * G_MPS2).toExponential(9))],
        ),
      ),
      'Gyroscope.csv': strToU8(
        table('"Time (s)","Gyroscope x (rad/s)","Gyroscope y (rad/s)","Gyroscope z (rad/s)"', ({ t, w }) => [
          t.toExponential(9),
          ...w.map((value) => (value * RAD_PER_DEG).toExponential(9)),
        ]),
      ),
      'meta/time.csv': strToU8('"event","experiment time"\n"START",0\n'),
    }),
  },
  'Sensor Logger, both files': {
    'TotalAcceleration.csv': table('time,seconds_elapsed,z,y,x', ({ t, a }) => [
      (START_MS + 1000 * t) * 1e6,
      t,
      ...by(a, G_MPS2).reverse(),
    ]),
    'Gyroscope.csv': table('time,seconds_elapsed,z,y,x', ({ t, w }) => [
      (START_MS + 1000 * t) * 1e6,
      t,
      ...by(w, RAD_PER_DEG).reverse(),
    ]),
  },
  'SensorLog, minus what is felt': {
    'log.csv': table(
      'loggingTime(txt),accelerometerTimestamp_sinceReboot(s),accelerometerAccelerationX(G),accelerometerAccelerationY(G),accelerometerAccelerationZ(G),motionRotationRateX(rad/s),motionRotationRateY(rad/s),motionRotationRateZ(rad/s)',
      ({ t, a, w }) => [iso(t), (90_820 + t).toFixed(6), ...by(a, -1), ...by(w, RAD_PER_DEG)],
    ),
  },
  'a spreadsheet, with decimal commas, gzipped': {
    'bar.csv.gz': gzipSync(
      strToU8(
        table(
          't (s);ax (g);ay (g);az (g);gx (deg/s);gy (deg/s);gz (deg/s)',
          ({ t, a, w }) => [t.toFixed(6), ...by(a, 1), ...by(w, 1)],
          ';',
        ).replaceAll('.', ','),
      ),
    ),
  },
  'UTF-16': {
    'bar.csv': utf16(
      table('t_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps', ({ t, a, w }) => [t, ...by(a, 1), ...by(w, 1)]),
    ),
  },
};

function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0)).buffer);
}

function read(files: Files, piece = 7919) {
  return joinFiles(
    Object.entries(files).map(([name, content]) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const file = createSignalFile(name);
      for (let at = 0; at < bytes.length; at += piece) file.push(bytes.subarray(at, at + piece));
      return file.end();
    }),
  );
}

function worst(got: Float64Array | null, wanted: Float64Array | null): number {
  if (got === null || wanted === null) return Number.POSITIVE_INFINITY;
  return got.reduce((most, value, i) => Math.max(most, Math.abs(value - (wanted[i] as number))), 0);
}

/** Numbers were rounded to six decimals, dates and epochs to the millisecond; gyro readings move with the times. */
function expectTheSet(got: Recording) {
  expect(got.t_s.length).toBeGreaterThan(N - 9);
  expect(worst(got.t_s, recording.t_s)).toBeLessThan(0.002);
  expect(worst(got.accel_g, recording.accel_g)).toBeLessThan(1e-5);
  expect(worst(got.gyro_dps, recording.gyro_dps)).toBeLessThan(15);
  const wrong = got.gyro_dps?.filter((value, i) => Math.abs(value - (recording.gyro_dps?.[i] ?? 0)) > 1e-3);
  expect(wrong?.length).toBeLessThan(0.2 * 3 * N);
}

describe('the simulated set as other tools would have written it', () => {
  test.each(Object.entries(TOOLS))('%s', (_, files) => {
    const got = read(files);
    if (!got.ok) throw new Error(got.error.message);
    expectTheSet(got.recording);
  });

  test('pieces of any size give the same recording', () => {
    const files = TOOLS['WitMotion in Chinese'] as Files;
    expect(read(files, 13)).toEqual(read(files, 1 << 20));
  });

  test('two sensors in one file are refused by their names', () => {
    const both = table('time,DeviceName,AccX(g),AccY(g),AccZ(g)', ({ t, a }, i) => [
      iso(t),
      i % 2 === 0 ? 'left' : 'right',
      ...by(a, 1),
    ]);
    const got = read({ 'both.csv': both });
    expect(got).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/Row 3.*left and right/) },
    });
  });

  test('files that were not recorded at the same time do not belong together', () => {
    const files = TOOLS['MbientLab MetaBase, both files'] as Record<string, string>;
    const later = (files['bar_Gyroscope.csv'] as string).replaceAll('\n17951', '\n17961');
    const got = read({ ...files, 'bar_Gyroscope.csv': later });
    expect(got).toMatchObject({ ok: false, error: { message: expect.stringContaining('same time') } });
  });

  test('an unknown header is answered with what it has and the way out', () => {
    const got = read({ 'x.csv': 'foo,bar,baz\n1,2,3\n4,5,6\n' });
    expect(got).toMatchObject({
      ok: false,
      error: { row: 1, message: expect.stringContaining('foo, bar, baz') },
    });
  });

  test('a damaged archive is refused', () => {
    const zip = (TOOLS['phyphox, zipped'] as Files)['bar.zip'] as Uint8Array;
    expect(read({ 'bar.zip': zip.subarray(0, zip.length >> 1) }).ok).toBe(false);
  });
});
