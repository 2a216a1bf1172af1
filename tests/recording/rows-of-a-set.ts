import { strToU8 } from 'fflate';
import { expect } from 'vitest';
import { joinFiles } from '../../src/recording/files/read-files.ts';
import { createSignalFile } from '../../src/recording/files/signal-file.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { G_MPS2, RAD_PER_DEG } from '../../src/recording/units.ts';

// A few seconds of one recording as rows, to be written as any tool would, and read back.

const { recording } = simulatedSet({ seed: 77, reps: 1 });
export const COUNT = 300;
export interface Row {
  readonly t: number;
  readonly a: readonly number[];
  readonly w: readonly number[];
}
export const rows = Array.from({ length: COUNT }, (_, i): Row => {
  const three = (of: Float64Array) => [...of.subarray(3 * i, 3 * i + 3)];
  return {
    t: recording.t_s[i] ?? 0,
    a: three(recording.accel_g),
    w: three(recording.gyro_dps ?? new Float64Array()),
  };
});
export const short = (value: number): string => value.toFixed(6);
export const g = ({ a }: Row): string[] => a.map(short);
export const mps2 = ({ a }: Row): string[] => a.map((value) => short(value * G_MPS2));
export const dps = ({ w }: Row): string[] => w.map(short);
export const rads = ({ w }: Row): string[] => w.map((value) => short(value * RAD_PER_DEG));
export const table = (header: string, cells: (row: Row) => readonly string[], by = ','): string =>
  [header, ...rows.map((row) => cells(row).join(by))].join('\n');
/** Semicolons and decimal commas, as half of Europe writes them. */
export const european = (header: string, cells: (row: Row) => readonly string[]): string =>
  [header, ...rows.map((row) => cells(row).join(';').replaceAll('.', ','))].join('\n');
export const OWN = 't_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps';
export const own = table(OWN, (row) => [short(row.t), ...g(row), ...dps(row)]);

export function read(...files: readonly (readonly [name: string, content: string | Uint8Array])[]) {
  return joinFiles(
    files.map(([name, content]) => {
      const file = createSignalFile(name);
      file.push(typeof content === 'string' ? strToU8(content) : content);
      return file.end();
    }),
  );
}

export function expectWhole(got: ReturnType<typeof read>, axes: 3 | 6): void {
  if (!got.ok) throw new Error(got.error.message);
  const { t_s, accel_g, gyro_dps } = got.recording;
  expect(t_s).toHaveLength(COUNT);
  expect(t_s[COUNT - 1]).toBeCloseTo((rows[COUNT - 1]?.t ?? 0) - (rows[0]?.t ?? 0), 2);
  for (const i of [0, 100, COUNT - 1])
    for (const axis of [0, 1, 2]) {
      expect(accel_g[3 * i + axis]).toBeCloseTo(rows[i]?.a[axis] ?? 0, 4);
      if (axes === 6) expect(gyro_dps?.[3 * i + axis]).toBeCloseTo(rows[i]?.w[axis] ?? 0, 3);
    }
  expect(gyro_dps === null).toBe(axes === 3);
}
