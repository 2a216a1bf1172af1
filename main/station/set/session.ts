import type { LiveSet, Remark } from '../../../src/contract/live-set.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { StationEvent } from '../../../src/contract/station.ts';
import type { SampleBatch } from '../../../src/recording/samples.ts';
import type { SourceEvent } from '../../../src/recording/source.ts';
import type { LiveEvent } from '../../../src/reps/live/events.ts';
import type { SensorCalibration } from '../../../src/signal/calibration.ts';
import { words } from '../../../src/words/index.ts';
import type { Store } from '../../store/types.ts';
import type { StationClock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import type { ConnectedSource } from '../sources/sources.ts';
import type { Review } from '../stored/review.ts';
import type { LiftCalibrator } from './calibrate-lift.ts';
import { createCueBoard } from './cues.ts';
import { createFeed, type Feed } from './feed.ts';
import { createHoldCues } from './hold-cues.ts';
import { createSetKeeper, type SetSource } from './set-keeper.ts';
import type { SetRun } from './set-run.ts';

/** A set whose link stays away this long is closed, ms; chosen here: a sensor that was carried off is back sooner or not at all. */
const LOST_FOR_GOOD_MS = 180_000;
/** After a rest this long, whoever is chosen is the next lifter and not a correction, s; chosen here above a pause between reps. */
const NEXT_LIFTER_S = 3;

/** Source -> tracker -> set: what runs on the feeding source, from armed to stored. */
export interface Session {
  readonly feed: Feed | null;
  readonly run: SetRun | null;
  readonly review: Review;
  readonly resting_since_epoch_ms: number | null;
  fed(entry: ConnectedSource | null): void;
  samples(batch: SampleBatch): void;
  event(event: SourceEvent): void;
  /** By key; false when none runs. */
  endSet(): boolean;
  /** Before another athlete is chosen: a set whose bar rests already is the last one's. */
  beforeNextAthlete(): void;
  /** The desk changed: corrects the running set, arms for the next otherwise. */
  relabelled(): void;
  /** The feeding sensor's calibration changed: the path begins anew with it, after a set that runs. */
  recalibrated(): void;
  snapshot(): LiveSet | null;
  close(): void;
}

export interface SessionDeps {
  readonly clock: StationClock;
  readonly store: Store;
  readonly desk: Desk;
  readonly calibrator: LiftCalibrator;
  readonly settings: () => Settings;
  readonly calibrationOf: (entry: ConnectedSource) => SensorCalibration | null;
  readonly emit: (event: StationEvent) => void;
  readonly notice: (remark: Remark | null) => void;
  readonly changed: () => void;
  readonly log: (line: string) => void;
}

export function createSession(deps: SessionDeps): Session {
  const { clock, desk, calibrator, emit, notice, changed } = deps;
  const cues = createCueBoard(clock, emit);
  const keeper = createSetKeeper({ ...deps, cues });
  let entry: ConnectedSource | null = null;
  let stage: SetSource | null = null;
  /** When the bar moved last, on the live clock. */
  let lastActive_s = 0;
  let stopWaiting: (() => void) | null = null;
  let stale = false;

  const open = (): void => {
    if (entry?.sensor == null) return;
    const feed = createFeed(clock, entry.sensor, entry.facts.speed, keeper.context(entry));
    stage = { entry, feed, hold: createHoldCues(clock, cues, feed.time, entry.facts.speed) };
    lastActive_s = 0;
    stale = false;
  };

  const handle = (event: LiveEvent, on: SetSource): void => {
    if (event.kind === 'hold-start' || event.kind === 'hold-resume')
      on.hold.start(event.t_s, desk.setup.targets.hold_s);
    if (event.kind === 'hold-cancel' || event.kind === 'hold-end') on.hold.stop();
    if (calibrator.running) {
      calibrator.handle(event, on.feed, keeper.context(on.entry));
      return;
    }
    if (keeper.run === null && (event.kind === 'rep' || event.kind === 'failed'))
      keeper.begin(on, event.rep.start_s);
    keeper.run?.handle(event);
    if (event.kind === 'set-rest') keeper.end(event.t_s);
  };

  const take = (batch: SampleBatch, on: SetSource): void => {
    keeper.arrived(batch);
    const events = on.feed.push(batch);
    const { t_s, phase, velocity_mps } = on.feed.tracker.state;
    if (phase !== 'still' && phase !== 'bottom') lastActive_s = t_s;
    for (const event of events) handle(event, on);
    if (keeper.run?.isEmpty) keeper.abandon();
    on.hold.observe(velocity_mps);
    if (calibrator.running) {
      calibrator.observe(on.feed, keeper.context(on.entry));
      if (!calibrator.running) changed();
    }
    if (stale && keeper.run === null && !calibrator.running) open();
    if (events.length > 0) changed();
  };

  const lost = (): void => {
    stage?.hold.stop();
    if (keeper.run === null) return;
    keeper.run.interrupted = true;
    stopWaiting = clock.after(LOST_FOR_GOOD_MS, () => {
      keeper.end(null);
      changed();
    });
  };

  return {
    get feed() {
      return stage?.feed ?? null;
    },
    get run() {
      return keeper.run;
    },
    review: keeper.review,
    get resting_since_epoch_ms() {
      return keeper.resting_since_epoch_ms;
    },
    fed(next) {
      stopWaiting?.();
      keeper.end(null);
      calibrator.cancel();
      stage?.hold.stop();
      stage = null;
      entry = next;
      desk.refresh();
      open();
      changed();
    },
    samples(batch) {
      if (stage === null) open();
      if (stage === null) return;
      try {
        take(batch, stage);
      } catch (error) {
        // no fault in the numbers may take the station down with the samples it holds
        deps.log(`samples: ${error instanceof Error ? error.stack : error}`);
        keeper.fail();
        stage = null;
        notice({ tone: 'warning', text: words.says.set.broken });
        changed();
      }
    },
    event(event) {
      if (event.kind === 'started' && keeper.run === null) open();
      if (event.kind === 'lost') lost();
      if (event.kind === 'resumed') stopWaiting?.();
      if (event.kind === 'ended' || event.kind === 'failed') keeper.end(null);
      changed();
    },
    endSet() {
      if (keeper.run === null) return false;
      keeper.end(null);
      changed();
      return true;
    },
    beforeNextAthlete() {
      if (stage && stage.feed.tracker.state.t_s - lastActive_s >= NEXT_LIFTER_S) keeper.end(null);
    },
    relabelled() {
      if (keeper.run) keeper.relabel();
      else if (stage) stage.feed.tracker.nextSet(keeper.context(stage.entry));
      changed();
    },
    recalibrated() {
      stale = true;
    },
    snapshot: () => keeper.run?.snapshot() ?? keeper.review.set,
    close() {
      // nobody wants to be asked about it at the next start: what there is of the set is kept
      if (keeper.run) keeper.run.interrupted = true;
      keeper.end(null);
      stopWaiting?.();
      stage?.hold.stop();
    },
  };
}
