import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import {
  dps,
  european,
  expectWhole,
  g,
  mps2,
  OWN,
  own,
  rads,
  read,
  rows,
  short,
  table,
} from './rows-of-a-set.ts';

// Tools beside those a coach is told of: the same few seconds in their headers.

const REST = rows[0]?.a ?? [];
const minus = (values: readonly string[]): string[] => values.map((value) => short(-Number(value)));
const refusal = (text: string, name = 'a.csv') => {
  const got = read([name, text]);
  return got.ok ? null : got.error.message;
};

describe('tables of other tools', () => {
  const shimmer = (names: readonly string[], units: readonly string[]): string =>
    `sep=\t\n${names.map((name) => `Shimmer_6749_${name}_CAL`).join('\t')}\n${units.join('\t')}\n`;
  test.each<[string, 3 | 6, string]>([
    [
      'Physics Toolbox with its g-force meter',
      6,
      table('time,gFx,gFy,gFz,wx,wy,wz,', (row) => [short(row.t), ...g(row), ...rads(row), '']),
    ],
    [
      'Shimmer, of two accelerometers the low-noise one',
      6,
      shimmer(
        [
          'Timestamp_Unix',
          ...['X', 'Y', 'Z'].map((axis) => `Accel_WR_${axis}`),
          ...['X', 'Y', 'Z'].map((axis) => `Accel_LN_${axis}`),
          ...['X', 'Y', 'Z'].map((axis) => `Gyro_${axis}`),
        ],
        ['ms', ...Array(6).fill('m/(s^2)*'), ...Array(3).fill('deg/s*')],
      ) + table('', (row) => [short(1000 * row.t), '0', '0', '9.8', ...mps2(row), ...dps(row)], '\t').trim(),
    ],
    [
      'AndroSensor, its unit of time in words',
      6,
      table(
        'ACCELEROMETER X (m/s²);ACCELEROMETER Y (m/s²);ACCELEROMETER Z (m/s²);LINEAR ACCELERATION X (m/s²);LINEAR ACCELERATION Y (m/s²);LINEAR ACCELERATION Z (m/s²);GYROSCOPE X (rad/s);GYROSCOPE Y (rad/s);GYROSCOPE Z (rad/s);Time since start in ms ',
        (row) => [...mps2(row), '0', '0', '0', ...rads(row), short(1000 * row.t)],
        ';',
      ),
    ],
    [
      'Core Motion by its own names, minus what is felt',
      6,
      table(
        'timestamp,gravity.x,gravity.y,gravity.z,rotationRate.x,rotationRate.y,rotationRate.z,userAcceleration.x,userAcceleration.y,userAcceleration.z',
        (row) => [
          short(row.t),
          ...minus(REST.map(short)),
          ...rads(row),
          ...row.a.map((value, k) => short((REST[k] ?? 0) - value)),
        ],
      ),
    ],
    [
      'SensorLog with the time of logging alone',
      3,
      table(
        'loggingTime(txt),accelerometerAccelerationX(G),accelerometerAccelerationY(G),accelerometerAccelerationZ(G)',
        (row) => [`2026-11-20T17:30:${short(row.t).padStart(9, '0')}+01:00`, ...minus(g(row))],
      ),
    ],
    [
      'MATLAB, the month by its name',
      3,
      table('Timestamp,X (m/s^2),Y (m/s^2),Z (m/s^2)', (row) => [
        `20-Nov-2026 17:30:${short(row.t).padStart(9, '0')}`,
        ...mps2(row),
      ]),
    ],
    [
      'units as DIN writes them',
      3,
      european('t/s;a_x/(m/s²);a_y/(m/s²);a_z/(m/s²)', (row) => [short(row.t), ...mps2(row)]),
    ],
    [
      'units behind a dash',
      3,
      table('Time - s,Acc X - g,Acc Y - g,Acc Z - g', (row) => [short(row.t), ...g(row)]),
    ],
    [
      'a tool that calls the angular rate otherwise',
      6,
      table(
        'Time (s),Acceleration x (m/s^2),Acceleration y (m/s^2),Acceleration z (m/s^2),Gyro x (°/s),Gyro y (°/s),Gyro z (°/s)',
        (row) => [short(row.t), ...mps2(row), ...dps(row)],
      ),
    ],
    [
      'signs that lost their encoding',
      3,
      table('Time (s),Acc x (m/sÂ²),Acc y (m/sÂ²),Acc z (m/sÂ²)', (row) => [short(row.t), ...mps2(row)]),
    ],
    ['characters that nobody sees', 6, own.replace('ax_g', '\u200bax_g\u200b')],
  ])('%s', (_, axes, text) => expectWhole(read(['a.csv', text]), axes));

  test.each([
    ['Turkish', 'Zaman', 'İvme'],
    ['Greek', 'Χρόνος', 'Επιτάχυνση'],
    ['Korean', '시간', '가속도'],
    ['Arabic', 'الزمن', 'التسارع'],
    ['Vietnamese', 'Thời gian', 'Gia tốc'],
  ])('a language nobody taught us: %s', (_, time, accel) => {
    const header = ['x', 'y', 'z'].map((axis) => `"${accel} ${axis} (m/s^2)"`);
    const text = table(`"${time} (s)",${header.join(',')}`, (row) => [short(row.t), ...mps2(row)]);
    expectWhole(read(['a.csv', text]), 3);
  });

  test('of two vectors by names that nobody knows none is chosen', () => {
    const text = table(
      'Zaman (s),A x (g),A y (g),A z (g),B x (g),B y (g),B z (g)'
        .replaceAll('A ', 'İvme ')
        .replaceAll('B ', 'Hız '),
      (row) => [short(row.t), ...g(row), ...g(row)],
    );
    expect(refusal(text)).toContain('no acceleration columns');
  });
});

