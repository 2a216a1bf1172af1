import fc from 'fast-check';
import { expect, test } from 'vitest';
import { variationOf } from '../../src/lifts/catalogue.ts';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { joinFiles } from '../../src/recording/files/read-files.ts';
import { createSignalFile } from '../../src/recording/files/signal-file.ts';
import { readForeignHistory } from '../../src/recording/histories/read-history.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';

const read = (bytes: Uint8Array) => {
  const file = createSignalFile('file.csv');
  file.push(bytes);
  return joinFiles([file.end()]);
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test('any bytes are read or refused, and no history either makes anything throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 300 }).map(bytesOf),
        fc
          .array(
            fc.constantFrom(
              't_s',
              'ax_g',
              '1',
              '-0.5',
              ',',
              ';',
              '\n',
              '"',
              '\t',
              'date',
              'PK\u0003\u0004',
              '{"data":[',
            ),
          )
          .map((parts) => bytesOf(parts.join(''))),
      ),
      (bytes) => {
        read(bytes);
        readForeignHistory(new TextDecoder().decode(bytes), { today: '2026-11-30' });
      },
    ),
    { numRuns: 60, seed: 14 },
  );
});

const good = [...recordingToCsv(simulatedSet({ seed: 5, reps: 2 }).recording)].join('').trim();
const [header = '', ...rows] = good.split('\n').map((line) => line.split(','));
const COLUMNS = 7;

/** What happens to files on their way: units, axes, order, editors, disks. */
const mangling = fc.oneof(
  fc.record({
    kind: fc.constant('scale' as const),
    columns: fc.constantFrom([1, 2, 3], [4, 5, 6], [1], [3], [0]),
    by: fc.constantFrom(9.80665, 1 / 9.80665, 1000, 0.001, 57.3, -1, 2),
  }),
  fc.record({ kind: fc.constant('swap' as const), a: fc.nat(COLUMNS - 1), b: fc.nat(COLUMNS - 1) }),
  fc.record({ kind: fc.constant('drop column' as const), at: fc.nat(COLUMNS - 1) }),
  fc.record({
    kind: fc.constant('cut' as const),
    from: fc.nat(900),
    count: fc.integer({ min: 1, max: 300 }),
  }),
  fc.record({
    kind: fc.constant('double' as const),
    from: fc.nat(900),
    count: fc.integer({ min: 1, max: 300 }),
  }),
  fc.record({ kind: fc.constant('garbage' as const), row: fc.nat(900), text: fc.string({ maxLength: 8 }) }),
  fc.record({ kind: fc.constant('flip bytes' as const), seed: fc.nat(10_000) }),
);

function mangled(change: typeof mangling extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const table = [header as unknown as string[], ...rows].map((cells) => [...cells]);
  const body = table.slice(1);
  if (change.kind === 'scale')
    for (const cells of body)
      for (const column of change.columns) cells[column] = String(Number(cells[column]) * change.by);
  if (change.kind === 'swap')
    for (const cells of body) {
      const [a = '', b = ''] = [cells[change.a], cells[change.b]];
      cells[change.a] = b;
      cells[change.b] = a;
    }
  if (change.kind === 'drop column') for (const cells of table) cells.splice(change.at, 1);
  if (change.kind === 'cut') table.splice(1 + change.from, change.count);
  if (change.kind === 'double')
    table.splice(1 + change.from, 0, ...table.slice(1 + change.from, 1 + change.from + change.count));
  if (change.kind === 'garbage') table.splice(1 + change.row, 1, [change.text]);
  const bytes = bytesOf(table.map((cells) => cells.join(',')).join('\n'));
  if (change.kind === 'flip bytes')
    for (let i = 0; i < 5; i++)
      bytes[(change.seed * 7919 + i * 104_729) % bytes.length] = (change.seed + i) % 256;
  return bytes;
}

/** The length that is met most often: a bar at rest, or near it. */
function usualLength_g({ accel_g }: Recording): number {
  const lengths = Array.from({ length: accel_g.length / 3 }, (_, i) =>
    Math.hypot(...accel_g.subarray(3 * i, 3 * i + 3)),
  ).sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? Number.NaN;
}

test('a good file however mangled never throws, and is never good where rest is not 1 g', () => {
  fc.assert(
    fc.property(mangling, (change) => {
      const whole = read(mangled(change));
      if (!whole.ok) return;
      const { recording } = analyzeSet(whole.recording, {
        lift: 'hip-thrust',
        variation: 'barbell',
        load_kg: null,
        targets: variationOf('hip-thrust', 'barbell').targets,
        reference: null,
        calibration: null,
        set_end_s: 8,
      });
      if (recording.quality === 'good' && recording.samples > 0)
        expect(Math.abs(usualLength_g(whole.recording) - 1)).toBeLessThan(0.1);
    }),
    { numRuns: 12, seed: 14 },
  );
});
