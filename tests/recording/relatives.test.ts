import { describe, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import { dps, european, expectWhole, g, mps2, OWN, own, rads, read, short, table } from './rows-of-a-set.ts';

// Relatives of the files that tools write: the same few seconds in other languages and dialects.

describe('languages', () => {
  const named = (time: string, accel: string, rate: string): string =>
    [
      `${time} (s)`,
      ...[accel, rate].flatMap((name, i) =>
        ['x', 'y', 'z'].map((axis) => `${name} ${axis} (${i === 0 ? 'm/s²' : 'rad/s'})`),
      ),
    ].join(';');
  test.each([
    ['German', 'Zeit', 'Beschleunigung', 'Drehrate'],
    ['French', 'Temps', 'Accélération', 'Vitesse angulaire'],
    ['Spanish', 'Tiempo', 'Aceleración', 'Velocidad angular'],
    ['Italian', 'Tempo', 'Accelerazione', 'Giroscopio'],
    ['Portuguese', 'Tempo', 'Aceleração', 'Velocidade angular'],
    ['Dutch', 'Tijd', 'Versnelling', 'Hoeksnelheid'],
    ['Polish', 'Czas', 'Przyspieszenie', 'Prędkość kątowa'],
    ['Russian', 'Время', 'Ускорение', 'Угловая скорость'],
    ['Japanese', '時間', '加速度', '角速度'],
  ])('%s', (_, time, accel, rate) => {
    const text = european(named(time, accel, rate), (row) => [short(row.t), ...mps2(row), ...rads(row)]);
    expectWhole(read(['a.csv', text]), 6);
  });

  test('an acceleration without gravity is one in any of them', () => {
    const text = european(
      'Temps (s);Accélération linéaire x (m/s²);Accélération linéaire y (m/s²);Accélération linéaire z (m/s²)',
      (row) => [short(row.t), ...mps2(row)],
    );
    expect(read(['a.csv', text])).toMatchObject({
      ok: false,
      error: { message: words.files.gravityRemoved('') },
    });
  });
});

describe('dialects', () => {
  test.each([
    [
      'units in brackets in a line of their own',
      table(
        'Time,Acc X,Acc Y,Acc Z,Gyro X,Gyro Y,Gyro Z\n[s],[m/s^2],[m/s^2],[m/s^2],[rad/s],[rad/s],[rad/s]',
        (row) => [short(row.t), ...mps2(row), ...rads(row)],
      ),
    ],
    [
      'day first',
      table(`time,${OWN.slice(4)}`, (row) => [
        `20.11.2026 17:30:${row.t.toFixed(3).padStart(6, '0')}`,
        ...g(row),
        ...dps(row),
      ]),
    ],
    [
      'month first, afternoon',
      table(`time,${OWN.slice(4)}`, (row) => [
        `11/20/2026 5:30:${row.t.toFixed(3).padStart(6, '0')} PM`,
        ...g(row),
        ...dps(row),
      ]),
    ],
    [
      'single quotes',
      own
        .split('\n')
        .map((line) =>
          line
            .split(',')
            .map((cell) => `'${cell}'`)
            .join(','),
        )
        .join('\n'),
    ],
    [
      'texts that are numbers',
      own
        .split('\n')
        .map((line, i) =>
          i === 0
            ? line
            : line
                .split(',')
                .map((cell) => `="${cell}"`)
                .join(','),
        )
        .join('\n'),
    ],
    ['a minus sign as printers set it', own.replaceAll('-', '−')],
  ])('%s', (_, text) => expectWhole(read(['a.csv', text]), 6));

  test('noon and midnight are told apart', () => {
    const at = (time: string, i: number): string => `${time.replace('SS', String(i).padStart(2, '0'))},0,0,1`;
    const text = [
      'time,ax_g,ay_g,az_g',
      at('12:59:SS AM', 59),
      at('1:00:SS AM', 0),
      at('12:00:SS PM', 0),
    ].join('\n');
    const got = read(['a.csv', text]);
    expect(got.ok && [...got.recording.t_s]).toEqual([0, 1, 39_601]);
  });

  test('columns named by the axis alone are known by their unit, and MetaBase without its epoch by the seconds', () => {
    expectWhole(
      read([
        'Raw Data.csv',
        table('"Time (s)","X (m/s^2)","Y (m/s^2)","Z (m/s^2)","Absolute (m/s^2)"', (row) => [
          short(row.t),
          ...mps2(row),
          '0',
        ]),
      ]),
      3,
    );
    expectWhole(
      read([
        'a.csv',
        table('elapsed (s),x-axis (g),y-axis (g),z-axis (g)', (row) => [short(row.t), ...g(row)]),
      ]),
      3,
    );
    expectWhole(
      read([
        'a.csv',
        table('时间(s),加速度X(g),加速度Y(g),加速度Z(g),角速度X(°/s),角速度Y(°/s),角速度Z(°/s)', (row) => [
          short(row.t),
          ...g(row),
          ...dps(row),
        ]),
      ]),
      6,
    );
  });
});
