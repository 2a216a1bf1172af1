import { failure, type Result, success } from '../../../src/contract/result.ts';
import { type Recording, UNKNOWN_SENSOR } from '../../../src/recording/samples.ts';
export const FORMAT_VERSION = 0;
export function encode(r: Recording): Uint8Array {
  const head = new TextEncoder().encode(
    `${JSON.stringify({ sensor: r.sensor, clock: r.clock, n: r.t_s.length, g: r.gyro_dps !== null })}\n`,
  );
  const cols = [r.t_s, r.accel_g, ...(r.gyro_dps ? [r.gyro_dps] : [])].map(
    (c) => new Uint8Array(c.slice().buffer),
  );
  return new Uint8Array(Buffer.concat([head, ...cols]));
}
export function decode(b: Uint8Array): Result<Recording> {
  const end = b.indexOf(10);
  if (end < 0) return failure('x', 'x');
  const h = JSON.parse(new TextDecoder().decode(b.subarray(0, end)));
  let at = end + 1;
  const col = (n: number) => {
    const c = new Float64Array(Uint8Array.from(b.subarray(at, at + 8 * n)).buffer);
    at += 8 * n;
    return c;
  };
  const t_s = col(h.n),
    accel_g = col(3 * h.n);
  return success({
    sensor: h.sensor ?? UNKNOWN_SENSOR,
    clock: h.clock,
    t_s,
    accel_g,
    gyro_dps: h.g ? col(3 * h.n) : null,
  });
}
