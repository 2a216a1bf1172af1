import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { G_MPS2 } from '../../src/recording/units.ts';
import { words } from '../../src/words/index.ts';
import {
  COUNT,
  dps,
  expectWhole,
  g,
  mps2,
  OWN,
  own,
  type Row,
  rads,
  read,
  rows,
  short,
} from './rows-of-a-set.ts';

// The same few seconds in archives and JSON, and mixed with another sensor's.

describe('archives', () => {
  test('in an archive are opened, one deep', () => {
    const inner = zipSync({ 'a.csv': strToU8(own) });
    expectWhole(read(['x.zip', zipSync({ 'inner.zip': inner, 'note.pdf': strToU8('x') })]), 6);
    expectWhole(read(['x.zip', zipSync({ 'a.csv.gz': gzipSync(strToU8(own)) })]), 6);
    expect(read(['x.zip', zipSync({ 'b.zip': zipSync({ 'c.zip': inner }) })])).toMatchObject({ ok: false });
    const damaged = read(['x.zip', zipSync({ 'inner.zip': inner.slice(0, 2000) })]);
    expect(damaged).toMatchObject({ ok: false, error: { message: words.files.damagedArchive } });
  });
});

describe('two sensors in one file', () => {
  const other = (row: Row): string => [short(row.t + 0.001), '0', '0', '1', '0', '0', '0'].join(',');
  const mixed = (id: (sensor: string) => string): string[] =>
    rows.flatMap((row) => [id('A') + [short(row.t), ...g(row), ...dps(row)].join(','), id('B') + other(row)]);

  test('are told by a column that names them', () => {
    const text = [`sensor,${OWN}`, ...mixed((sensor) => `${sensor},`)].join('\n');
    expect(read(['a.csv', text])).toMatchObject({
      ok: false,
      error: { message: words.files.twoSensors(3, 'A', 'B') },
    });
  });

  test('are told by rows that are unlike their neighbours', () => {
    const text = [OWN, ...mixed(() => '')].join('\n');
    expect(read(['a.csv', text])).toMatchObject({ ok: false, error: { message: words.files.mixedSensors } });
    expectWhole(read(['a.csv', own]), 6);
  });
});

describe('JSON', () => {
  const packets = Array.from({ length: COUNT / 10 }, (_, k) => {
    const part = rows.slice(10 * k, 10 * k + 10);
    const [x, y, z] = [0, 1, 2];
    return {
      acc: {
        Timestamp: Math.round((part[0]?.t ?? 0) * 1000),
        ArrayAcc: part.map(({ a }) => ({
          x: (a[x] ?? 0) * G_MPS2,
          y: (a[y] ?? 0) * G_MPS2,
          z: (a[z] ?? 0) * G_MPS2,
        })),
      },
    };
  });

  test('of Movesense, a packet a line', () => {
    expectWhole(read(['a.json', packets.map((packet) => JSON.stringify(packet)).join('\n')]), 3);
  });

  test('that was cut is read to its last whole packet, and that is said', () => {
    const got = read(['a.json', JSON.stringify({ data: packets }).slice(0, -60)]);
    if (!got.ok) throw new Error(got.error.message);
    expect(got.recording.t_s).toHaveLength(COUNT - 10);
    expect(got.remarks).toEqual([words.files.unfinished]);
  });

  test('of Sensor Logger: by sensor, calibrated before uncalibrated', () => {
    const reading = (sensor: string, { t }: Row, [x, y, z]: readonly string[]) => ({
      sensor,
      time: String(1.7e18 + Math.round(t * 1e9)),
      x,
      y,
      z,
    });
    const all = [
      { sensor: 'Metadata', version: '3' },
      ...rows.flatMap((row) => [
        reading('AccelerometerUncalibrated', row, ['0', '0', '9']),
        reading('TotalAcceleration', row, mps2(row)),
        reading('Gyroscope', row, rads(row)),
      ]),
    ];
    expectWhole(read(['a.json', JSON.stringify(all)]), 6);
  });
});
