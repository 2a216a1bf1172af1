import { joinBatches } from '../../../src/recording/join.ts';
import type { ClockKind, Recording, SampleBatch, SensorInfo } from '../../../src/recording/samples.ts';
import type { LiveEvent } from '../../../src/reps/live/events.ts';
import { createLiveTracker, type LiveTracker } from '../../../src/reps/live/tracker.ts';
import type { SetContext } from '../../../src/reps/rep.ts';
import type { StationClock } from '../clock.ts';
import { createRawBuffer } from './raw-buffer.ts';
import { createTimeMap, type TimeMap } from './time-map.ts';

/** The rest before a set says what gravity and gyro bias are: this much of it belongs to the recording, s. */
export const PRE_ROLL_S = 15;

/** Without a set so much is kept, s: the first rep of a slow tempo is told up to half a minute after it began. */
const KEPT_S = PRE_ROLL_S + 30;

/** Raw samples in one piece, and where they start on the live clock. */
export interface Stretch {
  readonly batches: readonly SampleBatch[];
  readonly origin_s: number;
}

/** The path of the samples that feed the station: causal tracker, raw buffer and clock map, side by side. */
export interface Feed {
  readonly sensor: SensorInfo;
  readonly tracker: LiveTracker;
  readonly time: TimeMap;
  /** While true nothing is forgotten: a set runs. */
  keep: boolean;
  push(batch: SampleBatch): readonly LiveEvent[];
  /** What is kept from `live_s` to the newest sample (rather a batch more than a sample less). */
  stretchFrom(live_s: number): Stretch;
  join(stretch: Stretch): Recording;
  /** What came before `live_s` belongs to no later set. */
  forgetBefore(live_s: number): void;
}

export function createFeed(
  clock: StationClock,
  sensor: SensorInfo,
  speed: number,
  context: SetContext,
): Feed {
  const tracker = createLiveTracker(sensor, context);
  const buffer = createRawBuffer();
  const time = createTimeMap(clock, speed);
  let kind: ClockKind = 'device';
  /** Live time counts from the first sample the tracker was given. */
  let origin_raw_s: number | null = null;
  const toRaw = (live_s: number): number => live_s + (origin_raw_s ?? 0);
  const feed: Feed = {
    sensor,
    tracker,
    time,
    keep: false,
    push(batch) {
      origin_raw_s ??= batch.t_s[0] ?? 0;
      kind = batch.clock;
      buffer.push(batch);
      const events = tracker.push(batch);
      time.observe(tracker.state.t_s);
      if (!feed.keep && buffer.last_s !== null) buffer.trim(buffer.last_s - KEPT_S);
      return events;
    },
    stretchFrom(live_s) {
      const batches = buffer.from(toRaw(live_s));
      return { batches, origin_s: (batches[0]?.t_s[0] ?? toRaw(live_s)) - (origin_raw_s ?? 0) };
    },
    join: ({ batches }) => joinBatches(batches, sensor, kind),
    forgetBefore: (live_s) => buffer.trim(toRaw(live_s)),
  };
  return feed;
}
