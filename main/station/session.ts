import type { Settings } from '../../src/contract/settings.ts';
import type { LiveSet, Remark, StationEvent } from '../../src/contract/station.ts';
import type { SampleBatch } from '../../src/recording/samples.ts';
import type { SourceEvent } from '../../src/recording/source.ts';
import type { LiveEvent } from '../../src/reps/live.ts';
import type { SetContext } from '../../src/reps/rep.ts';
import type { SensorCalibration } from '../../src/signal/calibration.ts';
import type { RunningJournal, Store } from '../store/types.ts';
import type { LiftCalibrator } from './calibrate-lift.ts';
import type { StationClock } from './clock.ts';
import { createCueBoard } from './cues.ts';
import type { Desk } from './desk.ts';
import { createFeed, type Feed, PRE_ROLL_S } from './feed.ts';
import { finishSet } from './finish-set.ts';
import { createHoldCues, type HoldCues } from './hold-cues.ts';
import { contextOf, labelsOf } from './labels.ts';
import { rejudge } from './rejudge.ts';
import { createReview, type Review } from './review.ts';
import { nextNumber } from './session-number.ts';
import { createSetRun, type SetRun } from './set-run.ts';
import type { ConnectedSource } from './sources.ts';
import { words } from './words.ts';

/** A link that stays away this long will not bring this set back, ms (ours). */
const LOST_FOR_GOOD_MS = 180_000;
/** The bar has rested this long: whoever is chosen now is the next lifter, not a correction, s (ours). */
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
  /** By key, or because its source went away; false when none runs. */
  endSet(): boolean;
  /** Before another athlete is chosen: a set whose bar rests already is the last one's. */
  beforeNextAthlete(): void;
  /** The desk changed: corrects the running set, arms for the next otherwise. */
  relabelled(): void;
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
}