describe('Movesense JSON', () => {
  const packets = Array.from({ length: rows.length / 6 }, (_, k) => {
    const some = rows.slice(6 * k, 6 * k + 6);
    const three = ([x, y, z]: readonly string[]) => ({ x: Number(x), y: Number(y), z: Number(z) });
    return {
      Timestamp: 1000 * (some[0]?.t ?? 0),
      ArrayAcc: some.map((row) => three(mps2(row))),
      ArrayGyro: some.map((row) => three(dps(row))),
    };
  });
  test.each([
    ['under the name of the resource', { Meas: { IMU6: packets } }],
    [
      'its keys in lower case',
      {
        data: packets.map(({ Timestamp, ArrayAcc, ArrayGyro }) => ({
          imu6: { timestamp: Timestamp, arrayAcc: ArrayAcc, arrayGyro: ArrayGyro },
        })),
      },
    ],
    ['as messages', packets.map((Body) => ({ Body, Uri: '174430000051/Meas/IMU6/52', Method: 'POST' }))],
  ])('%s', (_, document) => expectWhole(read(['a.json', JSON.stringify(document)]), 6));

  test('of two sensors is refused by their names', () => {
    const both = packets.flatMap((Body) =>
      ['left', 'right'].map((from) => ({ Body, Uri: `${from}/Meas/IMU6/52` })),
    );
    expect(refusal(JSON.stringify(both), 'a.json')).toBe(words.files.twoSensorsIn('left', 'right'));
  });
});

describe('a refusal says what was recognised and the way out', () => {
  const numbers = own.slice(OWN.length + 1);
  test.each([
    ['no names at all', numbers, words.files.noNames],
    [
      'Sensor Logger under another name',
      table('time,seconds_elapsed,z,y,x', (row) => [short(row.t), short(row.t), ...mps2(row)]),
      words.files.sensorLoggerName,
    ],
    [
      'Shimmer uncalibrated',
      table('Shimmer_6749_Timestamp_RAW,Shimmer_6749_Accel_LN_X_RAW', (row) => [short(row.t), '2048']),
      words.files.shimmerRaw,
    ],
    [
      'the header of many columns, not the line before it',
      `Device:,bar\n${table('PacketCounter,dq_W,dv[1],dv[2],dv[3]', (row) => [short(row.t), '1', ...g(row)])}`,
      'PacketCounter, dq_W',
    ],
    [
      'a sign between thousands',
      table(
        't_us;ax_g;ay_g;az_g',
        (row) => [Math.round(1e6 * (row.t + 2)).toLocaleString('de-DE'), ...g(row)],
        ';',
      ),
      'a sign between thousands',
    ],
  ])('%s', (_, text, said) => expect(refusal(text)).toContain(said));

  test('a workbook is to be saved as CSV, and an empty archive holds nothing', () => {
    const workbook = read(['a.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })]);
    expect(workbook).toMatchObject({ ok: false, error: { message: words.files.workbook } });
    expect(read(['a.zip', zipSync({})])).toMatchObject({
      ok: false,
      error: { message: words.files.nothingInside },
    });
  });

  test('an archive that was made to fill a disk is refused before it does', () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(3e7).fill(0x30) });
    expect(bomb.length).toBeLessThan(1e5);
    expect(read(['a.zip', bomb])).toMatchObject({ ok: false, error: { message: words.files.tooLarge } });
  });

  test('the other file of a pair is named also where the angular rate is called GYR', () => {
    const rate = table(
      'Phone timestamp;sensor timestamp [ns];X [dps];Y [dps];Z [dps]',
      (row) => ['', short(1e9 * row.t), ...dps(row)],
      ';',
    );
    expect(refusal(rate, 'Polar_Sense_GYR.txt')).toContain('Polar_Sense_ACC.txt');
  });
});

test('a clock of the place that is set by an hour is put right, and that is said', () => {
  const half = (rows[150]?.t ?? 0) + 0.001;
  for (const [from, by] of [
    [2, 3600],
    [3, -3600],
  ] as const) {
    const text = table(`time,${OWN.slice(4)}`, (row) => {
      const t = from * 3600 - half + row.t + (row.t > half ? by : 0);
      const hour = Math.floor(t / 3600);
      const minute = Math.floor((t / 60) % 60);
      return [
        `2026-10-25 ${hour}:${String(minute).padStart(2, '0')}:${short(t % 60).padStart(9, '0')}`,
        ...g(row),
        ...dps(row),
      ];
    });
    const got = read(['a.csv', text]);
    expectWhole(got, 6);
    expect(got.ok && got.remarks).toEqual([words.files.clockChange]);
  }
});
