import zlib from 'node:zlib';
import { failure, type Result } from '../../../src/contract/result.ts';
import { decodeRecording, encodeRecording, FORMAT_VERSION } from '../../../src/recording/format.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { words } from '../../../src/words/index.ts';
import type { RecordingBlob } from '../new-set.ts';

/**
 * Level 1: a set of 3 minutes at 200 Hz (1.15 MB as encoded, quantised and noisy) takes 10 ms to 369 kB; level 6
 * takes 73 ms to 325 kB, and the station does this between two sets on the thread that feeds the screen.
 */
const LEVEL = 1;

/** zlib's own check sum (adler32) guards the BLOB against silent damage. */
export const packRecording = (recording: Recording): RecordingBlob => ({
  format: FORMAT_VERSION,
  compression: 'deflate',
  samples: recording.t_s.length,
  data: zlib.deflateSync(encodeRecording(recording), { level: LEVEL }),
});

export function unpackRecording(blob: RecordingBlob): Result<Recording> {
  if (blob.compression !== 'deflate')
    return failure('unknown-recording', words.recordings.unknownPacking(blob.compression));
  let bytes: Uint8Array;
  try {
    bytes = zlib.inflateSync(blob.data);
  } catch {
    return failure('recording-damaged', words.recordings.damaged);
  }
  return decodeRecording(bytes);
}
