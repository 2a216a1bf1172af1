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

  test('wx_rads is angular rate too', () => {
    const header = 't_s,ax_g,ay_g,az_g,wx_rads,wy_rads,wz_rads';
    const recording = good(`${header}\n0,0,0,1,3.141592653589793,0,0\n`);
    expect(recording.gyro_dps?.[0]).toBeCloseTo(180, 9);
  });

  test.each(['gyro_x', 'wx', 'omega_x_rps', 'gyr x [deg/s]', 'GX_DPS', 'angular_velocity_x'])(
    'a column %s that is not read is named in a warning',
    (name) => {
      const read = readCsv(`t_s,ax_g,ay_g,az_g,${name}\n0,0,0,1,5\n`);
      expect(read).toMatchObject({ ok: true, recording: { gyro_dps: null } });
      expect(read.ok && read.warnings).toEqual([expect.stringContaining(`Column ${name} `)]);
    },
  );

  test('other extra columns are ignored without a word', () => {
    const read = readCsv('t_s,ax_g,ay_g,az_g,note,temp_c,mx,gain,weight\n0,0,0,1,a,20,1,2,3\n');
    expect(read.ok && read.warnings).toEqual([]);
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

  test.each(['0x10', '0b1', '1e300', '-1e300', 'Infinity', '-Infinity', 'NaN', '1_000', '5000'])(
    '%s is no acceleration',
    (cell) => {
      const error = bad(`t_s,ax_g,ay_g,az_g\n0,0,0,1\n0.01,0,${cell},1\n`);
      expect(error).toMatchObject({ code: 'value', row: 3, column: 'ay_g' });
      expect(error.message).toContain(cell);
    },
  );

  test('numbers as people and programs write them', () => {
    expect([...good('t_s,ax_g,ay_g,az_g\n0,+0.5,-.25,1E-1\n').accel_g]).toEqual([0.5, -0.25, 0.1]);
  });

  test('a time or an angular rate beyond any', () => {
    expect(bad('t_s,ax_g,ay_g,az_g\n0,0,0,1\n1e300,0,0,1\n')).toMatchObject({ row: 3, column: 't_s' });
    expect(bad('t_s,ax_g,ay_g,az_g\nInfinity,0,0,1\n')).toMatchObject({ row: 2, column: 't_s' });
    const header = 't_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps';
    expect(bad(`${header}\n0,0,0,1,0,9e9,0\n`)).toMatchObject({ row: 2, column: 'gy_dps' });
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
