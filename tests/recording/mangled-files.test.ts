import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { joinFiles } from '../../src/recording/files/read-files.ts';
import { createSignalFile } from '../../src/recording/files/signal-file.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { plausibilityOf } from '../../src/signal/plausibility-of.ts';

const good = new TextEncoder().encode(
  [...recordingToCsv(simulatedSet({ seed: 3, reps: 1 }).recording)].join(''),
);

function read(bytes: Uint8Array) {
  const file = createSignalFile('any.csv');
  file.push(bytes);
  return joinFiles([file.end()]);
}

/** Median length of the acceleration, g. */
function middleLength(accel_g: Float64Array): number {
  const lengths = Float64Array.from({ length: accel_g.length / 3 }, (_, i) =>
    Math.hypot(...accel_g.subarray(3 * i, 3 * i + 3)),
  ).sort();
  return lengths[lengths.length >> 1] ?? 1;
}

test('any bytes are a recording or a refusal in one line', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      const got = read(bytes);
      if (!got.ok) expect(got.error.message).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 300 },
  );
});

test('any text that looks like a table is a recording or a refusal', () => {
  const cell = fc.constantFrom(
    't_s',
    'ax_g',
    'ay_g',
    'az_g',
    '0',
    '-1',
    '1e9',
    '"',
    '""',
    'NaN',
    '',
    'x y',
    '1,5',
    '#',
  );
  const text = fc.array(fc.tuple(cell, fc.constantFrom(',', ';', '\t', '\n', '\r\n', '\r')), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(text, (parts) => {
      const got = read(new TextEncoder().encode(parts.flat().join('')));
      if (!got.ok) expect(got.error.message).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 300 },
  );
});

test('a good file with bytes lost, changed or repeated is read, or refused, and what is read has gravity in it', () => {
  const cut = fc.record({
    at: fc.nat(good.length - 1),
    length: fc.nat(200),
    by: fc.uint8Array({ maxLength: 20 }),
  });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
      let bytes: Uint8Array = good;
      for (const { at, length, by } of cuts)
        bytes = new Uint8Array([...bytes.subarray(0, at), ...by, ...bytes.subarray(at + length)]);
      const got = read(bytes);
      if (!got.ok) return;
      const { hopeless } = plausibilityOf(got.recording);
      if (!hopeless && got.recording.t_s.length > 500)
        expect(Math.abs(middleLength(got.recording.accel_g) - 1)).toBeLessThan(0.5);
    }),
    { numRuns: 20 },
  );
});
