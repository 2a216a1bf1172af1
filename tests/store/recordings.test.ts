import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { packRecording, unpackRecording } from '../../main/store/sets/recording-blob.ts';
import { aRecording, problem, value } from './given.ts';

test('three minutes of a 16-bit sensor at 200 Hz take less than half a megabyte', () => {
  const count = 36_000;
  let seed = 7;
  const noise = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31 - 0.5;
  };
  const steps = (step: number, swing: number) =>
    Float64Array.from(
      { length: 3 * count },
      (_, i) => step * Math.round((swing * Math.sin(i / 400)) / step + 20 * noise()),
    );
  const recording = aRecording(1, {
    t_s: Float64Array.from({ length: count }, (_, i) => i / 200),
    accel_g: steps(16 / 32768, 0.5),
    gyro_dps: steps(2000 / 32768, 40),
  });
  const blob = packRecording(recording);
  expect(blob.data.length).toBeLessThan(500_000);
  expect(value(unpackRecording(blob))).toEqual(recording);
});

test('an empty recording comes back empty', () => {
  const none = aRecording(0);
  expect(value(unpackRecording(packRecording(none)))).toEqual(none);
});

test('a damaged one is told, never half read', () => {
  const blob = packRecording(aRecording());
  const flipped = Buffer.from(blob.data);
  flipped.writeUInt8(flipped.readUInt8(flipped.length >> 1) ^ 16, flipped.length >> 1);
  const cut = blob.data.subarray(0, blob.data.length - 10);
  const shorter = zlib.deflateSync(zlib.inflateSync(blob.data).subarray(0, -8));
  for (const data of [flipped, cut, shorter])
    expect(problem(unpackRecording({ ...blob, data }))).toMatchObject({
      code: 'recording-damaged',
      message: expect.stringMatching(/damaged/),
    });
});

test('one packed by a later Lockout is refused in words', () => {
  const later = { ...packRecording(aRecording()), compression: 'brotli' };
  expect(problem(unpackRecording(later)).message).toContain('does not know (brotli)');
});
