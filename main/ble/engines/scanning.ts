import { words } from '../../../src/words/index.ts';
import { settleWithin } from './connection.ts';
import type { NobleLike } from './noble-like.ts';

/** Time for starting or stopping a scan, ms: it answers at once or never (adapter gone in between). */
const SCAN_TIMEOUT_MS = 2_000;

export interface Scanning {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Scanning with either noble package. */
export const createScanning = (noble: NobleLike): Scanning => ({
  start: () =>
    settleWithin<void>(words.link.steps.startScan, SCAN_TIMEOUT_MS, new Set(), (done) =>
      // unfiltered: sensors do not reliably advertise their service. Repeats, to see the signal change
      noble.startScanning([], true, (error) => done(error, undefined)),
    ),
  stop: () =>
    settleWithin<void>(words.link.steps.stopScan, SCAN_TIMEOUT_MS, new Set(), (done) =>
      noble.stopScanning(() => done(null, undefined)),
    ),
});
