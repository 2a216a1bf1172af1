import type { LiveSet, Remark } from '../../../src/contract/live-set.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { StationEvent } from '../../../src/contract/station.ts';
import type { SampleBatch } from '../../../src/recording/samples.ts';
import type { SourceEvent } from '../../../src/recording/source.ts';
import type { SensorCalibration } from '../../../src/signal/calibration.ts';
import { words } from '../../../src/words/index.ts';
import type { Store } from '../../store/types.ts';
import type { StationClock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import type { Rests } from '../desk/rests.ts';
import type { ConnectedSource } from '../sources/sources.ts';
import type { Analyst } from '../stored/analyst.ts';
import type { Review } from '../stored/review.ts';
import type { WaitingSets } from '../stored/waiting-sets.ts';
import type { LiftCalibrator } from './calibrate-lift.ts';
import { createCueBoard } from './cues.ts';
import type { Feed } from './feed.ts';
import { createSamplePath } from './sample-path.ts';
import { createSetKeeper, type SetKeeper } from './set-keeper.ts';
import type { SetRun } from './set-run.ts';

/** A set whose link stays away this long is closed, ms; chosen here: a sensor that was carried off is back sooner or not at all. */
const LOST_FOR_GOOD_MS = 180_000;
/** After a rest this long, whoever is chosen is the next lifter and not a correction, s; chosen here above a pause between reps. */
const NEXT_LIFTER_S = 3;

/** Runs the sets of the feeding source, each from armed to stored. */
export interface SetRunner {
  readonly feed: Feed | null;
  readonly run: SetRun | null;
  readonly review: Review;
  /** About the rest of an athlete: heard if the next set is theirs. */
  soundRest: SetKeeper['soundRest'];
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
  /** Every set that has ended is stored, or waits to be. */
  settled(): Promise<void>;
  /** A set that still runs is ended. */
  close(): Promise<void>;
}

export interface SetRunnerDeps {
  readonly clock: StationClock;
  readonly store: Store;
  readonly desk: Desk;
  readonly calibrator: LiftCalibrator;
  readonly analyst: Analyst;
  readonly rests: Rests;
  readonly settings: () => Settings;
  readonly calibrationOf: (entry: ConnectedSource) => SensorCalibration | null;
  readonly emit: (event: StationEvent) => void;
  readonly waiting: WaitingSets;
  readonly notice: (remark: Remark | null) => void;
  readonly changed: () => void;
  /** Before something else feeds the station: an athlete who stood in for another goes. */
  readonly makeWay: (next: ConnectedSource | null) => void;
  /** A recording without a rep was put aside. */
  readonly putAside: () => void;
  readonly log: (line: string) => void;
}

export function createSetRunner(deps: SetRunnerDeps): SetRunner {
  const { clock, desk, calibrator, emit, notice, changed } = deps;
  const cues = createCueBoard(clock, emit);
  const keeper = createSetKeeper({ ...deps, cues });
  const path = createSamplePath({ ...deps, cues, keeper });
  let entry: ConnectedSource | null = null;
  let stopWaiting: (() => void) | null = null;
  let closed = false;

  const lost = (): void => {
    path.stopHold();
    if (keeper.run === null) return;
    keeper.run.interrupted = true;
    stopWaiting = clock.after(LOST_FOR_GOOD_MS, () => {
      keeper.end(null);
      changed();
    });
  };

  return {
    get feed() {
      return path.feed;
    },
    get run() {
      return keeper.run;
    },
    review: keeper.review,
    soundRest: keeper.soundRest,
    fed(next) {
      stopWaiting?.();
      keeper.end(null);
      calibrator.cancel();
      path.stopHold();
      path.drop();
      entry = next;
      deps.makeWay(next);
      desk.refresh();
      path.open(entry);
      changed();
    },
    samples(batch) {
      if (closed) return;
      if (path.feed === null) path.open(entry);
      try {
        path.take(batch);
      } catch (error) {
        // no fault in the numbers may take the station down with the samples it holds
        deps.log(`samples: ${error instanceof Error ? error.stack : error}`);
        keeper.fail();
        path.drop();
        notice({ tone: 'warning', text: words.says.set.broken });
        changed();
      }
    },
    event(event) {
      if (event.kind === 'started' && keeper.run === null) path.open(entry);
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
      if ((path.still_s ?? 0) >= NEXT_LIFTER_S) keeper.end(null);
    },
    relabelled() {
      if (keeper.run) keeper.relabel();
      else path.arm();
      changed();
    },
    recalibrated: path.renewWhenFree,
    snapshot: () => keeper.run?.snapshot() ?? keeper.review.set,
    settled: keeper.settled,
    async close() {
      closed = true;
      // nobody wants to be asked about it at the next start: what there is of the set is kept
      if (keeper.run) keeper.run.interrupted = true;
      keeper.end(null);
      stopWaiting?.();
      path.stopHold();
      await keeper.settled();
    },
  };
}
