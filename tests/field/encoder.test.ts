import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UNKNOWN_SENSOR } from '../../src/recording/samples.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextOf, FOLDER } from './recordings.ts';

/**
 * A linear encoder's own displacement (1 kHz, mm) is the truth; what an accelerometer on that bar would have felt
 * is its second derivative after a 10 Hz low-pass.
 */
const present = existsSync(join(FOLDER, 'chronojump-encoder', 'curve_ec.txt'));
if (!present) console.warn(`No encoder curves at ${FOLDER}/chronojump-encoder: skipped.`);

const RATE_HZ = 1000;
const STILL_S = 2;

function heights(file: string): Float64Array {
  const steps = readFileSync(join(FOLDER, 'chronojump-encoder', file), 'utf8')
    .split(',')
    .map(Number);
  const still = STILL_S * RATE_HZ;
  const raw = new Float64Array(steps.length + 2 * still);
  let height = 0;
  for (let i = 0; i < raw.length; i++) {
    const step = steps[i - still];
    if (step !== undefined && Number.isFinite(step)) height += step / 1000;
    raw[i] = height;
  }
  return smooth(smooth(smooth(raw)));
}

/** Moving average over 40 ms; three of them are a smooth low-pass near 10 Hz without delay. */
function smooth(values: Float64Array): Float64Array {
  const half = 20;
  return values.map((_, i) => {
    const from = Math.max(0, i - half);
    const to = Math.min(values.length - 1, i + half);
    let sum = 0;
    for (let k = from; k <= to; k++) sum += values[k] ?? 0;
    return sum / (to - from + 1);
  });
}

function felt(h: Float64Array) {
  const every = 10;
  const count = Math.floor((h.length - 2) / every);
  const t_s = new Float64Array(count);
  const accel_g = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const k = Math.max(1, i * every);
    t_s[i] = (i * every) / RATE_HZ;
    const a = ((h[k + 1] ?? 0) - 2 * (h[k] ?? 0) + (h[k - 1] ?? 0)) * RATE_HZ * RATE_HZ;
    accel_g[3 * i + 2] = 1 + a / 9.80665;
  }
  // a bar that does not turn: a gyroscope's last digit flickers all the same, and one that never does is a dead one
  const gyro_dps = Float64Array.from({ length: 3 * count }, (_, i) => 0.05 * Math.sin(7 * i));
  return { sensor: UNKNOWN_SENSOR, clock: 'device' as const, t_s, accel_g, gyro_dps };
}

test.skipIf(!present)('measures the three ballistic reps of a linear encoder', () => {
  const h = heights('curve_ec.txt');
  const { reps } = analyzeSet(felt(h), contextOf('other'));
  expect(reps).toHaveLength(3);
  for (const rep of reps) {
    const at = (t: number): number => h[Math.round(t * RATE_HZ)] ?? 0;
    const { start_s, end_s, duration_s } = rep.concentric;
    const truth = (at(end_s) - at(start_s)) / duration_s;
    expect(Math.abs((rep.mcv_mps ?? 0) - truth)).toBeLessThan(0.03);
    const top = Math.max(...h.subarray(Math.round(start_s * RATE_HZ), Math.round((end_s + 0.2) * RATE_HZ)));
    expect(Math.abs((rep.rom_m ?? 0) - (top - at(start_s)))).toBeLessThan(0.03);
  }
});
