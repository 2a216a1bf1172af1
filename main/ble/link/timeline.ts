import type { SampleBatch } from '../../../src/recording/samples.ts';

/** Between the last sample before a loss and the first after it there is at least this, s: time never stands still. */
const LEAST_STEP_S = 1e-3;

/**
 * Keeps sample time going forward over reconnects. A sensor's clock may start anew with a connection, so
 * after a loss it is set on where the station's own clock says the stream goes on; the loss is told apart
 * as an event, so nobody measures across it. Arrival times need nothing.
 */
export function createTimeline() {
  let offset_s = 0;
  let lastSample_s: number | null = null;
  let lastArrival_s = 0;
  let fresh = false;

  return {
    /** The next batch comes from a new connection. */
    reconnected() {
      fresh = lastSample_s !== null;
    },
    place(batch: SampleBatch, arrival_s: number): SampleBatch {
      if (batch.clock === 'arrival' || batch.count === 0) return batch;
      const first_s = batch.t_s[0] ?? 0;
      const last_s = batch.t_s[batch.count - 1] ?? first_s;
      if (fresh && lastSample_s !== null) {
        // the batch's last sample is as old at its arrival as the last one before the loss was at its own
        const wanted_s = lastSample_s + (arrival_s - lastArrival_s) - (last_s - first_s);
        offset_s = Math.max(wanted_s, lastSample_s + LEAST_STEP_S) - first_s;
      }
      fresh = false;
      lastSample_s = last_s + offset_s;
      lastArrival_s = arrival_s;
      if (offset_s === 0) return batch;
      return { ...batch, t_s: batch.t_s.map((t_s) => t_s + offset_s) };
    },
  };
}
