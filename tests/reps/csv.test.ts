import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/recording/csv.ts';

const good = (text: string) => {
  const read = readCsv(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.recording;
};
const bad = (text: string) => {
  const read = readCsv(text);
  if (read.ok) throw new Error('read without an error');
  return read.error;
};

describe('reading the analyze input', () => {
  test('columns in any order, others ignored, times from the first sample', () => {
    const recording = good('note,az_g,t_ms,ax_g,ay_g\nx,1,5000,0.1,0.2\ny,1.1,5010,0.3,0.4\n');
    expect([...recording.t_s]).toEqual([0, expect.closeTo(0.01, 9)]);
    expect([...recording.accel_g]).toEqual([0.1, 0.2, 1, 0.3, 0.4, 1.1]);
    expect(recording.gyro_dps).toBeNull();
    expect(recording.clock).toBe('device');
  });

  test('units: us, m/s2, rad/s', () => {
    const recording = good(
      't_us,ax_mps2,ay_mps2,az_mps2,gx_rads,gy_rads,gz_rads\n0,0,0,9.80665,0,0,3.141592653589793\n2000,0,0,0,0,0,0',
    );
    expect(recording.t_s[1]).toBeCloseTo(0.002, 9);
    expect(recording.accel_g[2]).toBeCloseTo(1, 9);
    expect(recording.gyro_dps?.[2]).toBeCloseTo(180, 9);
  });

  test('arrival times may repeat; wx_dps is angular rate', () => {
    const recording = good(
      'timestamp_ms,ax_g,ay_g,az_g,wx_dps,wy_dps,wz_dps\n10,0,0,1,1,2,3\n10,0,0,1,4,5,6\n',
    );
    expect(recording.clock).toBe('arrival');
    expect([...recording.t_s]).toEqual([0, 0]);
    expect([...(recording.gyro_dps ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('Windows line ends, a byte-order mark and blank lines', () => {
    expect(good('\ufefft_s,ax_g,ay_g,az_g\r\n0,0,0,1\r\n\r\n0.01,0,0,1\r\n').t_s).toHaveLength(2);
  });

  test('a header without rows is a recording of nothing', () => {
    expect(good('t_s,ax_g,ay_g,az_g\n').t_s).toHaveLength(0);
    expect(good('t_s,ax_g,ay_g,az_g').t_s).toHaveLength(0);
  });
});

describe('errors name row and column', () => {
  test('a cell that is no number', () => {
    const error = bad('t_s,ax_g,ay_g,az_g\n0,0,0,1\n0.01,0,oops,1\n');
    expect(error).toMatchObject({ row: 3, column: 'ay_g' });
    expect(error.message).toContain('oops');
  });

  test('an empty and a missing cell', () => {
    expect(bad('t_s,ax_g,ay_g,az_g\n0,,0,1\n')).toMatchObject({ row: 2, column: 'ax_g' });
    expect(bad('t_s,ax_g,ay_g,az_g\n0,0,0\n')).toMatchObject({ row: 2, column: 'az_g' });
  });

  test('missing columns', () => {
    expect(bad('ax_g,ay_g,az_g\n').message).toContain('t_s');
    expect(bad('t_s,ax_g,az_g\n').message).toContain('ay_g');
    expect(bad('').code).toBe('empty');
  });

  test('a clock that jumps back', () => {
    expect(bad('t_s,ax_g,ay_g,az_g\n10,0,0,1\n11,0,0,1\n2,0,0,1\n')).toMatchObject({ code: 'order', row: 4 });
  });

  test('messages are one line', () => {
    expect(bad('t_s,ax_g,ay_g,az_g\n0,a\tb,0,1\n').message).not.toContain('\n');
  });
});
