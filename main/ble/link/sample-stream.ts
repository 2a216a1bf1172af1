import type { SourceEvent, SourceSink } from '../../../src/recording/source.ts';
import type { Decoded, SetupResult } from '../../../src/sensors/driver.ts';
import type { Clock } from '../clock.ts';
import { createLinkStatistics } from './statistics.ts';
import { createTimeline } from './timeline.ts';

/** What a link hands to its sink: samples in order of time, and word of every loss and return. */
export function createSampleStream(clock: Clock) {
  const statistics = createLinkStatistics();
  const timeline = createTimeline();
  let sink: SourceSink | null = null;
  let lostAt_s: number | null = null;
  let sensor: string | null = null;

  const tell = (event: SourceEvent) => sink?.event(event);
  return {
    statistics,
    tell,
    open(to: SourceSink) {
      sink = to;
    },
    /** The sensor was set up, or set up anew. Told when it is not what was told before. */
    configured(result: SetupResult) {
      statistics.configured(result.sensor.nominal_rate_hz);
      timeline.reconnected();
      const now = JSON.stringify(result.sensor);
      if (now !== sensor) tell({ kind: 'started', sensor: result.sensor });
      sensor = now;
    },
    /** Once for every loss, however it shows. */
    lose(reason: string) {
      if (lostAt_s !== null) return;
      lostAt_s = statistics.lastArrival_s() ?? clock.now_s();
      tell({ kind: 'lost', reason });
    },
    push(decoded: Decoded, arrival_s: number) {
      statistics.push(decoded, arrival_s);
      const { batch } = decoded;
      if (!batch || batch.count === 0) return;
      if (lostAt_s !== null) {
        const gap_s = Math.max(0, arrival_s - lostAt_s);
        lostAt_s = null;
        statistics.resumed(gap_s);
        tell({ kind: 'resumed', gap_s });
      }
      sink?.samples(timeline.place(batch, arrival_s));
    },
    end() {
      tell({ kind: 'ended' });
      sink = null;
    },
  };
}
