import type { SampleBatch } from '../../../src/recording/samples.ts';

/**
 * The raw samples as they came, of the stretch that may still become part of a set. Times are those of
 * the source; nothing is changed, so that what is stored can be analysed again with the same answer.
 */
export interface RawBuffer {
  push(batch: SampleBatch): void;
  /** Forgets batches that ended before `raw_s`. */
  trim(raw_s: number): void;
  /** Batches from the one that holds `raw_s` on. */
  from(raw_s: number): readonly SampleBatch[];
  /** Time of the newest sample, on the source's clock; null when empty. */
  readonly last_s: number | null;
}

export function createRawBuffer(): RawBuffer {
  let batches: SampleBatch[] = [];
  const lastOf = (batch: SampleBatch): number => batch.t_s[batch.count - 1] ?? 0;
  const firstKept = (raw_s: number): number => {
    const index = batches.findIndex((batch) => lastOf(batch) >= raw_s);
    return index < 0 ? batches.length : index;
  };
  return {
    push(batch) {
      if (batch.count > 0) batches.push(batch);
    },
    trim(raw_s) {
      const keep = firstKept(raw_s);
      if (keep > 0) batches = batches.slice(keep);
    },
    from: (raw_s) => batches.slice(firstKept(raw_s)),
    get last_s() {
      const last = batches.at(-1);
      return last === undefined ? null : lastOf(last);
    },
  };
}
