import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/recording/csv.ts';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { BURSTY_ARRIVAL, DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';

function throughText(recording: Recording): Recording {
  const read = readCsv([...recordingToCsv(recording)].join(''), recording.sensor);
  if (!read.ok) throw new Error(read.error.message);
  return read.recording;
}

describe('a recording written as CSV and read again', () => {
  test.each([
    ['6 axes on a device clock', DEVICE_CLOCK, 6 as const],
    ['6 axes with arrival times', BURSTY_ARRIVAL, 6 as const],
    ['3 axes', DEVICE_CLOCK, 3 as const],
  ])('%s: is the same to the last bit', (_, delivery, axes) => {
    const { recording } = simulatedSet({
      seed: 11,
      reps: 4,
      delivery,
      sensor: { ...UNCALIBRATED_SENSOR, axes },
    });
    expect(throughText(recording)).toStrictEqual(recording);
  });

  test('arrival times between milliseconds come back within one last bit', () => {
    const { recording } = simulatedSet({ seed: 12, reps: 1, delivery: BURSTY_ARRIVAL });
    const odd = { ...recording, t_s: recording.t_s.map((t) => (t * Math.PI) / 3) };
    const back = throughText(odd).t_s;
    const worst = odd.t_s.reduce((most, t, i) => Math.max(most, Math.abs((back[i] ?? 0) / t - 1) || 0), 0);
    expect(back.length).toBe(odd.t_s.length);
    expect(worst).toBeLessThanOrEqual(Number.EPSILON);
  });

  test('a recording without samples is a header', () => {
    const { recording } = simulatedSet({ seed: 1, reps: 1 });
    const none = {
      ...recording,
      t_s: new Float64Array(0),
      accel_g: new Float64Array(0),
      gyro_dps: new Float64Array(0),
    };
    expect([...recordingToCsv(none)].join('')).toBe('t_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps\n');
  });
});
