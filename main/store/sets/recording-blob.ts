import zlib from 'node:zlib';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { decode, encode, FORMAT_VERSION } from './interim-format.ts';

export interface RecordingBlob {
  readonly format: number;
  readonly compression: string;
  readonly samples: number;
  readonly data: Buffer;
}

/** zlib's own check sum (adler32) guards the BLOB against silent damage. */
export const packRecording = (recording: Recording): RecordingBlob => ({
  format: FORMAT_VERSION,
  compression: 'deflate',
  samples: recording.t_s.length,
  data: zlib.deflateSync(encode(recording)),
});

export function unpackRecording(blob: RecordingBlob): Result<Recording> {
  if (blob.compression !== 'deflate')
    return failure(
      'unknown-recording',
      `The raw signal is packed in a way this Lockout does not know (${blob.compression}).`,
    );
  let bytes: Uint8Array;
  try {
    bytes = zlib.inflateSync(blob.data);
  } catch {
    return failure(
      'recording-damaged',
      'The raw signal of this set is damaged; its numbers are still there.',
    );
  }
  const decoded = decode(bytes);
  return decoded.ok ? success(decoded.value) : decoded;
}
