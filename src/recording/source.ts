import type { SampleBatch, SensorInfo } from './samples.ts';

/** What a source tells besides samples. */
export type SourceEvent =
  | { readonly kind: 'started'; readonly sensor: SensorInfo }
  /** The link is gone; the source goes on trying by itself. */
  | { readonly kind: 'lost'; readonly reason: string }
  /** Samples flow again after a loss; `gap_s` is how long none came. */
  | { readonly kind: 'resumed'; readonly gap_s: number }
  | { readonly kind: 'battery'; readonly percent: number }
  /** A recording came to its end, or the source was stopped. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly message: string };

export interface SourceSink {
  samples(batch: SampleBatch): void;
  event(event: SourceEvent): void;
}

/**
 * The one door by which samples enter the station: a live sensor, a recording being replayed
 * and the simulator are all this, so what is tested on a recording is what runs at the gym.
 */
export interface SampleSource {
  readonly kind: 'sensor' | 'replay' | 'simulated';
  readonly name: string;
  start(sink: SourceSink): void;
  /** Settles when nothing more will reach the sink. */
  stop(): Promise<void>;
}
