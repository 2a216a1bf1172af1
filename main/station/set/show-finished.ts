import type { LiveSet, Remark } from '../../../src/contract/live-set.ts';
import type { StationEvent } from '../../../src/contract/station.ts';
import type { Analysis, SetContext } from '../../../src/reps/rep.ts';
import { words } from '../../../src/words/index.ts';
import type { RunningJournal, SetLabels, Store } from '../../store/types.ts';
import { dateOf, type StationClock } from '../clock.ts';
import { after, type Soon } from '../soon.ts';
import { type ConnectedSource, recordedAt } from '../sources/sources.ts';
import type { Analyst } from '../stored/analyst.ts';
import type { Review } from '../stored/review.ts';
import type { WaitingSets } from '../stored/waiting-sets.ts';
import type { CueBoard } from './cues.ts';
import { type Feed, PRE_ROLL_S } from './feed.ts';
import { type EndedSet, finishSet } from './finish-set.ts';
import type { SetRun } from './set-run.ts';

/** A set whose last rep is done, with what it ran on. */
export interface EndingSet {
  readonly entry: ConnectedSource;
  readonly feed: Feed;
  readonly run: SetRun;
  readonly journal: RunningJournal | null;
  readonly labels: SetLabels;
  readonly context: SetContext;
}

export interface EndingOutlets {
  readonly clock: StationClock;
  readonly store: Store;
  readonly analyst: Analyst;
  readonly emit: (event: StationEvent) => void;
  readonly cues: CueBoard;
  readonly notice: (remark: Remark | null) => void;
  readonly waiting: WaitingSets;
  /** A recording without a rep was put aside. */
  readonly putAside: () => void;
}

/**
 * The finished set onto the screen, and into the store unless it is there already. Until its whole recording is analysed it
 * is shown as it ran.
 */
export function showFinished(ending: EndingSet, review: Review, outlets: EndingOutlets): Soon<void> {
  const { entry, feed, run, labels, context } = ending;
  const { clock, analyst } = outlets;
  const stretch = feed.stretchFrom(run.start_s - PRE_ROLL_S);
  const running = run.snapshot();
  // on the steady clock while it runs; a finished set has a date
  const live = {
    ...running,
    started_epoch_ms: recordedAt(entry, run.start_s) ?? dateOf(clock, running.started_epoch_ms),
  };
  const facts = {
    number: live.number,
    ended_epoch_ms: clock.now_epoch_ms(),
    first_rep_epoch_ms: live.started_epoch_ms,
    trace_origin_s: stretch.origin_s,
    velocity_loss_reached: live.velocity_loss_reached,
  };
  if (!entry.facts.stores) {
    review.showUnstored(live, facts);
    return;
  }
  const ended = {
    recording: feed.join(stretch),
    origin_s: stretch.origin_s,
    started_epoch_ms:
      recordedAt(entry, stretch.origin_s) ??
      dateOf(clock, feed.time.toEpoch(stretch.origin_s) ?? clock.now_steady_ms()),
    labels,
    live: { ...live, recording: feed.tracker.summary },
    interrupted: run.interrupted,
    note: '',
  };
  review.showEnding(live);
  return after(analyst.finish(ended.recording, context), (whole) =>
    keep(ending, { whole, ended, live, facts }, review, outlets),
  );
}

interface Ended {
  readonly whole: Analysis | null;
  readonly ended: EndedSet;
  readonly live: LiveSet;
  readonly facts: Parameters<Review['showUnstored']>[1];
}

function keep(
  { run, feed, journal, labels }: EndingSet,
  { whole, ended, live, facts }: Ended,
  review: Review,
  outlets: EndingOutlets,
): void {
  const { store, emit, notice } = outlets;
  // the next set may have begun meanwhile, or the screen been cleared for it
  const isShown = (): boolean =>
    review.set?.set_id === null && review.set.started_epoch_ms === live.started_epoch_ms;
  const finished = finishSet(store, whole, ended, journal);
  if (finished === null) {
    if (isShown()) review.clear();
    outlets.putAside();
    outlets.cues.sound('not-counted', feed.tracker.state.t_s);
    notice({ tone: 'info', text: words.says.set.nothing });
    return;
  }
  const { set, stored } = finished;
  if (stored.ok) {
    if (isShown()) review.show(stored.value.set_id, { ...facts, number: stored.value.number });
    emit({ kind: 'stored' });
    return;
  }
  if (isShown()) review.showUnstored(live, facts);
  outlets.waiting.add({
    set,
    header: {
      labels,
      athlete_name: run.setup.athlete.name,
      sensor: feed.sensor,
      started_epoch_ms: ended.started_epoch_ms,
    },
    journal,
    problem: stored.error.message,
    onStored(set_id, number) {
      if (isShown()) review.show(set_id, { ...facts, number });
      emit({ kind: 'stored' });
    },
  });
}
