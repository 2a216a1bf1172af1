import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeRecording, encodeRecording, FORMAT_VERSION } from '../../src/recording/format.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { UNKNOWN_SENSOR } from '../../src/recording/samples.ts';
import { BURSTY_ARRIVAL } from '../../src/recording/synthetic/delivery.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';

function readBack(recording: Recording): Recording {
  const decoded = decodeRecording(encodeRecording(recording));
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value;
}

const any = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -40000, max: 40000 }).map((k) => k / 2048),
  fc.constant(-0),
);
const recordings = fc
  .array(fc.tuple(any, any, any, any, any, any, any), { maxLength: 40 })
  .chain((rows) =>
    fc.tuple(fc.constant(rows), fc.boolean(), fc.constantFrom('device' as const, 'arrival' as const)),
  )
  .map(
    ([rows, six, clock]): Recording => ({
      sensor: UNKNOWN_SENSOR,
      clock,
      t_s: Float64Array.from(rows, (row) => row[0]),
      accel_g: Float64Array.from(rows.flatMap((row) => row.slice(1, 4))),
      gyro_dps: six ? Float64Array.from(rows.flatMap((row) => row.slice(4, 7))) : null,
    }),
  );

describe('a stored recording', () => {
  test('comes back to the last bit, whatever its numbers', () => {
    fc.assert(
      fc.property(recordings, (recording) => {
        expect(readBack(recording)).toStrictEqual(recording);
      }),
    );
  });

  test.each([
    ['on its own clock', undefined],
    ['with arrival times only', BURSTY_ARRIVAL],
  ])('of a real set %s comes back whole and compresses to less than 9 bytes a sample', (_, delivery) => {
    const { recording } = simulatedSet({ seed: 4, ...(delivery ? { delivery } : {}) });
    expect(readBack(recording)).toStrictEqual(recording);
    const stored = deflateSync(encodeRecording(recording));
    expect(stored.length / recording.t_s.length).toBeLessThan(9);
  });

  test('keeps clocks that were shifted by subtraction', () => {
    const { recording } = simulatedSet({ seed: 5, reps: 2 });
    const shifted = { ...recording, t_s: recording.t_s.map((t) => t + 1234.567 - 0.1) };
    expect(readBack(shifted)).toStrictEqual(shifted);
  });

  test('reads bytes that stand at an odd place in a larger buffer', () => {
    const { recording } = simulatedSet({ seed: 6, reps: 1 });
    const bytes = encodeRecording(recording);
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    const decoded = decodeRecording(larger.subarray(3));
    expect(decoded.ok && decoded.value).toStrictEqual(recording);
  });
});

describe('what is refused, in words', () => {
  const bytes = encodeRecording(simulatedSet({ seed: 7, reps: 1 }).recording);
  const codeOf = (damaged: Uint8Array): string => {
    const decoded = decodeRecording(damaged);
    return decoded.ok ? 'read' : decoded.error.code;
  };

  test('bytes that are something else', () => {
    expect(codeOf(new Uint8Array(0))).toBe('not-a-recording');
    expect(codeOf(new TextEncoder().encode('t_s,ax_g,ay_g,az_g\n'))).toBe('not-a-recording');
  });

  test('a format of the future', () => {
    const newer = bytes.slice();
    newer[4] = FORMAT_VERSION + 1;
    const decoded = decodeRecording(newer);
    expect(decoded).toMatchObject({
      ok: false,
      error: { code: 'newer-recording', message: expect.stringContaining('update') },
    });
  });

  test('a recording cut short anywhere', () => {
    for (const share of [0.0005, 0.01, 0.5, 0.9999])
      expect(codeOf(bytes.subarray(0, Math.max(9, Math.floor(share * bytes.length))))).toBe(
        'recording-damaged',
      );
  });

  test('any damage ends in a recording or a refusal, never in an exception', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(255), (at, value) => {
        const damaged = bytes.slice();
        damaged[at] = value;
        expect(['read', 'not-a-recording', 'newer-recording', 'recording-damaged']).toContain(
          codeOf(damaged),
        );
      }),
    );
  });
});
