import type { SampleBatch, SensorInfo } from '../../../src/recording/samples.ts';
import type { SampleSource, SourceSink } from '../../../src/recording/source.ts';
import { SLEPT_MS, type StationClock } from '../clock.ts';

/** A batch and when it is due, s after the source's start. */
export interface DueBatch {
  readonly due_s: number;
  readonly batch: SampleBatch;
}

export interface PacedSource extends SampleSource {
  /** Seconds of sample clock per second of steady clock. */
  readonly speed: number;
}

/** Timers are no finer than this; what is due within it is delivered together. */
const TIMER_MS = 1;

/**
 * Hands batches to the sink when they are due. `next` gives them in order and null at the end.
 * Late timers catch up, so that the sample clock keeps up with the steady one; but what the computer slept through is
 * not made up for: the source goes on from where it was.
 */
export function createPacedSource(
  clock: StationClock,
  facts: { readonly kind: 'replay' | 'simulated'; readonly name: string; readonly sensor: SensorInfo },
  speed: number,
  next: () => DueBatch | null,
): PacedSource {
  let stopTimer: (() => void) | null = null;
  let stopped = false;
  const run = (sink: SourceSink, first: DueBatch | null): void => {
    let due = first;
    let started_ms = clock.now_steady_ms();
    const tick = (): void => {
      const late_ms = due === null ? 0 : clock.now_steady_ms() - started_ms - (due.due_s * 1000) / speed;
      if (late_ms > SLEPT_MS) started_ms += late_ms;
      const now_ms = clock.now_steady_ms() - started_ms;
      while (due !== null && !stopped && (due.due_s * 1000) / speed <= now_ms + TIMER_MS / 2) {
        sink.samples(due.batch);
        due = next();
      }
      if (stopped) return;
      if (due === null) sink.event({ kind: 'ended' });
      else stopTimer = clock.after(Math.max(TIMER_MS, (due.due_s * 1000) / speed - now_ms), tick);
    };
    tick();
  };
  return {
    kind: facts.kind,
    name: facts.name,
    speed,
    start(sink) {
      sink.event({ kind: 'started', sensor: facts.sensor });
      // not in the caller's own turn: it may still be setting itself up
      stopTimer = clock.after(0, () => run(sink, next()));
    },
    async stop() {
      stopped = true;
      stopTimer?.();
    },
  };
}
