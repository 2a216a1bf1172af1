import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { aFolder, anAthlete, aRecording, aSet, aStore, value } from '../store/given.ts';

const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0;
const DOCUMENT = path.join(import.meta.dirname, '../../docs/export.md');

test.skipIf(!HAS_PYTHON)('the Python of docs/export.md decodes every coding of the raw signal', () => {
  const folder = aFolder();
  const store = aStore({ folder });
  const id = anAthlete(store);
  const count = 60;
  // steps of a sensor, decimal fractions of a file, a clock that wanders, numbers of no pattern, and a nought below zero
  const stepped = Float64Array.from({ length: 3 * count }, (_, i) =>
    i === 4 ? -0 : ((i * 37) % 101) * (16 / 32768),
  );
  const decimal = Float64Array.from({ length: 3 * count }, (_, i) => ((i * 53) % 997) / 1e4);
  const recordings = [
    aRecording(count),
    aRecording(count, { accel_g: stepped, gyro_dps: decimal }),
    aRecording(count, {
      gyro_dps: null,
      t_s: Float64Array.from({ length: count }, (_, i) => i * 0.01 + 1e-9 * Math.sin(i)),
    }),
  ];
  const script = /```python\n([\s\S]*?)```/.exec(fs.readFileSync(DOCUMENT, 'utf8'))?.[1] ?? '';
  const file = path.join(folder, 'decode.py');
  fs.writeFileSync(file, script);
  const ids = recordings.map((recording) => value(store.sets.insert(aSet(id, { recording }))).set_id);
  store.close();
  ids.forEach((set_id, k) => {
    const printed = execFileSync('python3', [file, path.join(folder, 'lockout.sqlite'), String(set_id)], {
      encoding: 'utf8',
    });
    const { t_s, accel_g, gyro_dps } = recordings[k] ?? aRecording();
    const wanted = Array.from(t_s, (t, i) => [
      t,
      ...accel_g.slice(3 * i, 3 * i + 3),
      ...(gyro_dps?.slice(3 * i, 3 * i + 3) ?? []),
    ]);
    expect(
      printed
        .trim()
        .split('\n')
        .map((line) => line.split(',').map(Number)),
    ).toEqual(wanted);
  });
});
