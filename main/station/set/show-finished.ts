import type { Remark } from '../../../src/contract/live-set.ts';
import type { StationEvent } from '../../../src/contract/station.ts';
import type { SetContext } from '../../../src/reps/rep.ts';
import { words } from '../../../src/words/index.ts';
import type { RunningJournal, SetLabels, Store } from '../../store/types.ts';
import { dateOf, type StationClock } from '../clock.ts';
import type { ConnectedSource } from '../sources/sources.ts';
import type { Analyst } from '../stored/analyst.ts';
import type { Review } from '../stored/review.ts';
import type { WaitingSets } from '../stored/waiting-sets.ts';
import type { CueBoard } from './cues.ts';
import { type Feed, PRE_ROLL_S } from './feed.ts';
import { finishSet } from './finish-set.ts';
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

interface Outlets {
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

/** The finished set onto the screen, and into the store unless it is there already. */
export function showFinished(ending: EndingSet, review: Review, outlets: Outlets): void {
  const { entry, feed, run, journal, labels, context } = ending;
  const { clock, store, analyst, emit, notice } = outlets;
  const stretch = feed.stretchFrom(run.start_s - PRE_ROLL_S);
  const running = run.snapshot();
  // on the steady clock while it runs; a finished set has a date
  const live = { ...running, started_epoch_ms: dateOf(clock, running.started_epoch_ms) };
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
  const started_epoch_ms = dateOf(clock, feed.time.toEpoch(stretch.origin_s) ?? clock.now_steady_ms());
  const finished = finishSet(
    store,
    analyst,
    {
      recording: feed.join(stretch),
      origin_s: stretch.origin_s,
      started_epoch_ms,
      labels,
      context,
      live: { ...live, recording: feed.tracker.summary },
      interrupted: run.interrupted,
      note: '',
    },
    journal,
  );
  if (finished === null) {
    review.clear();
    outlets.putAside();
    outlets.cues.sound('not-counted', feed.tracker.state.t_s);
    notice({ tone: 'info', text: words.says.set.nothing });
    return;
  }
  const { set, stored } = finished;
  if (stored.ok) {
    review.show(stored.value.set_id, { ...facts, number: stored.value.number });
    emit({ kind: 'stored' });
    return;
  }
  review.showUnstored(live, facts);
  outlets.waiting.add({
    set,
    header: { labels, athlete_name: run.setup.athlete.name, sensor: feed.sensor, started_epoch_ms },
    journal,
    problem: stored.error.message,
    onStored(set_id, number) {
      if (review.set?.set_id == null && review.set?.started_epoch_ms === live.started_epoch_ms)
        review.show(set_id, { ...facts, number });
      emit({ kind: 'stored' });
    },
  });
}
