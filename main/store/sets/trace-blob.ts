import zlib from 'node:zlib';
import type { SetDetail } from '../../../src/contract/sets.ts';
import type { Trace } from '../../../src/reps/rep.ts';

type Points = SetDetail['trace'];

/** Set review draws at most this many points; twice the pixels of a 4K screen's plot. */
const MAX_POINTS = 4000;

/** Three columns of float32. */
const BYTES_PER_POINT = 12;

export interface TraceBlob {
  readonly points: number;
  readonly data: Buffer;
}

/**
 * Height and velocity for drawing: every n-th point, three columns of float32 (15 us of time three minutes
 * into a set and nanometres of height: far finer than a pixel), deflated.
 */
export function packTrace(trace: Trace): TraceBlob {
  const { points, columns } = thinned(trace);
  return { points, data: zlib.deflateSync(new Uint8Array(columns.buffer)) };
}

/** What `unpackTrace` would give back, of a trace that is not stored or not readable any more. */
export function thinTrace(trace: Trace): Points {
  const { points, columns } = thinned(trace);
  return pointsOf(columns, points);
}

/** null when the bytes are damaged: a trace is only a drawing, and can be made again from the recording. */
export function unpackTrace(blob: TraceBlob): Points | null {
  try {
    const bytes = zlib.inflateSync(blob.data, { maxOutputLength: BYTES_PER_POINT * MAX_POINTS });
    if (bytes.length !== BYTES_PER_POINT * blob.points) return null;
    // Copied: a float column must begin at a multiple of four bytes, and zlib's buffer may not.
    return pointsOf(new Float32Array(Uint8Array.from(bytes).buffer), blob.points);
  } catch {
    return null;
  }
}

function thinned(trace: Trace): { readonly points: number; readonly columns: Float32Array<ArrayBuffer> } {
  const step = Math.max(1, Math.ceil(trace.t_s.length / MAX_POINTS));
  const points = Math.ceil(trace.t_s.length / step);
  const columns = new Float32Array(3 * points);
  for (let i = 0; i < points; i++) {
    columns[i] = trace.t_s[i * step] as number;
    columns[points + i] = trace.height_m[i * step] as number;
    columns[2 * points + i] = trace.velocity_mps[i * step] as number;
  }
  return { points, columns };
}

function pointsOf(columns: Float32Array, points: number): Points {
  const column = (n: number) => Array.from(columns.subarray(n * points, (n + 1) * points));
  return { t_s: column(0), height_m: column(1), velocity_mps: column(2) };
}
