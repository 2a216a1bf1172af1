import type { Recording } from './samples.ts';

/** Rows joined to one piece of text: chosen here, some 200 kB. */
const ROWS_PER_PIECE = 4096;
const MS_PER_S = 1000;

/** Candidates for a number of milliseconds, in last-bit steps around the product. */
const NEIGHBOURS = [0, 1, -1, 2, -2];

/**
 * The milliseconds that read back as `t_s`: the reader multiplies by 1e-3. One arbitrary double in forty
 * has no such number; it comes back one last bit away.
 */
function milliseconds(t_s: number): number {
  const product = t_s * MS_PER_S;
  const whole = Math.round(product);
  if (whole * 1e-3 === t_s) return whole;
  for (const steps of NEIGHBOURS) {
    const near = product * (1 + steps * Number.EPSILON);
    if (near * 1e-3 === t_s) return near;
  }
  return product;
}

/** Shortest decimal that reads back the same; -0 keeps its sign. */
const exact = (value: number | undefined): string => (Object.is(value, -0) ? '-0' : String(value));

/**
 * A recording as the CSV of the command line: `t_s` for a device clock, `timestamp_ms` for arrival times,
 * then `ax_g..az_g` and, with 6 axes, `gx_dps..gz_dps`. Numbers in their shortest exact form: reading the
 * text gives the same doubles again. In pieces, so that a long recording need not be one string.
 */
export function* recordingToCsv(recording: Recording): Generator<string> {
  const { t_s, accel_g, gyro_dps, clock } = recording;
  const time = clock === 'device' ? 't_s' : 'timestamp_ms';
  yield `${time},ax_g,ay_g,az_g${gyro_dps === null ? '' : ',gx_dps,gy_dps,gz_dps'}\n`;
  for (let from = 0; from < t_s.length; from += ROWS_PER_PIECE) {
    let piece = '';
    const to = Math.min(t_s.length, from + ROWS_PER_PIECE);
    for (let i = from; i < to; i++) {
      const t = t_s[i] ?? 0;
      const k = 3 * i;
      piece += `${clock === 'device' ? t : milliseconds(t)},${exact(accel_g[k])},${exact(accel_g[k + 1])},${exact(accel_g[k + 2])}`;
      if (gyro_dps !== null)
        piece += `,${exact(gyro_dps[k])},${exact(gyro_dps[k + 1])},${exact(gyro_dps[k + 2])}`;
      piece += '\n';
    }
    yield piece;
  }
}