export function createSession(deps: SessionDeps): Session {
  const { clock, store, desk, calibrator, settings, emit, notice, changed } = deps;
  const cues = createCueBoard(clock, emit);
  const review = createReview(store);
  let entry: ConnectedSource | null = null;
  let feed: Feed | null = null;
  let hold: HoldCues | null = null;
  let run: SetRun | null = null;
  let journal: RunningJournal | null = null;
  let lastActive_s = 0;
  let resting_since_epoch_ms: number | null = null;
  let stopWaiting: (() => void) | null = null;

  const calibration = (): SensorCalibration | null => (entry ? deps.calibrationOf(entry) : null);
  const context = (): SetContext => contextOf(run?.setup ?? desk.setup, calibration(), settings().set_end_s);

  const open = (): void => {
    if (entry?.sensor == null) return;
    feed = createFeed(clock, entry.sensor, entry.facts.speed, context());
    hold = createHoldCues(clock, cues, feed.time, entry.facts.speed);
    lastActive_s = 0;
  };

  const begin = (start_s: number): void => {
    if (entry === null || feed === null || hold === null) return;
    feed.keep = true;
    const { batches, origin_s } = feed.stretchFrom(start_s - PRE_ROLL_S);
    const now_ms = clock.now_epoch_ms();
    const first_rep_epoch_ms = feed.time.toEpoch(start_s) ?? now_ms;
    const number = nextNumber(store, desk.setup.athlete.id, now_ms);
    run = createSetRun(desk.setup, start_s, first_rep_epoch_ms, { feed, cues, hold, settings, number });
    cues.sound('set-start', start_s);
    notice(null);
    if (entry.facts.stored_set_id !== null) return;
    journal = store.journals.start({
      labels: labelsOf(desk.setup, entry, calibration(), settings().set_end_s),
      athlete_name: desk.setup.athlete.name,
      sensor: feed.sensor,
      started_epoch_ms: feed.time.toEpoch(origin_s) ?? now_ms,
    });
    for (const batch of batches) journal.append(batch);
  };

  /** What was announced came to nothing: back to armed. */
  const abandon = (): void => {
    journal?.drop();
    journal = null;
    run = null;
    if (feed) feed.keep = false;
  };

  const end = (rest_s: number | null): void => {
    if (entry === null || feed === null || run === null) return;
    const ended = run;
    const now_s = feed.tracker.state.t_s;
    const ended_epoch_ms = clock.now_epoch_ms();
    hold?.stop();
    cues.sound('set-end', rest_s ?? now_s);
    resting_since_epoch_ms = feed.time.toEpoch(rest_s ?? now_s) ?? ended_epoch_ms;
    const stretch = feed.stretchFrom(ended.start_s - PRE_ROLL_S);
    const facts = {
      number: 0,
      ended_epoch_ms,
      first_rep_epoch_ms: feed.time.toEpoch(ended.start_s) ?? ended_epoch_ms,
      trace_origin_s: stretch.origin_s,
      velocity_loss_reached: ended.snapshot().velocity_loss_reached,
    };
    if (entry.facts.stored_set_id !== null) review.showUnstored(ended.snapshot(), facts);
    else {
      const finished = finishSet(
        store,
        {
          recording: feed.join(stretch),
          origin_s: stretch.origin_s,
          started_epoch_ms: feed.time.toEpoch(stretch.origin_s) ?? ended_epoch_ms,
          labels: labelsOf(ended.setup, entry, calibration(), settings().set_end_s),
          context: context(),
          live: ended.reps.list(),
          interrupted: ended.interrupted,
          note: '',
        },
        journal,
      );
      if (finished.stored === null) {
        review.clear();
        notice({ tone: 'info', text: words.set.nothing });
      } else if (finished.stored.ok) {
        const { set_id, number } = finished.stored.value;
        review.show(set_id, { ...facts, number });
        emit({ kind: 'stored' });
      } else {
        // the samples stay in the journal and are offered again at the next start
        journal?.close();
        review.showUnstored(ended.snapshot(), facts);
        notice({ tone: 'warning', text: finished.stored.error.message });
      }
    }
    run = null;
    journal = null;
    feed.keep = false;
    feed.forgetBefore(rest_s ?? now_s);
    desk.refresh();
    feed.tracker.nextSet(context());
    stopWaiting?.();
  };

  const handle = (event: LiveEvent): void => {
    if (feed === null || hold === null) return;
    if (event.kind === 'hold-start') hold.start(event.t_s, desk.setup.targets.hold_s);
    if (event.kind === 'hold-cancel' || event.kind === 'hold-end') hold.stop();
    if (calibrator.running) {
      calibrator.handle(event, feed, context());
      return;
    }
    if (run === null && (event.kind === 'rep' || event.kind === 'failed')) begin(event.rep.start_s);
    run?.handle(event);
    if (event.kind === 'set-rest' && run !== null) end(event.t_s);
  };

  return {
    get feed() {
      return feed;
    },
    get run() {
      return run;
    },
    review,
    get resting_since_epoch_ms() {
      return resting_since_epoch_ms;
    },
    fed(next) {
      end(null);
      calibrator.cancel();
      hold?.stop();
      feed = null;
      hold = null;
      entry = next;
      desk.refresh();
      open();
      changed();
    },
    samples(batch) {
      if (feed === null) open();
      if (feed === null) return;
      journal?.append(batch);
      const events = feed.push(batch);
      const { t_s, phase, velocity_mps } = feed.tracker.state;
      if (phase !== 'still' && phase !== 'bottom') lastActive_s = t_s;
      for (const event of events) handle(event);
      if (run && run.reps.list().length === 0 && run.reps.failed().length === 0) abandon();
      hold?.observe(velocity_mps);
      if (calibrator.running) {
        calibrator.observe(feed, context());
        if (!calibrator.running) changed();
      }
      if (events.length > 0) changed();
    },
    event(event) {
      if (event.kind === 'started' && run === null) open();
      if (event.kind === 'lost') {
        hold?.stop();
        if (run) {
          run.interrupted = true;
          stopWaiting = clock.after(LOST_FOR_GOOD_MS, () => {
            end(null);
            changed();
          });
        }
      }
      if (event.kind === 'resumed') stopWaiting?.();
      if (event.kind === 'ended' || event.kind === 'failed') end(null);
      changed();
    },
    endSet() {
      if (run === null) return false;
      end(null);
      changed();
      return true;
    },
    beforeNextAthlete() {
      if (run && feed && feed.tracker.state.t_s - lastActive_s >= NEXT_LIFTER_S) end(null);
    },
    relabelled() {
      if (run && entry) {
        run.relabel(desk.setup, (rep) => rejudge(rep, desk.setup));
        journal?.relabel(labelsOf(desk.setup, entry, calibration(), settings().set_end_s));
      } else feed?.tracker.nextSet(context());
      changed();
    },
    snapshot: () => run?.snapshot() ?? review.set,
    close() {
      // nobody wants to be asked about it at the next start: what there is of the set is kept
      if (run) run.interrupted = true;
      end(null);
      stopWaiting?.();
      hold?.stop();
    },
  };
}
