import type { StationClock } from '../../main/station/clock.ts';
import { sliceRecording } from '../../main/station/sources/replay.ts';
import type { Recording } from '../../src/recording/samples.ts';
import type { SampleSource, SourceSink } from '../../src/recording/source.ts';

/** A live sensor as the station meets it, whose link a test can cut: what it sends meanwhile is lost. */
export interface Wire extends SampleSource {
  readonly kind: 'sensor';
  cut(reason: string): void;
  /** From when to when nothing came through, s of the recording. */
  mend(): readonly [from_s: number, to_s: number];
}

const BURST_S = 0.05;

export function createWire(clock: StationClock, recording: Recording, name = 'Rack 2'): Wire {
  let sink: SourceSink | null = null;
  let lost_at_s: number | null = null;
  let at = 0;
  let lost_from = 0;
  let stopped = false;
  const started_ms = clock.now_steady_ms();
  const now_s = (): number => (clock.now_steady_ms() - started_ms) / 1000;
  const tick = (): void => {
    if (stopped) return;
    let end = at;
    while (end < recording.t_s.length && (recording.t_s[end] ?? 0) <= now_s()) end++;
    if (end > at && lost_at_s === null) sink?.samples(sliceRecording(recording, at, end));
    at = end;
    // a sensor that nobody hears cannot say that it is done
    if (at >= recording.t_s.length && lost_at_s === null) sink?.event({ kind: 'ended' });
    else clock.after(BURST_S * 1000, tick);
  };
  return {
    kind: 'sensor',
    name,
    start(to) {
      sink = to;
      to.event({ kind: 'started', sensor: recording.sensor });
      clock.after(0, tick);
    },
    async stop() {
      stopped = true;
    },
    cut(reason) {
      lost_at_s = now_s();
      lost_from = at;
      sink?.event({ kind: 'lost', reason });
    },
    mend() {
      const gap_s = now_s() - (lost_at_s ?? now_s());
      lost_at_s = null;
      sink?.event({ kind: 'resumed', gap_s });
      return [recording.t_s[lost_from] ?? 0, recording.t_s[at] ?? now_s()];
    },
  };
}
